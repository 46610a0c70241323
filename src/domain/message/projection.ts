import { formatDecimal, parseDecimal } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";
import type { Sourced } from "../shared/sourced";
import { UNIT_CODE, unitOf } from "../tariff/unit";
import { checkMessage } from "./check-message";
import type { MessageFault } from "./fault";
import type { Message } from "./message";

/**
 * A value of a form with the place where it is declared, so that a fault of the form is mended where the value came from
 * and never in the form.
 */
export interface Mapped {
  readonly value: string | null;
  /** `declaration.freight`, `facts.areaCode`, `parameters.messageId`. */
  readonly from: string;
}

export type Mapping<K extends string> = Readonly<Record<K, Mapped>>;

/** A value of the declaration. */
export function declared(field: string, value: Sourced<string> | null): Mapped {
  return { value: value?.value ?? null, from: `declaration.${field}` };
}

/** A declared number in its one writing: without needless zeroes. What is no decimal stays, and the form refuses it. */
export function declaredDecimal(field: string, value: Sourced<string> | null): Mapped {
  return { value: value && plain(value.value), from: `declaration.${field}` };
}

/** A declared unit by its code of UN/ECE Recommendation 20; a word that is no unit stays, and the codec refuses it. */
export function declaredUnit(field: string, value: Sourced<string> | null): Mapped {
  if (!value) return { value: null, from: `declaration.${field}` };
  const unit = unitOf(value.value);
  return { value: unit ? UNIT_CODE[unit] : value.value, from: `declaration.${field}` };
}

/** A fact beside the declaration, of the shipment or of its order. */
export function given(field: string, value: string | null): Mapped {
  return { value, from: `facts.${field}` };
}

/** What the form itself prescribes. */
export function prescribed(value: string | null): Mapped {
  return { value, from: "form" };
}

function plain(text: string): string {
  const parsed = parseDecimal(text);
  if (!parsed.ok) return text;
  const written = formatDecimal(parsed.value);
  return written.includes(".") ? written.replace(/\.?0+$/, "") : written;
}

/** The values of a mapping; what is missing stays null until the form is checked. */
export function valuesOf<V extends Readonly<Record<keyof V & string, string | null>>>(
  mapping: Mapping<keyof V & string>,
): V {
  return Object.fromEntries(Object.entries<Mapped>(mapping).map(([key, { value }]) => [key, value])) as V;
}

/** The message when its form is in order, all faults with their sources otherwise. */
export function projected<M extends Message>(
  form: string,
  message: M,
  head: Mapping<string>,
  lines: readonly Mapping<string>[],
): Result<M, readonly MessageFault[]> {
  const originsOf = (mapping: Mapping<string>) =>
    Object.fromEntries(Object.entries(mapping).map(([key, { from }]) => [key, from]));
  const faults = checkMessage(form, message, {
    head: originsOf(head),
    line: (index) => originsOf(lines[index] ?? {}),
  });
  return faults.length === 0 ? ok(message) : err(faults);
}
