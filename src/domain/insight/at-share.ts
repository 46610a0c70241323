import { createChance } from "../generated-year/chance";
import { compareText, type InsightLine } from "./rows";

/** The shares of lines, those with the highest risk first, that are asked what would be found in them. */
export const ATTENTION = [0.01, 0.05, 0.1] as const;
const SAMPLES = 200;
const SEED = 1;

interface Figure {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface AtAttention {
  readonly attention: number;
  /** Of the lines with the highest risk, the share that is irregular. */
  readonly precision: Figure;
  /** Of all revenue that was evaded, the share that lies in them. */
  readonly revenueRecall: Figure;
}

export interface RankQuality {
  /** What the lines are ranked by; null where none with an outcome has either. */
  readonly by: "probability" | "score" | null;
  /** Lines with a risk; of these the ones that were looked at, and of those the ones that chance chose. */
  readonly ranked: number;
  readonly looked: number;
  readonly byChance: number;
  /** How many lines one that chance chose stands for. */
  readonly standsFor: number;
  /** What looks by chance alone would find: the share that is irregular, and of the revenue the share of attention. */
  readonly baseRate: number | null;
  readonly rows: readonly AtAttention[];
}

interface Weighed {
  readonly id: string;
  readonly risk: number;
  readonly weight: number;
  readonly irregular: number;
  readonly revenue: number;
}

/**
 * What is found in the lines of the highest risk. What rules and scores chose stands for itself; what chance chose stands
 * for all that nothing else chose, so that the figures speak of all lines and not of the suspected ones. Intervals are
 * of 200 samples drawn with repetition; the draws follow from a fixed seed.
 */
export function rankQuality(lines: readonly InsightLine[]): RankQuality {
  const by = rankedBy(lines);
  const riskOf = (line: InsightLine) => (by === "probability" ? line.probability : line.score);
  const ranked = by === null ? [] : lines.filter((line) => riskOf(line) !== null);
  const looked = ranked.flatMap((line) => (line.finding ? [{ line, finding: line.finding }] : []));
  const byChance = looked.filter(({ finding }) => finding.isByChance).length;
  const standsFor = byChance > 0 ? Math.max(1, (ranked.length - (looked.length - byChance)) / byChance) : 1;
  const rows = looked
    .map(({ line, finding }) => ({
      id: line.id,
      risk: riskOf(line) ?? 0,
      weight: finding.isByChance ? standsFor : 1,
      irregular: Number(finding.isIrregular),
      revenue: finding.revenue,
    }))
    .sort((a, b) => b.risk - a.risk || compareText(a.id, b.id));
  const all = sumOf(rows, ({ weight }) => weight);
  return {
    by,
    ranked: ranked.length,
    looked: looked.length,
    byChance,
    standsFor,
    baseRate: all > 0 ? sumOf(rows, ({ weight, irregular }) => weight * irregular) / all : null,
    rows: withIntervals(rows),
  };
}

/** The risk that more of the lines with an outcome have; a chance before points where it is the same. */
function rankedBy(lines: readonly InsightLine[]): RankQuality["by"] {
  const looked = lines.filter(({ finding }) => finding !== null);
  const chances = looked.filter(({ probability }) => probability !== null).length;
  const scores = looked.filter(({ score }) => score !== null).length;
  if (chances === 0 && scores === 0) return null;
  return 2 * chances >= scores ? "probability" : "score";
}

function withIntervals(rows: readonly Weighed[]): readonly AtAttention[] {
  if (rows.length === 0) return [];
  const chance = createChance(SEED);
  const once = new Int32Array(rows.length).fill(1);
  const values = ATTENTION.map((attention) => foundIn(rows, once, attention));
  const samples = Array.from({ length: SAMPLES }, () => {
    const counts = new Int32Array(rows.length);
    for (let drawn = 0; drawn < rows.length; drawn += 1) {
      const row = Math.floor(chance.next() * rows.length);
      counts[row] = (counts[row] ?? 0) + 1;
    }
    return ATTENTION.map((attention) => foundIn(rows, counts, attention));
  });
  return ATTENTION.map((attention, index) => {
    const of = (name: "precision" | "revenueRecall"): Figure => {
      const drawn = samples.flatMap((sample) => sample[index]?.[name] ?? []).sort((a, b) => a - b);
      const value = values[index]?.[name] ?? null;
      if (value === null || drawn.length === 0) return { value, low: null, high: null };
      const at = (share: number) => drawn[Math.min(drawn.length - 1, Math.floor(share * drawn.length))] ?? value;
      // A sample of few rows may miss what the rows say; an interval holds its own value.
      return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) };
    };
    return { attention, precision: of("precision"), revenueRecall: of("revenueRecall") };
  });
}

/** What lies in the share of highest risk; of lines of the same risk that are not all in it, each counts in part. */
function foundIn(
  rows: readonly Weighed[],
  counts: Int32Array,
  attention: number,
): { readonly precision: number | null; readonly revenueRecall: number | null } {
  let [total, revenue] = [0, 0];
  rows.forEach((row, index) => {
    const weight = row.weight * (counts[index] ?? 0);
    total += weight;
    revenue += weight * row.revenue;
  });
  const budget = attention * total;
  let [taken, found, recovered] = [0, 0, 0];
  for (let start = 0; start < rows.length && taken < budget; ) {
    let [weight, irregular, money, end] = [0, 0, 0, start];
    for (let row = rows[end]; row && row.risk === rows[start]?.risk; row = rows[end]) {
      const own = row.weight * (counts[end] ?? 0);
      weight += own;
      irregular += own * row.irregular;
      money += own * row.revenue;
      end += 1;
    }
    const part = weight > 0 ? Math.min(1, (budget - taken) / weight) : 0;
    taken += part * weight;
    found += part * irregular;
    recovered += part * money;
    start = end;
  }
  return {
    precision: taken > 0 ? Math.min(1, found / taken) : null,
    revenueRecall: revenue > 0 ? Math.min(1, recovered / revenue) : null,
  };
}

function sumOf(rows: readonly Weighed[], value: (row: Weighed) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0);
}
