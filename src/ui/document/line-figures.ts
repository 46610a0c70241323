import type { FieldView } from "@/contracts/views/document";
import { isProduct } from "@/domain/extraction/line-arithmetic";
import { CHARGES, gapToTotal } from "@/domain/extraction/stated-total";
import { compare, type Decimal, formatDecimal, parseDecimal, sum, ZERO } from "@/domain/shared/decimal";
import { minorDigits } from "@/domain/shared/money";
import type { Drafts } from "./drafts";
import { type GridLine, toGrid } from "./field-groups";

/** The columns that can be added up, with the field of the header that states the sum. */
const TOTALS: Readonly<Record<string, string>> = {
  amount: "total",
  packages: "packages",
  gross_weight_kg: "gross_weight_kg",
  net_weight_kg: "net_weight_kg",
  quantity: "",
};
export const NUMERIC = ["quantity", "unit_price", "amount", "net_weight_kg", "gross_weight_kg", "packages"];

/** The sum of a column as it stands on the screen, and how far the document's own total is from it; null for none. */
export interface ColumnSum {
  readonly sum: string;
  /** Null where the header states no total. */
  readonly difference: string | null;
  /** Whether freight, insurance and tax were added to the sum for that. */
  readonly isWithCharges: boolean;
}

/** Adds up a column, texts that are not confirmed yet among it; null for one that has no sum. */
export function sumOf(
  column: string,
  rows: readonly GridLine[],
  header: readonly FieldView[],
  drafts: Pick<Drafts, "get">,
): ColumnSum | null {
  const stated = TOTALS[column];
  if (stated === undefined) return null;
  const numbers = rows.flatMap(({ cells }) => numberIn(cells.get(column), drafts) ?? []);
  if (numbers.length === 0) return null;
  const own = header.filter((field) => field.line === null && field.status !== "rejected");
  const total = sum(numbers);
  const against = numberIn(
    own.find((field) => field.name === stated),
    drafts,
  );
  if (!against) return { sum: formatDecimal(total), difference: null, isWithCharges: false };
  const charges = stated === "total" ? own.filter((field) => CHARGES.includes(field.name)) : [];
  const { difference, isWithCharges } = gapToTotal(
    total,
    charges.flatMap((field) => numberIn(field, drafts) ?? []),
    against,
  );
  return { sum: formatDecimal(total), difference: formatDecimal(difference), isWithCharges };
}

/** Whether quantity times price is not the amount of the line; what is not there is not wrong. */
export function isWrongProduct(cells: GridLine["cells"], currency: string | undefined, drafts: Drafts): boolean {
  const [quantity, price, amount] = ["quantity", "unit_price", "amount"].map((name) =>
    numberIn(cells.get(name), drafts),
  );
  if (!quantity || !price || !amount) return false;
  const digits = minorDigits(currency && /^[A-Z]{3}$/.test(currency) ? currency : "CNY");
  return !isProduct(quantity, price, amount, digits);
}

/** The columns whose sum is not what the document states in total, as its values stand. */
export function differingSums(fields: readonly FieldView[]): readonly string[] {
  const { rows, columns } = toGrid(fields);
  return columns.filter((column) => {
    const difference = sumOf(column, rows, fields, { get: () => null })?.difference;
    return difference != null && !isNothing(difference);
  });
}

function numberIn(field: FieldView | undefined, drafts: Pick<Drafts, "get">): Decimal | null {
  if (!field || field.status === "rejected") return null;
  const parsed = parseDecimal((drafts.get(field.id)?.text ?? field.value).trim());
  return parsed.ok ? parsed.value : null;
}

/** Whether a difference is none. */
export function isNothing(difference: string): boolean {
  const parsed = parseDecimal(difference);
  return parsed.ok && compare(parsed.value, ZERO) === 0;
}
