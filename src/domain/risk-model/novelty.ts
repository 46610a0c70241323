import type { LinkName } from "../history/links";
import { linkIndex, type Sight } from "../history/sight";

/** What declarations may have in common that a new scheme would show in: seldom looked at, and more of it than before. */
const COHORTS: readonly LinkName[] = [
  "newcomersOfMode",
  "newcomersOfRoute",
  "newcomersOfDeclarant",
  "preferenceOrigin",
  "preferenceRoute",
  "chapterOrigin",
  "declarantOrigin",
  "declarantMode",
];
/** From how many entries lately on a cohort is one. */
const LEAST_LATELY = 1.5;

export interface Novelty {
  /** 0 where all that it has in common with others was looked at often, or is as frequent as ever. */
  readonly value: number;
  /** The name of the cohort that is newest. */
  readonly cohort: string;
}

/**
 * How little was looked at what an entry has in common with others, and how much more there is of it than before. The
 * value is highest for a cohort that surges and of which nobody inspected anything.
 */
export function noveltyOf(sight: Sight): Novelty {
  let best: Novelty = { value: 0, cohort: "" };
  for (const link of COHORTS) {
    const track = sight.tracks[linkIndex(link)];
    if (!track) continue;
    const lately = track.recentOn(sight.day);
    if (lately < LEAST_LATELY) continue;
    const usual = (track.seasonOn(sight.day) + 1) / 6.5;
    const surge = Math.max(0, Math.log((lately + 1) / (usual + 1)));
    const inspected = track.looked?.recentInspected ?? 0;
    const value = (0.1 + surge) * Math.sqrt(lately / (inspected + 1));
    if (value > best.value) best = { value, cohort: `${link} ${cohortKey(link, sight)}` };
  }
  return best;
}

function cohortKey(link: LinkName, { entry, tracks }: Sight): string {
  const first = tracks[linkIndex(link)]?.first ?? 0;
  return `${entry.origin} ${entry.mode} ${entry.declarant} ${first}`;
}
