import type { Failure } from "@/contracts/problem";
import { isSecured as covers } from "@/domain/release/security";
import { add, compare, decimal, formatDecimal, round, sum, ZERO } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { parameterOn } from "@/domain/tariff/reference";
import { dueDay } from "@/domain/tax-bill/due-day";
import { type BillLine, reconcileBill } from "@/domain/tax-bill/reconcile-bill";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { BillSource, TaxBillRecord } from "./money-record";
import { settleOwed } from "./move-guarantee";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { TaxAssessmentRecord } from "./records";

interface Ports {
  readonly inTransaction: UnitOfWork;
  readonly world: World;
}

export interface StatedBill {
  readonly shipmentId: string;
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly lines: readonly BillLine[];
}

/** What the record of a bill answers: which it is, and whether it asks what was assessed. */
export interface RecordedBill {
  readonly id: string;
  readonly isEqual: boolean;
}

/**
 * Records a bill of the authority beside the assessment of the lodged declaration. The same bill sent again is the one
 * that is there; another under its number is refused. A bill that is equal and paid for already is settled at once.
 */
export function recordTaxBill(
  { inTransaction, world }: Ports,
  actor: Actor,
  bill: StatedBill,
): Promise<Result<RecordedBill, Failure>> {
  return inTransaction<RecordedBill, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_tax_bill");
    if (!allowed.ok) return allowed;
    return takeBill(tx, world, actor.id, bill, "typed");
  });
}

/** Takes a bill within a transaction; of whoever sent it. */
export async function takeBill(
  tx: Transaction,
  world: World,
  by: string,
  bill: StatedBill,
  source: BillSource,
): Promise<Result<RecordedBill, Failure>> {
  await tx.lockShipment(bill.shipmentId);
  const declaration = found(await tx.declarations.latest(bill.shipmentId), "declaration");
  if (!declaration.ok) return declaration;
  const tax = found(await tx.taxes.ofDeclaration(declaration.value.id), "assessment");
  if (!tax.ok) return tax;
  const known = await tx.taxBills.ofNumber(bill.number);
  if (known) return sameBill(known, bill);
  const reference = await tx.reference.on(bill.issuedOn, []);
  const days = parameterOn(reference, "tax_payment_days", bill.issuedOn);
  if (!days) return err({ kind: "invalid_input", pointer: "/issuedOn", fault: "bill_day_without_law" });
  const { organisationId, shipmentId, id: declarationId } = declaration.value;
  const reconciled = reconcileBill(assessedLines(tax.value), bill.lines);
  const record: TaxBillRecord = {
    organisationId,
    id: world.newId(),
    shipmentId,
    declarationId,
    number: bill.number,
    currency: tax.value.currency,
    total: reconciled.total.authority,
    issuedOn: bill.issuedOn,
    dueOn: dueDay(bill.issuedOn, Number(days.value)),
    source,
    isEqual: reconciled.isEqual,
    recordedBy: by,
    lines: bill.lines,
    acceptedReason: null,
    paidAt: null,
  };
  await tx.taxBills.add(record);
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "tax_bill_received",
    actor: by,
    stage: "bonded_exit",
    subject: record.id,
    facts: { number: bill.number, total: record.total, difference: reconciled.total.difference },
  });
  await settleIfPaid(tx, world, record, by);
  await tx.announce(organisationId, shipmentId, {});
  return ok({ id: record.id, isEqual: record.isEqual });
}

/** What was assessed, as lines that a bill can be laid beside. */
export function assessedLines(tax: Pick<TaxAssessmentRecord, "duty" | "consumptionTax" | "vat">): readonly BillLine[] {
  return [
    { kind: "duty", amount: tax.duty },
    { kind: "consumption_tax", amount: tax.consumptionTax },
    { kind: "vat", amount: tax.vat },
  ];
}

function sameBill(known: TaxBillRecord, bill: StatedBill): Result<RecordedBill, Failure> {
  const isSame =
    known.shipmentId === bill.shipmentId &&
    known.issuedOn === bill.issuedOn &&
    reconcileBill(known.lines, bill.lines).isEqual;
  return isSame
    ? ok({ id: known.id, isEqual: known.isEqual })
    : err({ kind: "invalid_input", pointer: "/number", fault: "bill_of_other_content" });
}

/** Tax that was paid before the release needs no second payment when its bill comes. */
async function settleIfPaid(tx: Transaction, world: World, bill: TaxBillRecord, by: string): Promise<void> {
  if (!bill.isEqual) return;
  const payments = (await tx.securities.ofDeclaration(bill.declarationId)).filter(({ kind }) => kind === "payment");
  const billed = sum((await tx.taxBills.ofDeclaration(bill.declarationId)).map(({ total }) => decimal(total)));
  if (!covers(formatDecimal(round(billed, 2)), payments)) return;
  const last = payments.at(-1)?.reference ?? bill.number;
  await markPaid(tx, world, bill, last, by);
}

