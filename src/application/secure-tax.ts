import type { Failure } from "@/contracts/problem";
import { waivedOf } from "@/domain/aeo/benefits";
import type { CreditStanding } from "@/domain/aeo/standing";
import { isSecured as covers, outstanding } from "@/domain/release/security";
import { compare, decimal, formatDecimal, subtract } from "@/domain/shared/decimal";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Actor, authorise } from "./actor";
import { countBenefit } from "./count-benefit";
import { found } from "./load";
import { postToGuarantee } from "./move-guarantee";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { ClearanceRecord, DeclarationRecord, SecurityRecord, TaxAssessmentRecord } from "./records";
import { securitiesOf } from "./tax-due";

interface Payment {
  readonly shipmentId: string;
  readonly amount: string;
  readonly reference: string;
}

/**
 * Records a payment of the tax of the lodged declaration. A receipt counts once: sending the same again does nothing,
 * and the receipt of another payment, or of another amount, is refused.
 */
export function securePayment(
  ports: { inTransaction: UnitOfWork; world: World },
  actor: Actor,
  payment: Payment,
): Promise<Result<void, Failure>> {
  return ports.inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "secure_tax");
    if (!allowed.ok) return allowed;
    await tx.lockShipment(payment.shipmentId);
    const declaration = found(await tx.declarations.latest(payment.shipmentId), "declaration");
    if (!declaration.ok) return declaration;
    const tax = found(await tx.taxes.ofDeclaration(declaration.value.id), "assessment");
    if (!tax.ok) return tax;
    const clearance = found(await tx.clearances.ofStage(payment.shipmentId, "bonded_exit"), "clearance");
    if (!clearance.ok) return clearance;
    if (compare(decimal(payment.amount), decimal("0")) <= 0)
      return err({ kind: "invalid_input", pointer: "/amount", fault: "amount_not_positive" });
    const { amount, reference } = payment;
    const security = toSecurity(ports.world, actor, tax.value, { kind: "payment", amount, reference });
    if (!(await tx.securities.add(security))) return checkReceipt(await tx.securities.ofReceipt(reference), payment);
    await witness(tx, security);
    const { organisationId } = tax.value;
    await tx.outbox.put(organisationId, {
      name: "clearance.release",
      payload: { organisationId, clearanceId: clearance.value.id },
    });
    await tx.announce(organisationId, payment.shipmentId, {});
    return ok(undefined);
  });
}

/** A receipt that was recorded before is the same payment just when shipment and amount are the same. */
function checkReceipt(known: SecurityRecord | null, { shipmentId, amount }: Payment): Result<void, Failure> {
  if (known?.shipmentId !== shipmentId)
    return err({ kind: "invalid_input", pointer: "/reference", fault: "receipt_of_other_shipment" });
  if (compare(decimal(known.amount), decimal(amount)) !== 0)
    return err({ kind: "invalid_input", pointer: "/amount", fault: "receipt_of_other_amount" });
  return ok(undefined);
}

/** What was paid for the declaration that is amended counts for the one that takes its place. */
export async function carryPayments(tx: Transaction, fromDeclarationId: string, toDeclarationId: string) {
  for (const payment of await tx.securities.carry(fromDeclarationId, toDeclarationId))
    await witness(tx, payment, { carried_from: fromDeclarationId });
}

interface Lodged {
  readonly tax: TaxAssessmentRecord;
  readonly clearance: ClearanceRecord;
  readonly declaration: Pick<DeclarationRecord, "officeOrganisationId">;
  readonly standing: CreditStanding;
}

/**
 * Reserves what of the tax is open under the organisation's guarantee, less what the importer's credit waives, within the
 * transaction of the lodging. What is waived is still owed: only its guarantee is not asked for.
 */
export async function secureByGuarantee(
  tx: Transaction,
  world: World,
  actor: Actor,
  { tax, clearance, declaration, standing }: Lodged,
): Promise<Result<void, Failure>> {
  const open = outstanding(tax.total, await securitiesOf(tx, tax));
  const waived = waivedOf(open, standing.benefit.guaranteeShare);
  const amount = formatDecimal(subtract(decimal(open), decimal(waived)));
  await countBenefit(
    tx,
    world,
    {
      ...{ organisationId: tax.organisationId, shipmentId: tax.shipmentId, stage: clearance.stage },
      ...{ clearanceId: clearance.id, declarationId: tax.declarationId },
      authorityId: declaration.officeOrganisationId,
    },
    standing,
    { benefit: "guarantee", amount: waived },
    tax.id,
  );
  const security = toSecurity(world, actor, tax, { kind: "guarantee", amount, reference: tax.id });
  if (compare(decimal(amount), decimal("0")) === 0) return ok(undefined);
  const { organisationId, shipmentId, declarationId, currency } = tax;
  const reserved = await postToGuarantee(tx, world, {
    move: "reserve",
    amount,
    currency,
    reference: tax.id,
    organisationId,
    declaration: { id: declarationId, shipmentId },
    by: actor.id,
  });
  if (!reserved.ok) return reserved;
  await tx.securities.add(security);
  await witness(tx, security);
  return ok(undefined);
}

/** Whether what was paid and reserved, and is not claimed back, covers the tax. */
export async function isSecured(tx: Transaction, tax: TaxAssessmentRecord): Promise<boolean> {
  return covers(tax.total, await securitiesOf(tx, tax));
}

function toSecurity(
  world: World,
  actor: Actor,
  tax: TaxAssessmentRecord,
  what: Pick<SecurityRecord, "kind" | "amount" | "reference">,
): SecurityRecord {
  const { organisationId, shipmentId, declarationId, currency } = tax;
  return { organisationId, id: world.newId(), shipmentId, declarationId, currency, createdBy: actor.id, ...what };
}

function witness(
  tx: Transaction,
  { organisationId, shipmentId, id, kind, amount, currency, createdBy }: SecurityRecord,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  return tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "tax_secured",
    actor: createdBy,
    stage: "bonded_exit",
    subject: id,
    facts: { by: kind, amount, currency, ...more },
  });
}
