import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import { remembered } from "../shared/remembered";
import type { Rate } from "./duty-expression";
import { closeness, covers, type GeographicalArea, type Geography } from "./geography";
import type { Jurisdiction } from "./jurisdiction";
import type { Unit } from "./unit";

/**
 * What a tariff measure does. `conventional` is the rate of a trade agreement, `special_preferential` one granted to
 * least developed countries, `article_tax` the one tax on personal articles, `quota` the rate within a tariff quota. `positive_list` admits a line to retail import.
 */
export const MEASURE_KINDS = [
  "mfn",
  "conventional",
  "provisional",
  "special_preferential",
  "general",
  "quota",
  "anti_dumping",
  "countervailing",
  "vat",
  "consumption_tax",
  "article_tax",
  "positive_list",
  "prohibition",
  "required_document",
] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

/** What must be so for a measure to count, beside code, origin and day. */
export type Condition =
  /** Goods come with a proof of origin under the agreement. */
  | { readonly kind: "certificate"; readonly agreement: string }
  /** Goods are claimed under one of these programmes, as the tariff of the US marks its special rates. */
  | { readonly kind: "programme"; readonly anyOf: readonly string[] }
  /** The importer holds a licence for the quota that the measure's order number names. */
  | { readonly kind: "quota_licence" }
  /** Goods of this producer; trade remedies have a rate for each. */
  | { readonly kind: "producer"; readonly producer: string }
  /** A document by its code, such as a licence of dual-use goods. */
  | { readonly kind: "document"; readonly code: string }
  /** Positive list: goods that the line does not admit, such as endangered species. */
  | { readonly kind: "exclude"; readonly goods: string }
  /** Positive list: only under these supervision modes, such as 1210. */
  | { readonly kind: "mode_only"; readonly modes: readonly string[] }
  /** Positive list: only goods of this name. */
  | { readonly kind: "name_only"; readonly goods: string }
  /** Positive list: no more than so much for one person in a calendar year. */
  | { readonly kind: "per_person_cap"; readonly quantity: string; readonly unit: Unit };

/** What a measure says, whatever its days and its source. */
export interface MeasureContent {
  readonly jurisdiction: Jurisdiction;
  /** A chapter, heading, subheading or line that the measure applies to. */
  readonly code: string;
  readonly geography: Geography;
  readonly kind: MeasureKind;
  readonly rate: Rate;
  /** The measure applies from this price on, in CNY; null when it always applies. */
  readonly threshold: { readonly cny: string; readonly per: "unit" | "gram" } | null;
  /** All of them must be met. */
  readonly conditions: readonly Condition[];
  /** Of a tariff quota, or the case of a trade remedy; null for other measures. */
  readonly orderNumber: string | null;
  /** Units that the tariff asks the quantity in besides weight. */
  readonly additionalUnits: readonly Unit[];
}

export interface TariffMeasure extends MeasureContent, Validity {
  readonly id: string;
  /** The legal base. */
  readonly citation: string;
}

/** The tariff that is asked: its measures, and who belongs to the groups that they name. */
export interface Tariff {
  readonly measures: readonly TariffMeasure[];
  readonly areas: readonly GeographicalArea[];
}

/** Goods as a tariff sees them. */
export interface TariffQuery {
  readonly code: string;
  /** ISO 3166 alpha-2. */
  readonly origin: string;
  readonly day: LocalDate;
  readonly jurisdiction?: Jurisdiction;
}

/** Every measure whose code, geography and days take the goods in, whatever its conditions. */
export function measuresFor({ measures, areas }: Tariff, query: TariffQuery): readonly TariffMeasure[] {
  const { code, origin, day, jurisdiction = "CN" } = query;
  const byCode = indexed(measures);
  const found: TariffMeasure[] = [];
  for (let digits = 2; digits <= code.length; digits += 1)
    for (const measure of byCode.get(code.slice(0, digits)) ?? [])
      if (
        measure.jurisdiction === jurisdiction &&
        holdsOn(measure, day) &&
        covers(measure.geography, areas, origin, day)
      )
        found.push(measure);
  return found;
}

/** A declaration of a thousand lines asks the same tariff a thousand times. */
const indexed = remembered((measures: readonly TariffMeasure[]): ReadonlyMap<string, readonly TariffMeasure[]> => {
  const byCode = new Map<string, TariffMeasure[]>();
  for (const measure of measures) {
    const known = byCode.get(measure.code);
    if (known) known.push(measure);
    else byCode.set(measure.code, [measure]);
  }
  return byCode;
});

/**
 * The measures without claims that apply to a code of an origin on a day, one of each kind: the one with the longest
 * code, among those the one that names the origin most closely, and among those the one that came into force last.
 * Rates of duty are chosen by `rateCandidates`, which knows what is claimed.
 */
export function measuresOn(
  tariff: Tariff,
  code: string,
  origin: string,
  day: LocalDate,
  jurisdiction: Jurisdiction = "CN",
): ReadonlyMap<MeasureKind, TariffMeasure> {
  const found = new Map<MeasureKind, TariffMeasure>();
  for (const measure of measuresFor(tariff, { code, origin, day, jurisdiction })) {
    if (isClaimed(measure)) continue;
    const known = found.get(measure.kind);
    if (!known || prevails(measure, known)) found.set(measure.kind, measure);
  }
  return found;
}

/** Whether the one measure goes before the other, of the same kind and for the same goods. */
export function prevails(measure: TariffMeasure, known: TariffMeasure): boolean {
  const difference = precision(measure) - precision(known);
  return difference === 0 ? measure.validFrom > known.validFrom : difference > 0;
}

const CLAIMED: readonly Condition["kind"][] = ["certificate", "programme", "quota_licence", "producer"];

/** Whether the measure counts only for who claims it: with a certificate, a licence, or goods of one producer. */
function isClaimed({ conditions }: TariffMeasure): boolean {
  return conditions.some(({ kind }) => CLAIMED.includes(kind));
}

function precision(measure: TariffMeasure): number {
  return measure.code.length * 3 + closeness(measure.geography);
}
