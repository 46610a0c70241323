import type { Feature, FeatureGroup } from "./feature";
import type { LinkName } from "./links";
import { linkIndex, type Sight } from "./sight";
import type { Track } from "./track";

interface Described {
  readonly link: LinkName;
  readonly words: string;
}

/** How many usual entries are put beside those of a link before a mean of theirs is believed. */
const STRENGTH = 3;

const TRADERS: readonly (Described & { readonly pricing: FeatureGroup })[] = [
  { link: "importer", words: "the importer", pricing: "importer_pricing" },
  { link: "exporter", words: "the exporter", pricing: "exporter_pricing" },
  { link: "declarant", words: "the declarant", pricing: "declarant_record" },
];
const PRICED: readonly (Described & { readonly pricing: FeatureGroup })[] = [
  ...TRADERS,
  { link: "importerExporter", words: "importer and exporter together", pricing: "importer_pricing" },
  { link: "importerOrigin", words: "importer and origin together", pricing: "importer_pricing" },
  { link: "newcomersOfDeclarant", words: "the declarant's importers of that age", pricing: "declarant_record" },
];
const PAIRS: readonly Described[] = [
  { link: "importerExporter", words: "importer and exporter" },
  { link: "importerCode", words: "importer and code" },
  { link: "importerChapter", words: "importer and chapter" },
  { link: "importerOrigin", words: "importer and origin" },
  { link: "importerDeclarant", words: "importer and declarant" },
  { link: "exporterCode", words: "exporter and code" },
  { link: "exporterChapter", words: "exporter and chapter" },
  { link: "exporterDeclarant", words: "exporter and declarant" },
  { link: "codeOrigin", words: "code and origin" },
  { link: "route", words: "origin and country of dispatch" },
  { link: "preferenceRoute", words: "agreement and country of dispatch" },
];

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function number(
  name: string,
  group: FeatureGroup,
  description: string,
  link: LinkName,
  of: (track: Track, sight: Sight) => number,
  without = Number.NaN,
): Feature {
  const index = linkIndex(link);
  return {
    name,
    group,
    kind: "number",
    monotone: 0,
    description,
    of: (sight) => {
      const track = sight.tracks[index];
      return track ? of(track, sight) : without;
    },
  };
}

const volumes = TRADERS.flatMap(({ link, words }): Feature[] => [
  number(`${link}_entries`, "volume", `Entries of ${words} so far, as a logarithm`, link, (t) => Math.log1p(t.seen), 0),
  number(
    `${link}_entries_lately`,
    "volume",
    `Entries of ${words}, each counting half after 28 days`,
    link,
    (t, { day }) => t.recentOn(day),
    0,
  ),
  number(
    `${link}_surge`,
    "volume",
    `Entries of ${words} lately beside those of the last half year, as a logarithm`,
    link,
    (t, { day }) => Math.log((t.recentOn(day) * 6.5 + 1) / (t.seasonOn(day) + 1)),
    0,
  ),
  number(
    `${link}_days_since_last`,
    "novelty",
    `Days since the last entry of ${words}`,
    link,
    (t, { day }) => day - t.last,
  ),
  number(
    `${link}_days_since_first`,
    "novelty",
    `Days since the first entry of ${words}`,
    link,
    (t, { day }) => day - t.first,
  ),
  number(
    `${link}_value_mean`,
    "value",
    `Mean value that ${words} declared, as a logarithm`,
    link,
    (t) => t.valueSum / t.priced,
  ),
  number(`${link}_partners`, "company", `Partners of ${words} for each entry`, link, (t) => t.partners / t.seen),
  number(`${link}_goods`, "novelty", `Different codes of ${words} for each entry`, link, (t) => t.goods / t.seen),
  number(
    `${link}_preferred`,
    "preference",
    `Share of entries of ${words} with a preference`,
    link,
    (t) => t.preferred / t.seen,
  ),
]);

