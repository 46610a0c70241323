import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import { isUnder } from "./commodity-code";

/** What a tariff measure does. `positive_list` admits a line to retail import. */
export const MEASURE_KINDS = ["mfn", "provisional", "general", "vat", "consumption_tax", "positive_list"] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** Units that the tariff counts in. A rate per litre cannot be charged on a number of bottles. */
export const SPECIFIC_UNITS = ["litre", "kilogram", "piece"] as const;
export type SpecificUnit = (typeof SPECIFIC_UNITS)[number];

/** A rate: a fraction of the value, or CNY per unit of quantity, or both (compound). Plain decimals. */
export interface Rate {
  /** `0.13` is 13 %. */
  readonly adValorem: string | null;
  /** CNY for each unit of the declared quantity. */
  readonly specific: string | null;
  /** The unit that the specific part counts in; null for whatever unit is declared. */
  readonly specificUnit: SpecificUnit | null;
}

export interface TariffMeasure extends Validity {
  readonly id: string;
  /** A chapter, heading, subheading or line that the measure applies to. */
  readonly code: string;
  /** ISO 3166 alpha-2; null for all origins. */
  readonly origin: string | null;
  readonly kind: MeasureKind;
  readonly rate: Rate;
  /** The measure applies from this price on; null when it always applies. */
  readonly threshold: { readonly cny: string; readonly per: "unit" | "gram" } | null;
  readonly citation: string;
}

/**
 * The measures that apply to a code of an origin on a day, one of each kind: the one with the longest code, among those
 * the one for the origin itself, and among those the one that came into force last.
 */
export function measuresOn(
  measures: readonly TariffMeasure[],
  code: string,
  origin: string,
  day: LocalDate,
): ReadonlyMap<MeasureKind, TariffMeasure> {
  const found = new Map<MeasureKind, TariffMeasure>();
  for (const measure of measures) {
    const applies =
      isUnder(code, measure.code) && (measure.origin === null || measure.origin === origin) && holdsOn(measure, day);
    if (!applies) continue;
    const known = found.get(measure.kind);
    if (!known || prevails(measure, known)) found.set(measure.kind, measure);
  }
  return found;
}

function prevails(measure: TariffMeasure, known: TariffMeasure): boolean {
  const difference = precision(measure) - precision(known);
  return difference === 0 ? measure.validFrom > known.validFrom : difference > 0;
}

function precision(measure: TariffMeasure): number {
  return measure.code.length * 2 + (measure.origin === null ? 0 : 1);
}
