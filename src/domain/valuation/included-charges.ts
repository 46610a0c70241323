import { add, compare, type Decimal } from "../shared/decimal";

/** Which of the charges that an invoice shows are part of its total already. */
export interface IncludedCharges {
  readonly freight: boolean;
  readonly insurance: boolean;
}

interface Shown {
  readonly total: Decimal;
  /** The sum of the goods lines. */
  readonly goods: Decimal;
  readonly freight: Decimal | null;
  readonly insurance: Decimal | null;
}

/**
 * Finds out whether the total is that of the goods alone or holds the freight or the insurance too, so that neither is
 * added to the customs value twice. Null when no reading adds up, and then the invoice contradicts itself.
 */
export function includedCharges({ total, goods, freight, insurance }: Shown): IncludedCharges | null {
  const readings: readonly (readonly [IncludedCharges, Decimal | null])[] = [
    [{ freight: false, insurance: false }, goods],
    [{ freight: true, insurance: true }, freight && insurance ? add(add(goods, freight), insurance) : null],
    [{ freight: true, insurance: false }, freight ? add(goods, freight) : null],
    [{ freight: false, insurance: true }, insurance ? add(goods, insurance) : null],
  ];
  return readings.find(([, expected]) => expected !== null && compare(expected, total) === 0)?.[0] ?? null;
}
