import { type Feature, flag, stated } from "./feature";
import type { PeerName } from "./peers";
import { PEERS } from "./peers";
import { deviationFrom, gapTo, linkIndex, peerIndex, type Sight } from "./sight";

/** Words for the peer groups, as the second part of a sentence. */
const PEER_WORDS: Readonly<Record<PeerName, { readonly group: Feature["group"]; readonly words: string }>> = {
  priceOfCode: { group: "price", words: "price of a kilogram from that of the same code" },
  priceOfCodeOrigin: { group: "price", words: "price of a kilogram from that of the same code and origin" },
  priceOfExporterCode: { group: "exporter_pricing", words: "price of a kilogram from the exporter's own for the code" },
  priceOfImporterCode: { group: "importer_pricing", words: "price of a kilogram from the importer's own for the code" },
  priceOfHeading: { group: "price", words: "price of a kilogram from that of the same heading" },
  packagePriceOfCode: { group: "packages", words: "price of a package from that of the same code" },
  packageWeightOfCode: { group: "packages", words: "weight of a package from that of the same code" },
  packageWeightOfMode: { group: "packages", words: "weight of a package from that of the same office and mode" },
  grossOfCode: { group: "weight", words: "ratio of gross to net weight from that of the same code" },
  freightOfRoute: { group: "freight", words: "freight of a kilogram from that of the same country and mode" },
  freightShareOfRoute: { group: "freight", words: "freight per value from that of the same country and mode" },
  freightShareOfCode: { group: "freight", words: "freight per value from that of the same code" },
  valueOfImporter: { group: "value", words: "value from what the importer usually declares" },
  valueOfCode: { group: "value", words: "value from what is usual for the code" },
  weightOfImporter: { group: "weight", words: "weight from what the importer usually declares" },
};

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const comparisons = (Object.keys(PEERS) as PeerName[]).flatMap((peer): Feature[] => {
  const { group, words } = PEER_WORDS[peer];
  const common = { group, kind: "number", monotone: 0 } as const;
  return [
    {
      ...common,
      name: `${snake(peer)}_gap`,
      description: `How far the ${words}, as a logarithm`,
      of: (sight) => gapTo(sight, peer),
    },
    {
      ...common,
      name: `${snake(peer)}_deviation`,
      description: `How far the ${words}, in robust standard deviations`,
      of: (sight) => deviationFrom(sight, peer),
    },
  ];
});

const number = (name: string, group: Feature["group"], description: string, of: Feature["of"]): Feature => ({
  name,
  group,
  kind: "number",
  monotone: 0,
  description,
  of,
});
const yes = (name: string, group: Feature["group"], description: string, of: (sight: Sight) => boolean): Feature => ({
  name,
  group,
  kind: "flag",
  monotone: 0,
  description,
  of: (sight) => flag(of(sight)),
});

/** How round a value is: 3 for whole hundreds, 2 for tens of fifty, 1 for tens, 0.5 for whole numbers; the rounder the odder. */
function roundness(value: number | null): number {
  if (value === null || value <= 0) return Number.NaN;
  if (value % 100 === 0) return 3;
  if (value % 50 === 0) return 2;
  if (value % 10 === 0) return 1;
  return value % 1 === 0 ? 0.5 : 0;
}

/** What a share of duty other entries of the link bear, less that of this one, in per cent. */
function dutyBelow(sight: Sight, link: "importer" | "exporter" | "heading" | "chapter" | "code"): number {
  const track = sight.tracks[linkIndex(link)];
  return track && sight.entry.dutyRate !== null ? track.dutySum / track.seen - sight.entry.dutyRate : Number.NaN;
}

const rank = (peer: PeerName) => (sight: Sight) =>
  sight.samples[peerIndex(peer)]?.rank(sight.measures[PEERS[peer].measure]) ?? Number.NaN;

/** What the declared facts say, alone and beside those of peers. */
export const GOODS_FEATURES: readonly Feature[] = [
  ...comparisons,
  number(
    "price_rank_of_code",
    "price",
    "Share of entries of the code with a lower price of a kilogram",
    rank("priceOfCode"),
  ),
  number(
    "price_rank_of_code_origin",
    "price",
    "The same among entries of the code and origin",
    rank("priceOfCodeOrigin"),
  ),
  number(
    "price_closest_gap",
    "price",
    "How far the price of a kilogram is from that of its closest peers",
    (s) => s.priceGap,
  ),
  number(
    "price_and_freight_gap",
    "price",
    "Price below, and freight per value above, what is usual, together",
    (s) => s.priceGap - s.freightShareGap,
  ),
  number("price_kg", "price", "Invoice value of a kilogram net, as a logarithm", (s) => s.measures.price),
  number("value", "value", "Invoice value, as a logarithm", (s) => s.measures.value),
  number("value_roundness", "value", "How round the invoice value is", (s) => roundness(s.entry.invoiceValue)),
  number("weight", "weight", "Gross weight, as a logarithm", (s) => s.measures.weight),
  number("gross_to_net", "weight", "Gross to net weight, as a logarithm", (s) => s.measures.grossToNet),
  number("packages", "packages", "Packages, as a logarithm", (s) => Math.log1p(Math.max(0, stated(s.entry.packages)))),
  number("kg_per_package", "packages", "Gross weight of a package, as a logarithm", (s) => s.measures.kgPerPackage),
  number(
    "price_per_package",
    "packages",
    "Invoice value of a package, as a logarithm",
    (s) => s.measures.pricePerPackage,
  ),
  number("freight_per_kg", "freight", "Freight of a kilogram, as a logarithm", (s) => s.measures.freightPerKg),
  number("freight_to_value", "freight", "Freight per invoice value, as a logarithm", (s) => s.measures.freightToValue),
  number("duty_rate", "duty", "Rate of duty, per cent", (s) => stated(s.entry.dutyRate)),
  number("duty", "duty", "Duty, as a logarithm", (s) => Math.log1p(Math.max(0, stated(s.entry.duty)))),
  number("duty_below_importer", "duty", "Mean duty rate of the importer less this one", (s) =>
    dutyBelow(s, "importer"),
  ),
  number("duty_below_exporter", "duty", "Mean duty rate of the exporter less this one", (s) =>
    dutyBelow(s, "exporter"),
  ),
  number("duty_below_code", "duty", "Mean duty rate of the code less this one", (s) => dutyBelow(s, "code")),
  number("duty_below_heading", "duty", "Mean duty rate of the heading less this one", (s) => dutyBelow(s, "heading")),
  number("duty_below_chapter", "duty", "Mean duty rate of the chapter less this one", (s) => dutyBelow(s, "chapter")),
  number("documents", "papers", "Papers that were handed in", (s) => stated(s.entry.documents)),
  yes("preference", "preference", "A preference is claimed", (s) => s.entry.preference !== ""),
  yes(
    "preference_indirect",
    "preference",
    "A preference is claimed for goods sent from another country than that of origin",
    (s) => s.entry.preference !== "" && s.entry.origin !== s.entry.dispatch,
  ),
  yes("indirect", "route", "Sent from another country than that of origin", (s) => s.entry.origin !== s.entry.dispatch),
  yes("certified", "standing", "The importer holds an AEO authorisation", (s) => s.entry.isCertified),
  number("importer_age", "importer_age", "Weeks since the importer was registered", (s) =>
    stated(s.entry.importerAgeWeeks),
  ),
  number(
    "month",
    "volume",
    "Day of the year as a share, for what comes with the season",
    (s) => (((s.day % 365.2425) + 365.2425) % 365.2425) / 365.2425,
  ),
];
