import { add, compare, type Decimal, parseDecimal, ZERO } from "../shared/decimal";
import type { LineField, ReadField } from "./field";
import { countsTwice } from "./parcel-marks";

/** Where a label counts otherwise than the lines, a person says which packages are meant. */
const COUNTED_OTHERWISE = 0.85;

/**
 * Whether what the goods lines come to overrules a label of the header: they count the packages one by one where a label
 * says on how many pallets these stand, and what they come to in pieces or packages is no sum of money.
 */
export function isOverruled(field: ReadField, lines: readonly ReadField[], totals: readonly ReadField[]): boolean {
  const stated = totals.find(({ name }) => name === field.name);
  if (!stated || stated.value === field.value) return false;
  if (field.name === "packages") return isSumOf("packages", stated.value, lines);
  const isOfOther = NOT_MONEY.some((column) => isSumOf(column, field.value, lines));
  return field.name === "total" && isOfOther && isSumOf("amount", stated.value, lines);
}

/** The row that adds up the columns states these as well. */
const NOT_MONEY: readonly LineField[] = ["quantity", "packages"];

/** The sums of the columns, that of packages less sure where a label of the header says another number, or two. */
export function doubted(totals: readonly ReadField[], header: readonly ReadField[]): readonly ReadField[] {
  const other = header.find(({ name }) => name === "packages");
  return totals.map((total) =>
    total.name === "packages" && other && (other.value !== total.value || countsTwice(other.raw))
      ? { ...total, confidence: Math.min(total.confidence, COUNTED_OTHERWISE) }
      : total,
  );
}

function isSumOf(column: LineField, value: string, lines: readonly ReadField[]): boolean {
  const parts = lines.filter(({ name }) => name === column);
  const goods = new Set(lines.map(({ line }) => line)).size;
  return parts.length >= 2 && parts.length === goods && compare(sumOf(parts), decimalOf(value)) === 0;
}

function sumOf(fields: readonly ReadField[]): Decimal {
  return fields.reduce<Decimal>((sum, { value }) => add(sum, decimalOf(value)), ZERO);
}

function decimalOf(value: string): Decimal {
  const parsed = parseDecimal(value);
  return parsed.ok ? parsed.value : ZERO;
}
