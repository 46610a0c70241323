import type { LaneBands } from "@/ui/risk/lane-bands";
import scorecards from "../../../prisma/reference/scorecards.json";

/** Where the lanes began under a scorecard, from the dated reference data; null for a version that is not among it. */
export function bandsOf(scorecardVersion: string): LaneBands | null {
  return scorecards.find((card) => card.version === scorecardVersion)?.bands ?? null;
}
