import type { DeclarationLine } from "@/domain/declaration/declaration";
import { DECLARATION_FACTS, DECLARATION_LINE_FACTS } from "@/domain/message/project-declaration";
import { INVENTORY_FACTS, INVENTORY_LINE_FACTS } from "@/domain/message/project-inventory";
import { formatDecimal, parseDecimal } from "@/domain/shared/decimal";
import { unitOf } from "@/domain/tariff/unit";

/** What a message has from the declaration, the consumer's seal or the authority alone; nobody states it beside them. */
export const DECLARED_FACTS: readonly string[] = [
  ...["ownNumber", "orderNumber", "waybillNumber", "declaredOn", "action", "declaredAt"],
  ...["buyerName", "buyerIdNumber", "preEntryNumber", "entryNumber"],
];

/** Of the carrier of a message. */
const TRANSFER_FACTS = ["senderCode", "senderName", "channelId"];
const HEAD_FACTS: readonly string[] = [...INVENTORY_FACTS, ...DECLARATION_FACTS, ...TRANSFER_FACTS];
const LINE_FACTS: readonly string[] = [...INVENTORY_LINE_FACTS, ...DECLARATION_LINE_FACTS];

/** Under which a line's facts keep the goods that they were given for. */
export const LINE_MARK = "of";

/** Whether a person may state the fact of that name for a shipment: a form asks it, and nothing else says it. */
export function mayBeStated(name: string): boolean {
  const fact = /^lines\/[1-9]\d{0,2}\/(\w+)$/.exec(name)?.[1];
  return fact === undefined ? HEAD_FACTS.includes(name) && !DECLARED_FACTS.includes(name) : LINE_FACTS.includes(fact);
}

/** The goods of a line, as far as its elements and legal quantities depend on them. */
export function markOfLine({ commodityCode, quantity, unit }: DeclarationLine): string {
  return lineMark(commodityCode?.value ?? null, quantity?.value ?? null, unit?.value ?? null);
}

/** The same of a line that is not declared yet. Quantities are plain decimals. */
export function lineMark(commodityCode: string | null, quantity: string | null, unit: string | null): string {
  const read = quantity === null ? null : parseDecimal(quantity);
  const written = read?.ok ? formatDecimal(read.value) : (quantity ?? "");
  const plain = written.includes(".") ? written.replace(/\.?0+$/, "") : written;
  return [commodityCode ?? "", plain, unitOf(unit) ?? unit ?? ""].join(" ");
}
