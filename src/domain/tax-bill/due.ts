import { compare, type Decimal, decimal, formatDecimal, round, subtract, sum, ZERO } from "../shared/decimal";
import type { BillLine } from "./reconcile-bill";

interface Taxes {
  readonly duty: string;
  readonly consumptionTax: string;
  readonly vat: string;
}

/** What is due of each tax: what was assessed, less what goods that came back in time took with them. */
export function dueLines(assessed: Taxes, reversed: readonly Taxes[]): readonly BillLine[] {
  const left = (kind: keyof Taxes) =>
    text(subtract(decimal(assessed[kind]), sum(reversed.map((each) => decimal(each[kind])))));
  return [
    { kind: "duty", amount: left("duty") },
    { kind: "consumption_tax", amount: left("consumptionTax") },
    { kind: "vat", amount: left("vat") },
  ];
}

/** The sum of lines. */
export function totalOf(lines: readonly Pick<BillLine, "amount">[]): Decimal {
  return sum(lines.map(({ amount }) => decimal(amount)));
}

/** What was paid less what was claimed back and not refused. */
export function netPaid(
  payments: readonly { readonly amount: string }[],
  refunds: readonly { readonly amount: string; readonly state: string }[],
): Decimal {
  return subtract(totalOf(payments), totalOf(refunds.filter(({ state }) => state !== "refused")));
}

/** What was paid beyond what is due: no more than that can be claimed back. */
export function overpaid(paid: Decimal, due: readonly BillLine[]): Decimal {
  const more = subtract(paid, totalOf(due));
  return compare(more, ZERO) > 0 ? more : ZERO;
}

/**
 * What a receipt for a bill pays: the bill less what was paid before and pays for no other bill; nothing where that is
 * enough.
 */
export function openOfBill(bill: string, paid: Decimal, billsPaid: readonly { readonly total: string }[]): Decimal {
  const free = subtract(paid, sum(billsPaid.map(({ total }) => decimal(total))));
  const open = compare(free, ZERO) > 0 ? subtract(decimal(bill), free) : decimal(bill);
  return compare(open, ZERO) > 0 ? open : ZERO;
}

function text(value: Decimal): string {
  return formatDecimal(round(value, 2));
}
