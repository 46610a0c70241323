import { addDays, type LocalDate } from "../shared/local-date";
import { type RankQuality, rankQuality } from "./at-share";
import { type CertifiedRate, certifiedRates } from "./certified";
import { type FairnessRow, fairness } from "./fairness";
import { type HitRate, hitRates, ruleHitRates } from "./hit-rate";
import { type LaneCounts, laneCounts, type ReleaseRate, releaseRate } from "./release-rate";
import { type ReleaseTime, releaseTimes } from "./release-time";
import { declarationsOf, type InsightHit, type InsightLine, type InsightWindow, type ReleasePassage } from "./rows";

/** The measures that are counted from the rows of a window, by their ids, in the order of the page. */
export const COUNTED = [
  "release-rate",
  "lanes",
  "release-time",
  "hit-rate",
  "at-share",
  "certified",
  "fairness",
] as const;
export type CountedId = (typeof COUNTED)[number];

/** All measures; drift is watched beside the window. */
export const MEASURES = [...COUNTED, "drift"] as const;
export type MeasureId = (typeof MEASURES)[number];

/** The windows that can be asked for, in days up to and with the last one. */
export const WINDOWS = ["7", "28", "90", "365"] as const;

/** What an authority's work comes to in a window, measure by measure. */
export interface Insight {
  readonly lines: number;
  readonly declarations: number;
  readonly releaseRate: {
    readonly unit: "day" | "week";
    readonly total: ReleaseRate;
    readonly parts: readonly ReleaseRate[];
  };
  readonly lanes: readonly LaneCounts[];
  readonly releaseTime: readonly ReleaseTime[];
  readonly hitRate: readonly HitRate[];
  readonly atShare: RankQuality;
  readonly certified: readonly CertifiedRate[];
  readonly fairness: readonly FairnessRow[];
}

interface Known {
  readonly lines: readonly InsightLine[];
  readonly hits: readonly InsightHit[];
  readonly passages: readonly ReleasePassage[];
}

/** Every measure over the rows of a window; the order of the rows changes nothing. */
export function insightOf({ lines, hits, passages }: Known, window: InsightWindow, newcomerWeeks: number): Insight {
  const declarations = declarationsOf(lines);
  return {
    lines: lines.length,
    declarations: declarations.length,
    releaseRate: releaseRate(declarations, window),
    lanes: laneCounts(declarations, window),
    releaseTime: releaseTimes(passages),
    hitRate: [...hitRates(declarations), ...ruleHitRates(lines, hits)],
    atShare: rankQuality(lines),
    certified: certifiedRates(declarations),
    fairness: fairness(declarations, newcomerWeeks),
  };
}

/** A window that ends with the day of today. */
export function windowUpTo(today: LocalDate, days: number): InsightWindow {
  return { from: addDays(today, 1 - days), before: addDays(today, 1) };
}
