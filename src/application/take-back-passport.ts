import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { heldPassport } from "./keep-passports";
import { found } from "./load";
import type { PassportRecord, TakenBack } from "./passport-record";
import type { Transaction, UnitOfWork } from "./ports";
import { areTwo } from "./two-persons";

interface Ports {
  readonly inTransaction: UnitOfWork;
}

/**
 * Suspends a passport with a reason: one person does it, and it counts at once, for what is dangerous waits for nobody.
 * A second person then revokes it, or lets it count again.
 */
export function suspendPassport(
  { inTransaction }: Ports,
  actor: Actor,
  { passportId, ...why }: TakenBack & { readonly passportId: string },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const held = await takenHold(tx, actor, passportId, "issued");
    if (!held.ok) return held;
    if (why.note.trim() === "")
      return err({ kind: "invalid_input", pointer: "/note", fault: "passport_reason_missing" });
    await tx.passports.suspend(passportId, { ...why, linkedBy: await tx.people.linkHolder(actor.id) });
    await tell(tx, actor, held.value, "passport_suspended", why.reason);
    return ok(undefined);
  });
}

/** Lets a suspended passport count again; by another person than who suspended it. */
export function liftSuspension(
  { inTransaction }: Ports,
  actor: Actor,
  passportId: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const held = await bySecond(tx, actor, passportId);
    if (!held.ok) return held;
    await tx.passports.lift(passportId);
    await tell(tx, actor, held.value, "passport_lifted", "-");
    return ok(undefined);
  });
}

/** Revokes a suspended passport for good; by another person than who suspended it. */
export function revokePassport(
  { inTransaction }: Ports,
  actor: Actor,
  { passportId, ...why }: TakenBack & { readonly passportId: string },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const held = await bySecond(tx, actor, passportId);
    if (!held.ok) return held;
    if (why.note.trim() === "")
      return err({ kind: "invalid_input", pointer: "/note", fault: "passport_reason_missing" });
    await tx.passports.revoke(passportId, why);
    await tell(tx, actor, held.value, "passport_revoked", why.reason);
    return ok(undefined);
  });
}

async function bySecond(tx: Transaction, actor: Actor, passportId: string): Promise<Result<PassportRecord, Failure>> {
  const held = await takenHold(tx, actor, passportId, "suspended");
  if (!held.ok) return held;
  const { suspended } = held.value;
  const isSecond =
    suspended !== null && (await areTwo(tx, { id: suspended.by, linkedBy: suspended.linkedBy }, actor.id));
  return isSecond ? held : err({ kind: "needs_second_person" });
}

/** The passport with its shipments locked before it, in the order of all locks. */
async function takenHold(
  tx: Transaction,
  actor: Actor,
  passportId: string,
  state: "issued" | "suspended",
): Promise<Result<PassportRecord, Failure>> {
  const allowed = authorise(actor, "take_back_passport");
  if (!allowed.ok) return allowed;
  const known = found(await tx.passports.get(passportId), "passport");
  if (!known.ok) return known;
  await tx.lockShipments(known.value.shipmentIds);
  return heldPassport(tx, actor, passportId, state);
}

/** Tells the audit, the shipments whose releases the passport names, and whoever publishes status lists. */
async function tell(
  tx: Transaction,
  { id: actorId, organisationId }: Actor,
  { id, content, shipmentIds, statusListId }: PassportRecord,
  kind: "passport_suspended" | "passport_lifted" | "passport_revoked",
  reason: string,
): Promise<void> {
  const { gtin } = content;
  await tx.audit.add(kind, "passport", id, { gtin, reason });
  for (const shipmentId of shipmentIds)
    await tx.evidence.append({
      ...{ organisationId, shipmentId, kind, actor: actorId, stage: null, subject: id },
      facts: { gtin, reason },
    });
  if (statusListId !== null)
    await tx.outbox.put(organisationId, {
      name: "status.publish",
      payload: { organisationId, listId: statusListId },
    });
}