const pricing = PRICED.flatMap(({ link, words, pricing: group }): Feature[] => [
  number(
    `${snake(link)}_price_mean`,
    group,
    `Mean distance of the prices of ${words} from those of peers, drawn towards none`,
    link,
    (t) => t.gapSum / (t.priced + STRENGTH),
    0,
  ),
  number(`${snake(link)}_price_spread`, group, `Spread of the prices of ${words} around those of peers`, link, (t) =>
    Math.sqrt(Math.max(0, t.gapSquares / (t.priced + 1) - (t.gapSum / (t.priced + 1)) ** 2)),
  ),
  number(
    `${snake(link)}_price_own_gap`,
    group,
    `How far this price is from what ${words} usually ask or pay beside peers`,
    link,
    (t, { priceGap }) => priceGap - t.gapSum / (t.priced + STRENGTH),
  ),
  number(
    `${snake(link)}_low_priced`,
    group,
    `Share of entries of ${words} far below the price of peers`,
    link,
    (t) => t.lowPriced / (t.priced + STRENGTH),
    0,
  ),
  number(
    `${snake(link)}_freight_share`,
    "freight",
    `Mean distance of the freight per value of ${words} from that of peers`,
    link,
    (t) => t.shareGapSum / (t.priced + STRENGTH),
    0,
  ),
]);

const novelty = PAIRS.flatMap(({ link, words }): Feature[] => [
  number(
    `${snake(link)}_together`,
    "novelty",
    `Entries of ${words} together so far, as a logarithm`,
    link,
    (t) => Math.log1p(t.seen),
    0,
  ),
]);

const SURGES: readonly Described[] = [
  { link: "chapterOrigin", words: "chapter and origin" },
  { link: "codeOrigin", words: "code and origin" },
  { link: "newcomersOfMode", words: "importers of that age in the mode" },
  { link: "newcomersOfDeclarant", words: "the declarant's importers of that age" },
  { link: "declarantOrigin", words: "declarant and origin" },
  { link: "preferenceOrigin", words: "agreement and origin" },
];
const surges = SURGES.map(({ link, words }) =>
  number(
    `${snake(link)}_surge`,
    "volume",
    `Entries of ${words} lately beside those of the last half year, as a logarithm`,
    link,
    (t, { day }) => Math.log((t.recentOn(day) * 6.5 + 1) / (t.seasonOn(day) + 1)),
    0,
  ),
);

const share = (name: string, description: string, part: LinkName, whole: LinkName): Feature => ({
  name,
  group: "novelty",
  kind: "share",
  monotone: 0,
  description,
  of: ({ tracks }) => {
    const all = tracks[linkIndex(whole)];
    return all ? (tracks[linkIndex(part)]?.seen ?? 0) / all.seen : Number.NaN;
  },
});

/** How traders traded before, whatever inspections said. */
export const TRADE_FEATURES: readonly Feature[] = [
  ...volumes,
  ...pricing,
  ...novelty,
  ...surges,
  share("code_share_of_importer", "Share of the code among the importer's entries", "importerCode", "importer"),
  share(
    "chapter_share_of_importer",
    "Share of the chapter among the importer's entries",
    "importerChapter",
    "importer",
  ),
  share(
    "exporter_share_of_importer",
    "Share of the exporter among the importer's entries",
    "importerExporter",
    "importer",
  ),
  share(
    "declarant_share_of_importer",
    "Share of the declarant among the importer's entries",
    "importerDeclarant",
    "importer",
  ),
  share("origin_share_of_importer", "Share of the origin among the importer's entries", "importerOrigin", "importer"),
  share("code_share_of_exporter", "Share of the code among the exporter's entries", "exporterCode", "exporter"),
  share(
    "chapter_share_of_exporter",
    "Share of the chapter among the exporter's entries",
    "exporterChapter",
    "exporter",
  ),
  share(
    "importer_share_of_exporter",
    "Share of the importer among the exporter's entries",
    "importerExporter",
    "exporter",
  ),
  share("origin_share_of_code", "Share of the origin among entries of the code", "codeOrigin", "code"),
];
