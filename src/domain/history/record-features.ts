import { IRREGULARITIES } from "./entry";
import { type Feature, type FeatureGroup, flag } from "./feature";
import type { LinkName } from "./links";
import { linkIndex, type Sight } from "./sight";
import type { Track } from "./track";

/** How many inspections of nothing but the usual are put beside those of a link, so that few do not say much. */
const STRENGTH = 5;

interface Described {
  readonly link: LinkName;
  readonly group: FeatureGroup;
  readonly words: string;
}

const RECORDS: readonly Described[] = [
  { link: "importer", group: "importer_record", words: "the importer" },
  { link: "exporter", group: "exporter_record", words: "the exporter" },
  { link: "declarant", group: "declarant_record", words: "the declarant" },
  { link: "code", group: "goods_record", words: "the code" },
  { link: "heading", group: "goods_record", words: "the heading" },
  { link: "chapter", group: "goods_record", words: "the chapter" },
  { link: "origin", group: "route_record", words: "the origin" },
  { link: "office", group: "route_record", words: "the office" },
  { link: "importerExporter", group: "pair_record", words: "importer and exporter together" },
  { link: "importerCode", group: "pair_record", words: "importer and code together" },
  { link: "importerChapter", group: "pair_record", words: "importer and chapter together" },
  { link: "importerOrigin", group: "pair_record", words: "importer and origin together" },
  { link: "importerDeclarant", group: "pair_record", words: "importer and declarant together" },
  { link: "exporterCode", group: "pair_record", words: "exporter and code together" },
  { link: "exporterChapter", group: "pair_record", words: "exporter and chapter together" },
  { link: "exporterDeclarant", group: "pair_record", words: "exporter and declarant together" },
  { link: "declarantOrigin", group: "declarant_record", words: "declarant and origin together" },
  { link: "declarantChapter", group: "declarant_record", words: "declarant and chapter together" },
  { link: "declarantMode", group: "declarant_record", words: "declarant and mode together" },
  { link: "codeOrigin", group: "goods_record", words: "code and origin together" },
  { link: "chapterOrigin", group: "goods_record", words: "chapter and origin together" },
  { link: "route", group: "route_record", words: "the route" },
  { link: "routeMode", group: "route_record", words: "country of dispatch and mode" },
  { link: "preferenceRoute", group: "preference", words: "agreement and country of dispatch" },
  { link: "preferenceOrigin", group: "preference", words: "agreement and origin" },
  { link: "officeMode", group: "route_record", words: "office and mode" },
  { link: "newcomersOfMode", group: "importer_age", words: "importers of that age in the mode" },
  { link: "newcomersOfRoute", group: "importer_age", words: "importers of that age from the country" },
  { link: "newcomersOfDeclarant", group: "declarant_record", words: "the declarant's importers of that age" },
];

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const track = (sight: Sight, link: LinkName): Track | null => sight.tracks[linkIndex(link)] ?? null;

const rates = RECORDS.flatMap(({ link, group, words }): Feature[] => [
  {
    name: `${snake(link)}_found`,
    group,
    kind: "share",
    monotone: 0,
    description: `Share of irregular ones among inspected entries of ${words}, drawn towards the usual`,
    of: (sight) => track(sight, link)?.rate(sight.prior, STRENGTH) ?? sight.prior,
  },
  {
    name: `${snake(link)}_found_lately`,
    group,
    kind: "share",
    monotone: 0,
    description: `The same for ${words}, each counting half after 90 days`,
    of: (sight) => track(sight, link)?.recentRate(sight.day, sight.prior, STRENGTH) ?? sight.prior,
  },
]);

const CLOSELY: readonly Described[] = RECORDS.filter(({ link }) =>
  ["importer", "exporter", "declarant", "importerExporter", "code"].includes(link),
);

const counts = CLOSELY.flatMap(({ link, group, words }): Feature[] => [
  {
    name: `${snake(link)}_inspected`,
    group,
    kind: "count",
    monotone: 0,
    description: `Inspections of ${words}, as a logarithm`,
    of: (sight) => Math.log1p(track(sight, link)?.looked?.inspected ?? 0),
  },
  {
    name: `${snake(link)}_found_count`,
    group,
    kind: "count",
    monotone: 0,
    description: `Irregular entries found of ${words}`,
    of: (sight) => track(sight, link)?.looked?.found ?? 0,
  },
  {
    name: `${snake(link)}_days_since_found`,
    group,
    kind: "number",
    monotone: 0,
    description: `Days since something was found of ${words}`,
    of: (sight) => {
      const since = sight.day - (track(sight, link)?.looked?.lastFound ?? Number.NEGATIVE_INFINITY);
      return Number.isFinite(since) ? since : Number.NaN;
    },
  },
]);

const kinds = (["importer", "exporter", "declarant"] as const).flatMap((link) =>
  IRREGULARITIES.map((irregularity, index): Feature => {
    const word = irregularity.toLowerCase();
    return {
      name: `${link}_found_${word}`,
      group: `${link}_record`,
      kind: "share",
      monotone: 0,
      description: `Share of inspected entries of the ${link} in which ${word} was wrong`,
      of: (sight) => {
        const looked = track(sight, link)?.looked;
        return looked ? (looked.kinds[index] ?? 0) / (looked.inspected + STRENGTH) : 0;
      },
    };
  }),
);

/** What inspections brought to light before, and how much they say. */
export const RECORD_FEATURES: readonly Feature[] = [
  ...rates,
  ...counts,
  ...kinds,
  {
    name: "importer_ever_found",
    group: "importer_record",
    kind: "flag",
    monotone: 0,
    description: "Something was found of the importer before",
    of: (sight) => flag((track(sight, "importer")?.looked?.found ?? 0) > 0),
  },
  {
    name: "importer_partners_found",
    group: "company",
    kind: "share",
    monotone: 0,
    description: "Mean share of irregular ones among the exporters that the importer bought from",
    of: (sight) => partnerRate(sight, "importer"),
  },
  {
    name: "exporter_partners_found",
    group: "company",
    kind: "share",
    monotone: 0,
    description: "Mean share of irregular ones among the importers that the exporter sold to",
    of: (sight) => partnerRate(sight, "exporter"),
  },
  {
    name: "declarant_partners_found",
    group: "company",
    kind: "share",
    monotone: 0,
    description: "Mean share of irregular ones among the importers that the declarant acts for",
    of: (sight) => partnerRate(sight, "declarant"),
  },
];

function partnerRate(sight: Sight, link: LinkName): number {
  const its = track(sight, link);
  return its ? (its.partnerRates + sight.prior * STRENGTH) / (its.seen + STRENGTH) : sight.prior;
}
