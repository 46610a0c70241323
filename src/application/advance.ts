import type { Failure } from "@/contracts/problem";
import { type ClearanceEvent, transition } from "@/domain/clearance/lifecycle";
import { err, ok, type Result } from "@/domain/shared/result";
import { countBenefit } from "./count-benefit";
import type { Transaction, World } from "./ports";
import type { ClearanceRecord } from "./records";
import { clockOf } from "./review-clock";
import type { RiskRecord } from "./risk-record";

/** Moves the clearance along the table, one event after the other; the first illegal one is refused. */
export function walk(clearance: ClearanceRecord, events: readonly ClearanceEvent[]): Result<ClearanceRecord, Failure> {
  let state = clearance.state;
  for (const event of events) {
    const next = transition(state, event);
    if (!next.ok) return next;
    state = next.value;
  }
  return ok({ ...clearance, state });
}

/** Saves the clearance; somebody who changed it in the meantime was first. */
export async function save(tx: Transaction, clearance: ClearanceRecord): Promise<Result<ClearanceRecord, Failure>> {
  const saved = await tx.clearances.save(clearance);
  return saved
    ? ok({ ...clearance, version: clearance.version + 1 })
    : err({ kind: "stale_version", what: "clearance" });
}

/** Carries an assessed clearance into its lane, by way of the events that are still to come before it. */
export async function enterLane(
  tx: Transaction,
  world: World,
  clearance: ClearanceRecord,
  risk: RiskRecord,
  before: readonly ClearanceEvent[],
): Promise<Result<void, Failure>> {
  const { declarationId, lane } = risk;
  const walked = walk({ ...clearance, declarationId, lane }, [...before, "assessment_completed", LANE_EVENT[lane]]);
  if (!walked.ok) return walked;
  const saved = await save(tx, walked.value);
  if (!saved.ok) return saved;
  await routeByLane(tx, world, saved.value, risk);
  return ok(undefined);
}

/** After the lane is known: a case for an officer, or a try at the release. */
async function routeByLane(tx: Transaction, world: World, clearance: ClearanceRecord, risk: RiskRecord): Promise<void> {
  const { organisationId, id: clearanceId } = clearance;
  if (clearance.state === "releasable") {
    const message = { name: "clearance.release", payload: { organisationId, clearanceId } } as const;
    await tx.outbox.put(organisationId, message, addMinutes(world.now(), releaseDelay(risk)));
    return;
  }
  await openCase(tx, world, clearance, risk);
}

/** How long a release waits, in minutes, so that an officer may look: the green lane alone, as the policy said. */
export function releaseDelay({ lane, inputs }: Pick<RiskRecord, "lane" | "inputs">): number {
  return lane === "green" ? (inputs?.policy.greenDelayMinutes ?? 0) : 0;
}

/** The instant that lies so many minutes later. */
export function addMinutes(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** Brings the clearance before an officer; a yellow case that nobody takes on turns blue when the policy says so. */
export async function openCase(
  tx: Transaction,
  world: World,
  clearance: ClearanceRecord,
  risk: RiskRecord,
): Promise<void> {
  const { organisationId, shipmentId, stage } = clearance;
  const known = (await tx.reviews.ofClearance(clearance.id)).find((each) => each.declarationId === risk.declarationId);
  const caseId = known?.id ?? world.newId();
  const priority = risk.inputs?.credit?.benefit.priority ?? 0;
  if (known) {
    // One case a declaration at a gate: what time or a mistake closed is opened again.
    await tx.reviews.reopen(caseId, known.state === "open" ? null : await clockOf(tx, world, risk));
    await tx.reviews.setLane(caseId, risk.lane);
  } else
    await tx.reviews.add({
      organisationId,
      id: caseId,
      shipmentId,
      clearanceId: clearance.id,
      declarationId: risk.declarationId,
      stage,
      lane: risk.lane,
      needsTwoOfficers: risk.needsTwoOfficers,
      state: "open",
      claimedBy: null,
      claimedByName: null,
      claimedUntil: null,
      ...(await clockOf(tx, world, risk)),
      heldUntil: null,
      alertId: null,
      reopenedAt: null,
      creditPriority: priority,
    });
  if (!known) await countPriority(tx, world, clearance, risk, caseId);
  await tx.outbox.put(organisationId, { name: "case.examine", payload: { organisationId, caseId } });
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "review_opened",
    actor: "system",
    stage,
    subject: caseId,
    facts: { lane: risk.lane },
  });
  const days = risk.inputs?.policy.yellowToBlueDays ?? null;
  if (risk.lane === "yellow" && days !== null)
    await tx.outbox.put(
      organisationId,
      { name: "review.reroute", payload: { organisationId, caseId } },
      addMinutes(world.now(), days * MINUTES_OF_DAY),
    );
}

async function countPriority(
  tx: Transaction,
  world: World,
  { organisationId, shipmentId, id: clearanceId, stage }: ClearanceRecord,
  { inputs, declarationId }: RiskRecord,
  caseId: string,
): Promise<void> {
  const declaration = await tx.declarations.get(declarationId);
  if (!inputs?.credit || !declaration) return;
  await countBenefit(
    tx,
    world,
    {
      ...{ organisationId, shipmentId, clearanceId, declarationId, stage },
      authorityId: declaration.officeOrganisationId,
    },
    { ...inputs.credit, ...inputs.facts.credit },
    { benefit: "priority", priority: inputs.credit.benefit.priority },
    caseId,
  );
}

const MINUTES_OF_DAY = 1_440;
const LANE_EVENT = {
  green: "lane_green",
  blue: "lane_blue",
  yellow: "lane_yellow",
  red: "lane_red",
} as const satisfies Record<RiskRecord["lane"], ClearanceEvent>;
