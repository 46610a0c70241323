import {
  hasAirWaybillCheckDigit,
  hasContainerCheckDigit,
  hasGs1CheckDigit,
  hasParcelCheckDigit,
  hasPostalCheckDigit,
} from "../document/transport-number";
import type { BarCode } from "./words";

/** What the number in a bar code counts. */
export type NumberKind =
  | "air_waybill"
  | "postal_item"
  | "parcel"
  | "consignment"
  | "container"
  | "logistic_unit"
  | "unnamed";

/** A number that a bar code bears, as the product writes it. */
export interface BarCodeNumber {
  readonly kind: NumberKind;
  readonly value: string;
}

/** Kinds that a check digit or an identifier of their own tells; of the others the bar code itself does not say what they are. */
const TOLD: readonly NumberKind[] = ["air_waybill", "postal_item", "parcel", "consignment", "container"];

/** Whether the number says itself what it counts. */
export function isTold({ kind }: BarCodeNumber): boolean {
  return TOLD.includes(kind);
}

/** IATA Resolution 606: prefix and serial, on a label followed by 0 and the number of the piece. */
const AIR_WAYBILL = /^(\d{3})-?(\d{8})(?:0\d{4})?$/;
/** UPU S10. */
const POSTAL_ITEM = /^[A-Z]{2}(\d{9})[A-Z]{2}$/;
/** GS1 application identifiers: 00 a logistic unit, 401 a consignment, 402 a shipment. 01 and the others count goods. */
const IDENTIFIED = /\((00|401|402)\)([^()\s]+)/;
const UNNAMED = /^(?=(?:.*\d){5})[A-Z0-9-]{8,30}$/;

/**
 * The number of a carriage that a bar code bears, if it bears nothing else; null for links, payments and whole messages.
 * A code of dots holds so many other things that only what tells its own kind is taken from it.
 */
export function numberIn({ format, text }: Pick<BarCode, "format" | "text">): BarCodeNumber | null {
  const plain = text.trim().toUpperCase();
  const bare = plain.replace(/\s/g, "");
  const told = format === "code_128" ? toldNumber(bare) : checkedNumber(bare);
  if (told && isTold(told)) return told;
  if (format !== "code_128") return null;
  return told ?? (UNNAMED.test(plain) ? { kind: "unnamed", value: plain } : null);
}

/** One of ten telephone numbers has the check digit of an air waybill, so only bars, which hold no telephones, tell one. */
function toldNumber(plain: string): BarCodeNumber | null {
  const air = AIR_WAYBILL.exec(plain);
  const airNumber = air ? `${air[1]}-${air[2]}` : "";
  if (hasAirWaybillCheckDigit(airNumber)) return { kind: "air_waybill", value: airNumber };
  return checkedNumber(plain) ?? identified(plain);
}

/** A number whose form and check digit nothing else has. */
function checkedNumber(plain: string): BarCodeNumber | null {
  if (hasPostalCheckDigit(POSTAL_ITEM.exec(plain)?.[1] ?? "")) return { kind: "postal_item", value: plain };
  if (hasParcelCheckDigit(plain)) return { kind: "parcel", value: plain };
  if (hasContainerCheckDigit(plain)) return { kind: "container", value: plain.replace(/-/g, "") };
  return null;
}

function identified(plain: string): BarCodeNumber | null {
  const [, identifier, value = ""] = plain.startsWith("(") ? (IDENTIFIED.exec(plain) ?? []) : [];
  if (identifier === "00" && value.length === 18 && hasGs1CheckDigit(value)) return { kind: "logistic_unit", value };
  if (identifier === "401" && value.length <= 30) return { kind: "consignment", value };
  if (identifier === "402" && value.length === 17 && hasGs1CheckDigit(value)) return { kind: "consignment", value };
  return null;
}
