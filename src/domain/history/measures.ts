import type { HistoryEntry } from "./entry";

/** Ratios of an entry, as logarithms; NaN where a part is not stated or not positive. */
export interface Measures {
  /** Invoice value of a kilogram net. */
  readonly price: number;
  readonly pricePerPackage: number;
  readonly value: number;
  readonly kgPerPackage: number;
  readonly grossToNet: number;
  readonly freightPerKg: number;
  readonly freightToValue: number;
  readonly weight: number;
}

/** The ratios of an entry that are compared with those of its peers. */
export function measuresOf(entry: HistoryEntry): Measures {
  return {
    price: ratio(entry.invoiceValue, entry.netKg),
    pricePerPackage: ratio(entry.invoiceValue, entry.packages),
    value: ratio(entry.invoiceValue, 1),
    kgPerPackage: ratio(entry.grossKg, entry.packages),
    grossToNet: ratio(entry.grossKg, entry.netKg),
    freightPerKg: ratio(entry.freight, entry.grossKg),
    freightToValue: ratio(entry.freight, entry.invoiceValue),
    weight: ratio(entry.grossKg, 1),
  };
}

function ratio(of: number | null, to: number | null): number {
  return of !== null && to !== null && of > 0 && to > 0 ? Math.log(of) - Math.log(to) : Number.NaN;
}
