import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  formatDecimal,
  multiply,
  round,
  subtract,
  sum,
  ZERO,
} from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";

/** The amounts that a return reverses, in the currency of the assessment. */
export const REVERSED_AMOUNTS = ["value", "duty", "consumptionTax", "vat"] as const;
export type ReversedAmounts = Readonly<Record<(typeof REVERSED_AMOUNTS)[number], string>>;

/** A line as it was declared and assessed. */
export interface AssessedLine extends ReversedAmounts {
  readonly line: number;
  /** In the declared unit. */
  readonly quantity: string;
}

/** So much of a line comes back. */
export interface ReturnedLine {
  readonly line: number;
  readonly quantity: string;
}

export interface Reversal {
  readonly lines: readonly (ReturnedLine & ReversedAmounts)[];
  readonly total: ReversedAmounts;
  /** Whether nothing of the goods is left with the consumer then. */
  readonly isAll: boolean;
}

export type ReversalFault =
  | { readonly kind: "return_empty" }
  | { readonly kind: "return_line_unknown"; readonly line: number }
  | { readonly kind: "return_line_twice"; readonly line: number }
  | { readonly kind: "return_quantity"; readonly line: number; readonly left: string };

const AMOUNT_SCALE = 12;

/**
 * What of value and taxes comes back with goods, line by line. A part of a line has its share by quantity, to the fen,
 * half up; the shares of several returns add up to the whole of the line, for each is what is reversed by then less what
 * was reversed before.
 */
export function reverseLines(
  assessed: readonly AssessedLine[],
  earlier: readonly ReturnedLine[],
  wanted: readonly ReturnedLine[],
): Result<Reversal, ReversalFault> {
  if (wanted.length === 0) return err({ kind: "return_empty" });
  const lines: (ReturnedLine & ReversedAmounts)[] = [];
  for (const { line, quantity } of wanted) {
    const whole = assessed.find((each) => each.line === line);
    if (!whole) return err({ kind: "return_line_unknown", line });
    if (lines.some((each) => each.line === line)) return err({ kind: "return_line_twice", line });
    const before = quantityOf(earlier, line);
    const left = subtract(decimal(whole.quantity), before);
    if (compare(decimal(quantity), ZERO) <= 0 || compare(decimal(quantity), left) > 0)
      return err({ kind: "return_quantity", line, left: formatDecimal(left) });
    const then = add(before, decimal(quantity));
    const share = (amount: string) => text(subtract(part(whole, amount, then), part(whole, amount, before)));
    lines.push({
      line,
      quantity,
      value: share(whole.value),
      duty: share(whole.duty),
      consumptionTax: share(whole.consumptionTax),
      vat: share(whole.vat),
    });
  }
  const total = (amount: keyof ReversedAmounts) => text(sum(lines.map((line) => decimal(line[amount]))));
  const isAll = assessed.every(
    ({ line, quantity }) => compare(add(quantityOf(earlier, line), quantityOf(wanted, line)), decimal(quantity)) === 0,
  );
  const sums = {
    value: total("value"),
    duty: total("duty"),
    consumptionTax: total("consumptionTax"),
    vat: total("vat"),
  };
  return ok({ lines, total: sums, isAll });
}

/** What of an amount of a line is reversed once so much of it is back. */
function part({ quantity }: AssessedLine, amount: string, back: Decimal): Decimal {
  return round(divide(multiply(decimal(amount), back), decimal(quantity), AMOUNT_SCALE), 2);
}

function quantityOf(lines: readonly ReturnedLine[], line: number): Decimal {
  return sum(lines.filter((each) => each.line === line).map((each) => decimal(each.quantity)));
}

function text(value: Decimal): string {
  return formatDecimal(round(value, 2));
}
