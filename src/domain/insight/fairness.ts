import { compareText, groupBy, type InsightLine, isStopped } from "./rows";
import { type Share, shareWhere } from "./share";

/** So many origins are named, the most frequent ones; the rest is one group. */
const NAMED_ORIGINS = 8;
const PROBABILITY_BANDS = [0.05, 0.2, 0.5] as const;
const SCORE_BANDS = [20, 40, 60] as const;

export interface FairnessRow extends Share {
  readonly by: "size" | "newcomer" | "origin";
  readonly group: string;
  /** How many of them have a known risk. */
  readonly known: number;
  /**
   * The share held if the group had the mix of risks of all: the mean of its shares by band of risk, weighted by how
   * many of all lie in the band. Null where the risk of less than half of the group is known.
   */
  readonly atEqualRisk: number | null;
}

/**
 * Who was held although nothing was found: of the declarations that turned out regular, or that nobody had reason to
 * doubt afterwards, the share that was held, by size of the trader, by newcomers and by origin.
 */
export function fairness(declarations: readonly InsightLine[], newcomerWeeks: number): readonly FairnessRow[] {
  const assessed = declarations.filter(({ lane }) => lane !== null);
  const sizes = sizesOf(assessed);
  const origins = namedOrigins(assessed);
  const regular = assessed.filter(({ finding }) => finding === null || !finding.isIrregular);
  const mix = countsOf(regular.flatMap((row) => bandOf(row) ?? []));
  const groups = (by: FairnessRow["by"], groupOf: (row: InsightLine) => string) =>
    [...groupBy(regular, groupOf)]
      .sort(([a], [b]) => compareText(a, b))
      .map(([group, rows]): FairnessRow => ({ by, group, ...shareWhere(rows, isHeld), ...atEqualRisk(rows, mix) }));
  return [
    ...groups("size", ({ importer }) => `q${(sizes.get(importer) ?? 0) + 1}`),
    ...groups("newcomer", ({ importerAgeWeeks }) => newcomerOf(importerAgeWeeks, newcomerWeeks)),
    ...groups("origin", ({ origin }) => (origins.has(origin) ? origin : "other")),
  ];
}

function isHeld({ lane }: InsightLine): boolean {
  return isStopped(lane);
}

function newcomerOf(weeks: number | null, newcomerWeeks: number): string {
  if (weeks === null) return "unknown";
  return weeks < newcomerWeeks ? "newcomer" : "established";
}

/** The quarter of importers that each belongs to by how much it declared; equals are in the same one. */
function sizesOf(rows: readonly InsightLine[]): ReadonlyMap<string, number> {
  const volumes = countsOf(rows.map(({ importer }) => importer));
  const smaller = new Map<number, number>();
  const sorted = [...volumes.values()].sort((a, b) => a - b);
  for (const [rank, volume] of sorted.entries()) if (!smaller.has(volume)) smaller.set(volume, rank);
  return new Map(
    [...volumes].map(([importer, volume]) => [importer, Math.floor((4 * (smaller.get(volume) ?? 0)) / sorted.length)]),
  );
}

function namedOrigins(rows: readonly InsightLine[]): ReadonlySet<string> {
  const counts = [...countsOf(rows.map(({ origin }) => origin))].filter(([origin]) => origin !== "");
  const sorted = counts.sort(([a, many], [b, more]) => more - many || compareText(a, b));
  return new Set(sorted.slice(0, NAMED_ORIGINS).map(([origin]) => origin));
}

/** Bands of the chance that a model gave, or where none did of the score; null where there is neither. */
function bandOf({ probability, score }: InsightLine): string | null {
  if (probability !== null) return `probability ${PROBABILITY_BANDS.filter((edge) => edge <= probability).length}`;
  return score === null ? null : `score ${SCORE_BANDS.filter((edge) => edge <= score).length}`;
}

function atEqualRisk(
  rows: readonly InsightLine[],
  mix: ReadonlyMap<string, number>,
): Pick<FairnessRow, "known" | "atEqualRisk"> {
  const known = rows.filter((row) => bandOf(row) !== null);
  // A few of a group say nothing of the group.
  if (known.length === 0 || 2 * known.length < rows.length) return { known: known.length, atEqualRisk: null };
  const bands = [...groupBy(known, (row) => bandOf(row) ?? "")].sort(([a], [b]) => compareText(a, b));
  let [held, all] = [0, 0];
  for (const [band, own] of bands) {
    const weight = mix.get(band) ?? 0;
    held += (weight * own.filter(isHeld).length) / own.length;
    all += weight;
  }
  return { known: known.length, atEqualRisk: Math.min(1, held / all) };
}

function countsOf(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
