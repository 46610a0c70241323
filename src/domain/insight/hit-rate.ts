import { LANES } from "../selectivity/lanes";
import { compareText, groupBy, type InsightHit, type InsightLine, isStopped } from "./rows";
import { type Share, shareOf } from "./share";

export interface HitRate extends Share {
  readonly by: "slice" | "lane" | "rule";
  readonly group: string;
  /** How many there are, looked at or not. */
  readonly all: number;
  /** Whether it is a rule in shadow, whose hits choose nothing. */
  readonly isShadow: boolean;
}

/** What may choose goods for a look, in the order in which it is named where several do; what nothing held comes last. */
export const SLICES = [
  "hard_rule",
  "rule",
  "alert",
  "switch",
  "score",
  "random",
  "exploration",
  "unselected",
  "not_held",
] as const;

/** Of what was looked at, the share that was irregular: by what chose it, and by lane. */
export function hitRates(declarations: readonly InsightLine[]): readonly HitRate[] {
  const slices = groupBy(declarations, sliceOf);
  const lanes = groupBy(declarations, ({ lane }) => lane);
  return [
    ...SLICES.map((slice) => rateOf("slice", slice, slices.get(slice) ?? [])).filter(({ all }) => all > 0),
    ...LANES.map((lane) => rateOf("lane", lane, lanes.get(lane) ?? [])),
  ];
}

/**
 * The same by rule, line for line: hits that were logged, and lines that say a rule decided their lane. A rule has two
 * rows where some of its hits were in shadow.
 */
export function ruleHitRates(lines: readonly InsightLine[], hits: readonly InsightHit[]): readonly HitRate[] {
  const known = new Map(lines.map((line) => [line.id, line]));
  const decided = lines.flatMap(({ id, cause }) =>
    cause?.startsWith("rule:") ? [{ rule: cause.slice("rule:".length), lineId: id, isShadow: false }] : [],
  );
  const byRule = new Map<string, { rule: string; isShadow: boolean; lines: Map<string, InsightLine> }>();
  for (const { rule, lineId, isShadow } of [...hits, ...decided]) {
    const line = known.get(lineId);
    const key = `${rule} ${isShadow}`;
    const own = byRule.get(key) ?? { rule, isShadow, lines: new Map() };
    if (line) byRule.set(key, { ...own, lines: own.lines.set(lineId, line) });
  }
  return [...byRule.values()]
    .map(({ rule, isShadow, lines: own }) => ({ ...rateOf("rule", rule, [...own.values()]), isShadow }))
    .sort((a, b) => b.all - a.all || compareText(a.group, b.group) || Number(a.isShadow) - Number(b.isShadow));
}

/** What chose the goods; goods that nothing held and that somebody looked at later are a slice of their own. */
function sliceOf({ lane, cause }: InsightLine): (typeof SLICES)[number] | null {
  if (lane === null) return null;
  if (!isStopped(lane)) return "not_held";
  return SLICES.find((slice) => slice === cause?.split(":")[0]) ?? null;
}

function rateOf(by: HitRate["by"], group: string, rows: readonly InsightLine[]): HitRate {
  const looked = rows.flatMap(({ finding }) => finding ?? []);
  const found = looked.filter(({ isIrregular }) => isIrregular).length;
  return { by, group, all: rows.length, isShadow: false, ...shareOf(found, looked.length) };
}
