import type { InsightHit, InsightLine, InsightWindow, ReleasePassage } from "@/domain/insight/rows";

/** What the measures of an authority count; only the authority reads it. */
export interface InsightStore {
  /** The lines of the days, with what came of them until now, oldest first. */
  lines(window: InsightWindow): Promise<readonly InsightLine[]>;
  /** The hits of rules on the lines of the days. */
  hits(window: InsightWindow): Promise<readonly InsightHit[]>;
  /** The gates of goods lodged with the authority that were released between the two instants. */
  passages(from: Date, before: Date): Promise<readonly ReleasePassage[]>;
}
