import type { Failure } from "@/contracts/problem";
import { compare, decimal, formatDecimal, round, ZERO } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { overpaid } from "@/domain/tax-bill/due";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { RefundReason } from "./money-record";
import type { UnitOfWork, World } from "./ports";
import { dueOf, paidFor } from "./tax-due";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

interface Claim {
  readonly shipmentId: string;
  readonly reason: RefundReason;
  readonly amount: string;
  readonly note: string | null;
}

/** Asks the authority to give back tax that was paid beyond what is due, and is not claimed already. */
export function claimRefund({ inTransaction, world }: Ports, actor: Actor, claim: Claim) {
  return inTransaction<{ id: string }, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_tax_bill");
    if (!allowed.ok) return allowed;
    await tx.lockShipment(claim.shipmentId);
    const declaration = found(await tx.declarations.latest(claim.shipmentId), "declaration");
    if (!declaration.ok) return declaration;
    const { id: declarationId, organisationId, shipmentId } = declaration.value;
    const tax = found(await tx.taxes.ofDeclaration(declarationId), "assessment");
    if (!tax.ok) return tax;
    const { reason, amount, note } = claim;
    if (compare(decimal(amount), ZERO) <= 0)
      return err({ kind: "invalid_input", pointer: "/amount", fault: "amount_not_positive" });
    const exit = await tx.clearances.ofStage(shipmentId, "bonded_exit");
    const isDue = exit?.state !== "refused" && exit?.state !== "documented";
    const more = overpaid(await paidFor(tx, tax.value), isDue ? await dueOf(tx, tax.value) : []);
    const paid = formatDecimal(round(more, 2));
    if (compare(decimal(amount), more) > 0)
      return err({ kind: "invalid_input", pointer: "/amount", fault: "refund_exceeds_paid", parameters: { paid } });
    const open = (await tx.taxRefunds.ofShipment(shipmentId)).some(
      (each) => each.state === "claimed" && each.reason === reason,
    );
    if (open) return err({ kind: "invalid_input", pointer: "/reason", fault: "refund_open" });
    const id = world.newId();
    const currency = tax.value.currency;
    await tx.taxRefunds.add({
      ...{ organisationId, id, shipmentId, declarationId, reason, amount, currency, note },
      state: "claimed",
      reference: null,
      claimedBy: actor.id,
    });
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "refund_claimed",
      actor: actor.id,
      stage: "bonded_exit",
      subject: id,
      facts: { reason, amount, currency },
    });
    await tx.announce(organisationId, shipmentId, {});
    return ok({ id });
  });
}

/** Records what the authority answered to a claim, once. */
export function settleRefund(
  { inTransaction }: Ports,
  actor: Actor,
  refundId: string,
  { state, reference }: { readonly state: "paid" | "refused"; readonly reference: string | null },
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_tax_bill");
    if (!allowed.ok) return allowed;
    const refund = found(await tx.taxRefunds.get(refundId), "refund");
    if (!refund.ok) return refund;
    const { organisationId, shipmentId, amount, currency } = refund.value;
    await tx.lockShipment(shipmentId);
    if (!(await tx.taxRefunds.settle(refundId, state, reference, actor.id)))
      return err({ kind: "stale_version", what: "refund" });
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "refund_settled",
      actor: actor.id,
      stage: "bonded_exit",
      subject: refundId,
      facts: { state, amount, currency },
    });
    await tx.announce(organisationId, shipmentId, {});
    return ok(undefined);
  });
}
