import type { ClearanceState, Stage } from "../clearance/lifecycle";
import { type BookBlocker, releaseBlockers } from "../release/release-order";
import { chooseFrom, type ModelSays } from "../selectivity/lane-inputs";
import type { Lane } from "../selectivity/lanes";
import { isAutomatic, isSensitive } from "./sensitive";
import { applySteps, type RemedyStep, type Standing } from "./step";

/** Sets that are shown; more would be a search that the reader has to make. */
const MOST_SETS = 3;

/** A clearance of which somebody asks what would release it. */
export interface Situation {
  readonly stage: Stage;
  readonly state: ClearanceState;
  readonly standing: Standing;
  /** What the model of the logged version says of the lines; it stays as it is. */
  readonly says: readonly ModelSays[];
  readonly isFirstGateReleased: boolean;
  /** No step of these lifts it: the books are put right, and the declaration is lodged anew. */
  readonly bookBlocker: BookBlocker | null;
  readonly officersPassed: number;
}

/** What comes of a set of steps when the decision is made again. */
export interface Promised {
  readonly lane: Lane;
  /** What still stands against the release; empty for a set that is shown. */
  readonly blockers: readonly string[];
}

/** Steps that together release the goods, none of which can be left out. */
export interface RemedySet {
  readonly steps: readonly RemedyStep[];
  /** What the decision made again gives; null before a lane is chosen at all, when the papers only lead to that. */
  readonly promised: Promised | null;
  /** Whether an officer looks at the goods first, and finds them in order. */
  readonly isByOfficer: boolean;
}

/**
 * The sets of steps after which nothing stands against the release: each is tried by making the decision again, and
 * none has a smaller one within it. Those that need no officer come first, then the short ones.
 */
export function remedySets(situation: Situation, steps: readonly RemedyStep[]): readonly RemedySet[] {
  const { blockers } = outcomeOf(situation, []);
  if (blockers.length === 0) return [];
  // A step that lifts what nothing else lifts is in every set, and one that lifts nothing is in none: only those that
  // may change the lane are searched.
  const needed = steps.filter((step) => blockers.includes(blockerOf(step) ?? ""));
  const free = steps.filter((step) => blockerOf(step) === null);
  const found: RemedySet[] = [];
  for (const chosen of subsets(free)) {
    const isWithin = found.some((set) => set.steps.every((step) => needed.includes(step) || chosen.includes(step)));
    if (isWithin) continue;
    const all = [...needed, ...chosen];
    const promised = outcomeOf(situation, all);
    if (promised.blockers.length === 0)
      found.push({ steps: all, promised, isByOfficer: all.some(({ kind }) => kind === "request_inspection") });
  }
  return found
    .toSorted((a, b) => Number(a.isByOfficer) - Number(b.isByOfficer) || a.steps.length - b.steps.length)
    .slice(0, MOST_SETS);
}

/**
 * Before a gate has chosen its lane: the papers that it still asks for, as one set; none where something is asked that no
 * paper meets. A contract that names another consignee leads to an officer.
 */
export function remediesBeforeLane(
  requirements: Standing["requirements"],
  steps: readonly RemedyStep[],
): readonly RemedySet[] {
  const open = requirements.filter(({ state }) => state !== "verified" && state !== "waived");
  const papers = steps.filter(({ requirement }) => requirement !== null);
  if (open.length === 0 || open.some(({ code }) => papers.every(({ requirement }) => requirement !== code))) return [];
  return [{ steps: papers, promised: null, isByOfficer: papers.some(({ kind }) => kind === "name_contract") }];
}

/** What the broker is shown: nothing at all where something that is the authority's own holds the goods. */
export function remediesForBroker(situation: Situation, steps: readonly RemedyStep[]): readonly RemedySet[] {
  const { standing, says, state } = situation;
  // Once an officer has passed the goods, what brought them there holds them no longer.
  const isHeld = state !== "releasable" && isSensitive(standing.inputs, says);
  return isHeld ? [] : remedySets(situation, steps);
}

/** The decision made again after the steps: the lane that the inputs lead to, and what stands against the release. */
export function outcomeOf(situation: Situation, steps: readonly RemedyStep[]): Promised {
  const { stage, says, isFirstGateReleased, bookBlocker, officersPassed } = situation;
  const standing = applySteps(situation.standing, steps);
  const chosen = chooseFrom(standing.inputs, says);
  return {
    lane: chosen.lane,
    blockers: releaseBlockers({
      stage,
      state: stateAfter(situation, standing, chosen.lane),
      requirements: standing.requirements,
      isTaxSecured: standing.isTaxSecured,
      // What the authority's own system says is lifted by no step of anybody here.
      isReleasedByAuthority: true,
      isFirstGateReleased,
      bookBlocker,
      needsTwoOfficers: chosen.needsTwoOfficers,
      officersPassed: officersPassed + (standing.isInspected ? 1 : 0),
    }),
  };
}

/**
 * Where the clearance stands then. One that waits for an answer, or is held, waits on; one that an officer let go, though
 * its lane was not one of the machine's, stays free.
 */
function stateAfter(situation: Situation, { isInspected }: Standing, lane: Lane): ClearanceState {
  const { state, standing, says } = situation;
  const isFreed = state === "releasable" && !isAutomatic(chooseFrom(standing.inputs, says).lane);
  if (isFreed || !["in_review", "in_examination", "releasable"].includes(state)) return state;
  return isAutomatic(lane) || isInspected ? "releasable" : lane === "red" ? "in_examination" : "in_review";
}

/** What the step alone lifts; null for one that works by way of the lane. */
function blockerOf({ kind, requirement }: RemedyStep): string | null {
  if (kind === "secure_tax") return "tax_not_secured";
  return requirement === null ? null : `requirement:${requirement}`;
}

/** All subsets, the small ones first; of up to a handful of steps. */
function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const all = Array.from({ length: 2 ** items.length }, (_, bits) =>
    items.filter((_item, index) => bits & (1 << index)),
  );
  return all.toSorted((a, b) => a.length - b.length);
}
