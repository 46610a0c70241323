import type { Failure } from "@/contracts/problem";
import { isHoldable } from "@/domain/alert/affected";
import { isHit } from "@/domain/alert/alert";
import type { Stage } from "@/domain/clearance/lifecycle";
import { holdsOn, type LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { save, walk } from "./advance";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord } from "./records";
import { clockOf } from "./review-clock";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

const STAGES: readonly Stage[] = ["bonded_exit", "domestic_distribution"];

/** The shipments that the alert is of and that can still be held, at either gate; nothing is held. */
export function previewAlertHold(
  { inTransaction, world }: Ports,
  actor: Actor,
  alertId: string,
): Promise<Result<{ shipmentIds: readonly string[] }, Failure>> {
  return inTransaction<{ shipmentIds: readonly string[] }, Failure>(actor, async (tx) => {
    const alert = await activeAlert(tx, actor, alertId, world.today());
    if (!alert.ok) return alert;
    const shipmentIds: string[] = [];
    for (const { shipmentId, lines } of await tx.alerts.subjectsOf(alert.value)) {
      const isOf = lines.some((line) => isHit(alert.value, line));
      if (isOf && (await holdable(tx, shipmentId)).length > 0) shipmentIds.push(shipmentId);
    }
    return ok({ shipmentIds });
  });
}

/**
 * Holds what the alert is of and nobody has released yet, at both gates, a shipment after the other: its lane becomes
 * red, its case is opened, again if it was decided, and nobody resumes it before the alert is lifted.
 */
export async function holdByAlert(
  ports: Ports,
  actor: Actor,
  alertId: string,
): Promise<Result<{ held: readonly string[] }, Failure>> {
  const preview = await previewAlertHold(ports, actor, alertId);
  if (!preview.ok) return preview;
  const held: string[] = [];
  for (const shipmentId of preview.value.shipmentIds) {
    const result = await ports.inTransaction<boolean, Failure>(actor, async (tx) => {
      const alert = await activeAlert(tx, actor, alertId, ports.world.today());
      if (!alert.ok) return alert;
      await tx.lockShipment(shipmentId);
      // Asked again under the lock: what was released a moment ago is on the recall list, and not held.
      const gates = await holdable(tx, shipmentId);
      for (const gate of gates) {
        const one = await holdGate(tx, ports.world, actor, alertId, gate);
        if (!one.ok) return one;
      }
      return ok(gates.length > 0);
    });
    if (!result.ok) return result;
    if (result.value) held.push(shipmentId);
  }
  return ok({ held });
}

async function activeAlert(tx: Transaction, actor: Actor, alertId: string, today: LocalDate) {
  const allowed = authorise(actor, "decide_review");
  if (!allowed.ok) return allowed;
  const alert = found(await tx.alerts.get(alertId), "alert");
  if (!alert.ok) return alert;
  return alert.value.state === "active" && holdsOn(alert.value, today)
    ? alert
    : err({ kind: "invalid_input" as const, pointer: "/alertId", fault: "alert_settled" as const });
}

async function holdable(tx: Transaction, shipmentId: string): Promise<readonly ClearanceRecord[]> {
  const gates: ClearanceRecord[] = [];
  for (const stage of STAGES) {
    const clearance = await tx.clearances.ofStage(shipmentId, stage);
    if (clearance && isHoldable(clearance)) gates.push(clearance);
  }
  return gates;
}

async function holdGate(
  tx: Transaction,
  world: World,
  actor: Actor,
  alertId: string,
  clearance: ClearanceRecord,
): Promise<Result<void, Failure>> {
  const walked = walk(clearance, ["hold_placed"]);
  if (!walked.ok) return walked;
  const saved = await save(tx, { ...walked.value, lane: "red" });
  if (!saved.ok) return saved;
  const caseId = await redCase(tx, world, clearance);
  await tx.reviews.suspend(caseId, { heldUntil: null, alertId });
  await witnessHold(tx, actor, alertId, clearance);
  await tx.announce(clearance.organisationId, clearance.shipmentId, {});
  return ok(undefined);
}

/** Keeps that an alert holds the clearance: the evidence for everybody, which alert in the audit of the authority. */
export async function witnessHold(
  tx: Transaction,
  actor: Actor,
  alertId: string,
  { organisationId, shipmentId, stage, id }: ClearanceRecord,
): Promise<void> {
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "alert_held",
    actor: actor.id,
    stage,
    subject: id,
    // Brokers read the evidence of their shipments and know no alert.
    facts: {},
  });
  await tx.audit.add("alert_held", "clearance", id, { alert: alertId });
}

/** The open case of the clearance, in the red lane: the one there is, the one that was decided, or a new one. */
async function redCase(tx: Transaction, world: World, clearance: ClearanceRecord): Promise<string> {
  const { organisationId, shipmentId, id: clearanceId, stage, declarationId } = clearance;
  if (declarationId === null) throw new Error(`Clearance ${clearanceId} was assessed without a declaration`);
  const cases = await tx.reviews.ofClearance(clearanceId);
  const known = cases.find((each) => each.declarationId === declarationId);
  if (known) {
    const clock = { shipmentId, declarationId, lane: "red" as const };
    await tx.reviews.reopen(known.id, known.state === "open" ? null : await clockOf(tx, world, clock));
    return known.id;
  }
  const risk = await tx.risks.ofClearance(clearanceId);
  const id = world.newId();
  await tx.reviews.add({
    organisationId,
    id,
    shipmentId,
    clearanceId,
    declarationId,
    stage,
    lane: "red",
    needsTwoOfficers: risk?.needsTwoOfficers ?? false,
    state: "open",
    claimedBy: null,
    claimedByName: null,
    claimedUntil: null,
    ...(await clockOf(tx, world, { shipmentId, declarationId, lane: "red" })),
    heldUntil: null,
    alertId: null,
    reopenedAt: null,
    // What an alert brought is not sped by credit.
    creditPriority: 0,
  });
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "review_opened",
    actor: "system",
    stage,
    subject: id,
    facts: { lane: "red" },
  });
  return id;
}
