import { add, compare, type Decimal, parseDecimal, ZERO } from "../shared/decimal";
import type { ReadField } from "./field";

/** A list that nothing shows to be whole may lack an entry, however surely its entries were read. */
const UNPROVEN = 0.88;

/**
 * Takes sureness from the list of commodity codes unless the goods table bears it out: each of its lines has a code, and
 * their amounts add up to the total, so that no line is missing.
 */
export function doubtLists(fields: readonly ReadField[]): readonly ReadField[] {
  if (isWhole(fields)) return fields;
  return fields.map((field) =>
    field.name === "hs_codes" ? { ...field, confidence: Math.min(field.confidence, UNPROVEN) } : field,
  );
}

function isWhole(fields: readonly ReadField[]): boolean {
  const lines = new Set(fields.flatMap(({ line }) => (line === null ? [] : [line])));
  const has = (line: number, name: ReadField["name"]) =>
    fields.some((each) => each.line === line && each.name === name);
  const total = numberOf(fields.find(({ name, line }) => name === "total" && line === null));
  const amounts = fields.filter(({ name }) => name === "amount").map(numberOf);
  if (lines.size === 0 || total === null || amounts.length !== lines.size) return false;
  const sum = amounts.reduce<Decimal>((all, each) => add(all, each ?? ZERO), ZERO);
  return compare(sum, total) === 0 && [...lines].every((line) => has(line, "hs_code"));
}

function numberOf(field: ReadField | undefined): Decimal | null {
  const parsed = field ? parseDecimal(field.value) : null;
  return parsed?.ok ? parsed.value : null;
}
