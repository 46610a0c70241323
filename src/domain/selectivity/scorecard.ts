import type { Validity } from "../shared/local-date";

/** The dated figures of the additive score: what each factor is worth, and where the lanes begin. */
export interface Scorecard extends Validity {
  readonly id: string;
  readonly version: string;
  /** Points of the factors that hold or do not; negative points lower the risk. */
  readonly points: Readonly<Record<string, number>>;
  /** Points by chapter (two digits) or heading (four). */
  readonly commodityPoints: Readonly<Record<string, number>>;
  /** Points by origin, ISO 3166 alpha-2. */
  readonly originPoints: Readonly<Record<string, number>>;
  /** The usual price in CNY for a kilogram, by heading; beyond it the price asks for a look. */
  readonly priceBands: readonly {
    readonly heading: string;
    readonly lowCnyPerKg: string;
    readonly highCnyPerKg: string;
  }[];
  /** Descriptions made of nothing but these words say nothing. */
  readonly vagueWords: readonly string[];
  readonly highValueCny: string;
  /** The lowest score of each lane above green. */
  readonly bands: { readonly blue: number; readonly yellow: number; readonly red: number };
  /** The share of shipments that are looked at by chance, whatever their score. */
  readonly randomShare: number;
  readonly citation: string;
}
