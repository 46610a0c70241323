import type { Failure } from "@/contracts/problem";
import { type AlertScope, isScoped } from "@/domain/alert/alert";
import { resumedIn } from "@/domain/review/decision";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { save, walk } from "./advance";
import { alertsOn } from "./alerts-on";
import { giveNotice } from "./give-notice";
import { witnessHold } from "./hold-by-alert";
import { found } from "./load";
import type { Transaction, UnitOfWork, World } from "./ports";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface Raised extends AlertScope {
  readonly reason: string;
  readonly citation: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Raises an alert. It counts for the next assessment on: what makes the control stricter does not wait. */
export function raiseAlert(
  { inTransaction, world }: Ports,
  actor: Actor,
  raised: Raised,
): Promise<Result<{ id: string }, Failure>> {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    if (!isScoped(raised)) return err({ kind: "invalid_input", pointer: "/commodityPrefix", fault: "alert_empty" });
    if (raised.validTo !== null && raised.validTo < raised.validFrom)
      return err({ kind: "invalid_input", pointer: "/validTo", fault: "ends_before_it_begins" });
    const id = world.newId();
    await tx.alerts.add({
      ...raised,
      organisationId: actor.organisationId,
      id,
      state: "active",
      raisedBy: actor.id,
      raisedByName: actor.name,
      raiserLinkedBy: await tx.people.linkHolder(actor.id),
      raisedAt: world.now(),
    });
    await tx.audit.add("alert_raised", "alert", id, { reason: raised.reason, citation: raised.citation });
    const { organisationId, id: causedBy } = actor;
    await giveNotice(tx, world, { organisationId, kind: "alert_raised", subjectId: id, occasion: id, causedBy });
    return ok({ id });
  });
}

/**
 * Lifts an alert; another than who raised it does. What it held is held by the next active alert that names the goods,
 * or goes back before an officer, for goods that were once under an alert are not released by themselves.
 */
export function liftAlert(
  { inTransaction, world }: Ports,
  actor: Actor,
  alertId: string,
  reason: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "decide_review");
    if (!allowed.ok) return allowed;
    const alert = found(await tx.alerts.get(alertId), "alert");
    if (!alert.ok) return alert;
    const raiser = { id: alert.value.raisedBy, linkedBy: alert.value.raiserLinkedBy };
    if (!(await areTwo(tx, raiser, actor.id))) return err({ kind: "needs_second_person" });
    if (!(await tx.alerts.lift(alertId, actor, reason)))
      return err({ kind: "invalid_input", pointer: "/alertId", fault: "alert_settled" });
    await tx.audit.add("alert_lifted", "alert", alertId, { reason });
    return freeHeld(tx, world, actor, alertId);
  });
}

/** In the order of their shipments, so that two that lift at once do not wait for each other. */
async function freeHeld(tx: Transaction, world: World, actor: Actor, alertId: string): Promise<Result<void, Failure>> {
  const cases = [...(await tx.reviews.heldBy(alertId))].sort((a, b) => a.shipmentId.localeCompare(b.shipmentId));
  for (const reviewCase of cases) {
    const { id: caseId, shipmentId, organisationId, clearanceId, stage, lane } = reviewCase;
    await tx.lockShipment(shipmentId);
    const clearance = await tx.clearances.get(clearanceId);
    const [next] = clearance?.state === "held" ? await alertsOn(tx, world, reviewCase) : [];
    await tx.reviews.suspend(caseId, { heldUntil: null, alertId: next?.id ?? null });
    if (clearance?.state !== "held") continue;
    if (next) {
      await witnessHold(tx, actor, next.id, clearance);
      continue;
    }
    const walked = walk(clearance, [resumedIn(lane)]);
    if (!walked.ok) return walked;
    const saved = await save(tx, walked.value);
    if (!saved.ok) return saved;
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "alert_lifted",
      actor: actor.id,
      stage,
      subject: clearanceId,
      // Brokers read the evidence and know no alert; the audit says which it was.
      facts: {},
    });
    await tx.audit.add("alert_freed", "clearance", clearanceId, { alert: alertId });
    await tx.announce(organisationId, shipmentId, {});
  }
  return ok(undefined);
}
