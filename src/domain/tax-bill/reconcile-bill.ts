import { add, compare, decimal, formatDecimal, round, subtract, sum, ZERO } from "../shared/decimal";

/** What a bill of the authority may ask for, in the order of its lines. */
export const BILL_KINDS = ["duty", "consumption_tax", "vat", "late_declaration_fee", "late_payment_surcharge"] as const;
export type BillKind = (typeof BILL_KINDS)[number];

/** One line of a bill: a plain decimal in the currency of the bill. */
export interface BillLine {
  readonly kind: BillKind;
  readonly amount: string;
}

/** A kind of tax as we assessed it and as the authority asks it. */
export interface BillComparison {
  readonly kind: BillKind;
  readonly ours: string;
  readonly authority: string;
  /** What the authority asks more; below zero where it asks less. */
  readonly difference: string;
}

export interface Reconciled {
  readonly lines: readonly BillComparison[];
  readonly total: Omit<BillComparison, "kind">;
  /** Whether every kind is the same to the fen; two differences that cancel out are two differences. */
  readonly isEqual: boolean;
}

/**
 * A bill of the authority beside what is still to be billed of the kinds that it names, to the fen: duty and VAT come on
 * bills of their own. What an earlier bill asked for is not asked twice.
 *
 * @param due what was assessed, less what returned goods took back
 * @param earlier lines of the bills that were recorded before
 */
export function reconcileBill(
  due: readonly BillLine[],
  earlier: readonly BillLine[],
  bill: readonly BillLine[],
): Reconciled {
  const of = (lines: readonly BillLine[], kind: BillKind) =>
    sum(lines.filter((line) => line.kind === kind).map((line) => decimal(line.amount)));
  const lines = BILL_KINDS.flatMap((kind) => {
    const asked = of(bill, kind);
    const open = subtract(of(due, kind), of(earlier, kind));
    const isNamed =
      bill.some((line) => line.kind === kind) && (compare(asked, ZERO) !== 0 || compare(open, ZERO) !== 0);
    return isNamed ? [{ kind, ...beside(open, asked) }] : [];
  });
  const whole = (side: "ours" | "authority") => lines.reduce((total, line) => add(total, decimal(line[side])), ZERO);
  return {
    lines,
    total: beside(whole("ours"), whole("authority")),
    isEqual: lines.every((line) => compare(decimal(line.difference), ZERO) === 0),
  };
}

function beside(ours: Parameters<typeof round>[0], authority: Parameters<typeof round>[0]) {
  const text = (value: Parameters<typeof round>[0]) => formatDecimal(round(value, 2));
  return { ours: text(ours), authority: text(authority), difference: text(subtract(authority, ours)) };
}
