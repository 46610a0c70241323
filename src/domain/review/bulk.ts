import type { ClearanceState } from "../clearance/lifecycle";
import type { Lane } from "../selectivity/lanes";
import { compare, type Decimal, sum } from "../shared/decimal";

/** A case that somebody wants to release among others. */
export interface BulkCase {
  readonly id: string;
  readonly isOpen: boolean;
  readonly state: ClearanceState;
  readonly lane: Lane;
  readonly needsTwoOfficers: boolean;
  readonly stake: Decimal;
  readonly isClaimedByOther: boolean;
  /** Whether an active alert names its goods. */
  readonly isUnderAlert: boolean;
}

/** Why a case is not released among many; it needs a look of its own. */
export type BulkException =
  | "not_open"
  | "held"
  | "queried"
  | "red_lane"
  | "two_officers"
  | "under_alert"
  | "claimed_by_other"
  | "high_value";

/** Why the case is left out, the weightiest reason first; null when it may go with the others. */
export function bulkException(each: BulkCase, limit: Decimal): BulkException | null {
  if (!each.isOpen) return "not_open";
  if (each.state === "held") return "held";
  if (each.state === "queried") return "queried";
  if (each.lane === "red" || each.state !== "in_review") return "red_lane";
  if (each.needsTwoOfficers) return "two_officers";
  if (each.isUnderAlert) return "under_alert";
  if (each.isClaimedByOther) return "claimed_by_other";
  return compare(each.stake, limit) >= 0 ? "high_value" : null;
}

interface BulkPlan<T extends BulkCase> {
  readonly included: readonly T[];
  readonly excluded: readonly { readonly case: T; readonly why: BulkException }[];
  readonly stake: Decimal;
}

/** What a release of many would do: which cases go, which stay and why, and the value that goes. */
export function planBulk<T extends BulkCase>(cases: readonly T[], limit: Decimal): BulkPlan<T> {
  const once = [...new Map(cases.map((each) => [each.id, each])).values()];
  const judged = once.map((each) => ({ case: each, why: bulkException(each, limit) }));
  const included = judged.flatMap((each) => (each.why === null ? [each.case] : []));
  const excluded = judged.flatMap(({ case: one, why }) => (why === null ? [] : [{ case: one, why }]));
  return { included, excluded, stake: sum(included.map((each) => each.stake)) };
}