/** Accepts a bill that differs from the assessment, with the reason. Nothing is paid by it yet. */
export function acceptTaxBill(
  { inTransaction }: Ports,
  actor: Actor,
  billId: string,
  reason: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_tax_bill");
    if (!allowed.ok) return allowed;
    const bill = await lockedBill(tx, billId);
    if (!bill.ok) return bill;
    if (bill.value.isEqual || bill.value.acceptedReason !== null)
      return err({ kind: "invalid_input", pointer: "/reason", fault: "bill_not_differing" });
    await tx.taxBills.accept(billId, reason, actor.id);
    const { organisationId, shipmentId, number } = bill.value;
    await tx.evidence.append({
      organisationId,
      shipmentId,
      kind: "tax_bill_accepted",
      actor: actor.id,
      stage: "bonded_exit",
      subject: billId,
      facts: { number },
    });
    return ok(undefined);
  });
}

/**
 * Records that a bill was paid with a receipt: what the declaration owes under the guarantee is free again. A bill that
 * differs is accepted first. The same receipt for the same bill counts once.
 */
export function payTaxBill(
  { inTransaction, world }: Ports,
  actor: Actor,
  billId: string,
  receipt: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "keep_tax_bill");
    if (!allowed.ok) return allowed;
    const bill = await lockedBill(tx, billId);
    if (!bill.ok) return bill;
    const { isEqual, acceptedReason, paidAt } = bill.value;
    if (paidAt) return ok(undefined);
    if (!isEqual && acceptedReason === null)
      return err({ kind: "invalid_input", pointer: "/reason", fault: "bill_differs" });
    const paid = await recordReceipt(tx, world, bill.value, receipt, actor.id);
    if (!paid.ok) return paid;
    await markPaid(tx, world, bill.value, receipt, actor.id);
    await tx.announce(bill.value.organisationId, bill.value.shipmentId, {});
    return ok(undefined);
  });
}

async function lockedBill(tx: Transaction, billId: string): Promise<Result<TaxBillRecord, Failure>> {
  const known = found(await tx.taxBills.get(billId), "tax bill");
  if (!known.ok) return known;
  await tx.lockShipment(known.value.shipmentId);
  return found(await tx.taxBills.get(billId), "tax bill");
}

async function recordReceipt(
  tx: Transaction,
  world: World,
  { organisationId, shipmentId, declarationId, total: amount, currency }: TaxBillRecord,
  reference: string,
  createdBy: string,
): Promise<Result<void, Failure>> {
  const payment = { organisationId, shipmentId, declarationId, kind: "payment", amount, currency } as const;
  if (await tx.securities.add({ ...payment, id: world.newId(), reference, createdBy })) return ok(undefined);
  const known = await tx.securities.ofReceipt(reference);
  return known?.declarationId === declarationId && compare(decimal(known.amount), decimal(amount)) === 0
    ? ok(undefined)
    : err({ kind: "invalid_input", pointer: "/reference", fault: "receipt_of_other_shipment" });
}

async function markPaid(
  tx: Transaction,
  world: World,
  bill: TaxBillRecord,
  receipt: string,
  by: string,
): Promise<void> {
  if (!(await tx.taxBills.pay(bill.id, receipt))) return;
  const { organisationId, shipmentId, declarationId, number, total } = bill;
  const bills = await tx.taxBills.ofDeclaration(declarationId);
  const areAllPaid = bills.every((each) => each.id === bill.id || each.paidAt !== null);
  const freed = areAllPaid
    ? await settleOwed(tx, world, { id: declarationId, organisationId, shipmentId }, number, by)
    : "0.00";
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "tax_bill_paid",
    actor: by,
    stage: "bonded_exit",
    subject: bill.id,
    facts: { number, total, freed },
  });
}

/** What was paid for a declaration and is not claimed back: plain decimal text. */
export async function paidFor(tx: Transaction, declarationId: string): Promise<string> {
  const payments = (await tx.securities.ofDeclaration(declarationId)).filter(({ kind }) => kind === "payment");
  const refunds = (await tx.taxRefunds.ofDeclaration(declarationId)).filter(({ state }) => state !== "refused");
  const back = refunds.reduce((total, { amount }) => add(total, decimal(`-${amount}`)), ZERO);
  return formatDecimal(round(add(sum(payments.map(({ amount }) => decimal(amount))), back), 2));
}
