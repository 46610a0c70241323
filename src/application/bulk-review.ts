import type { Failure } from "@/contracts/problem";
import { type BulkCase, type BulkException, planBulk } from "@/domain/review/bulk";
import { DECISION_REASONS } from "@/domain/review/decision";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { alertsOn } from "./alerts-on";
import { claimReview } from "./claim-review";
import { decideReview } from "./decide-review";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
  readonly drawKey: string;
}

/** What a release of many would do. */
interface BulkPreview {
  readonly count: number;
  /** Value at stake of those that go, in the home currency. */
  readonly stake: string;
  readonly lanes: Readonly<Record<string, number>>;
  readonly included: readonly string[];
  readonly excluded: readonly { readonly caseId: string; readonly why: BulkException }[];
}

/** What a release of these cases would do, without doing it. */
export function previewBulkReview(
  ports: Pick<Ports, "inTransaction" | "world">,
  actor: Actor,
  caseIds: readonly string[],
): Promise<Result<BulkPreview, Failure>> {
  return ports.inTransaction<BulkPreview, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const policy = await tx.reviews.policy();
    if (policy.isPickingClosed) return err({ kind: "picking_closed" });
    const cases: BulkCase[] = [];
    for (const caseId of caseIds) {
      const each = await toBulkCase(tx, ports.world, actor, caseId);
      if (!each.ok) return each;
      cases.push(each.value);
    }
    const plan = planBulk(cases, decimal(policy.bulkLimit));
    const lanes: Record<string, number> = {};
    for (const { lane } of plan.included) lanes[lane] = (lanes[lane] ?? 0) + 1;
    return ok({
      count: plan.included.length,
      stake: formatDecimal(plan.stake),
      lanes,
      included: plan.included.map((each) => each.id),
      excluded: plan.excluded.map(({ case: one, why }) => ({ caseId: one.id, why })),
    });
  });
}

async function toBulkCase(
  tx: Transaction,
  world: World,
  actor: Actor,
  caseId: string,
): Promise<Result<BulkCase, Failure>> {
  const reviewCase = found(await tx.reviews.get(caseId), "case");
  if (!reviewCase.ok) return reviewCase;
  const clearance = found(await tx.clearances.get(reviewCase.value.clearanceId), "clearance");
  if (!clearance.ok) return clearance;
  const { id, state, lane, needsTwoOfficers, stake, claimedBy, claimedUntil } = reviewCase.value;
  const isClaimed = claimedBy !== null && claimedUntil !== null && claimedUntil > world.now();
  return ok({
    id,
    isOpen: state === "open",
    state: clearance.value.state,
    lane,
    needsTwoOfficers,
    stake: decimal(stake),
    isClaimedByOther: isClaimed && claimedBy !== actor.id,
    isUnderAlert: (await alertsOn(tx, world, reviewCase.value)).length > 0,
  });
}

interface BulkRelease {
  readonly caseIds: readonly string[];
  readonly reasons: readonly string[];
  readonly note: string | null;
}

interface BulkResult {
  readonly released: readonly string[];
  readonly left: readonly { readonly caseId: string; readonly why: string }[];
}

/**
 * Passes many cases for the same reasons, one after the other, each with a decision of its own. The plan is made anew
 * before, so that what changed since the preview is left out and says why; a case that was decided is not decided twice.
 */
export async function releaseMany(
  ports: Ports,
  actor: Actor,
  { caseIds, reasons, note }: BulkRelease,
): Promise<Result<BulkResult, Failure>> {
  const unknown = reasons.filter((reason) => !DECISION_REASONS.pass.includes(reason));
  if (reasons.length === 0 || unknown.length > 0)
    return err({
      kind: "invalid_input",
      pointer: "/reasons",
      fault: "reasons_missing",
      parameters: { reasons: DECISION_REASONS.pass.join(", ") },
    });
  const preview = await previewBulkReview(ports, actor, caseIds);
  if (!preview.ok) return preview;
  const released: string[] = [];
  const left: { caseId: string; why: string }[] = [...preview.value.excluded];
  for (const caseId of preview.value.included) {
    const claimed = await claimReview(ports, actor, caseId);
    const decided = claimed.ok ? await decideReview(ports, actor, { caseId, outcome: "pass", reasons, note }) : claimed;
    if (decided.ok) released.push(caseId);
    else left.push({ caseId, why: decided.error.kind });
  }
  return ok({ released, left });
}
