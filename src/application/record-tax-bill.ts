import type { Failure } from "@/contracts/problem";
import { add, compare, decimal, formatDecimal, round, ZERO } from "@/domain/shared/decimal";
import type { LocalDate } from "@/domain/shared/local-date";
import { err, ok, type Result } from "@/domain/shared/result";
import { parameterOn } from "@/domain/tariff/reference";
import { openOfBill, totalOf } from "@/domain/tax-bill/due";
import { dueDay } from "@/domain/tax-bill/due-day";
import { BILL_KINDS, type BillLine, reconcileBill } from "@/domain/tax-bill/reconcile-bill";
import { type Actor, authorise } from "./actor";
import { found } from "./load";
import type { BillSource, TaxBillRecord } from "./money-record";
import { settleOwed } from "./move-guarantee";
import type { Transaction, UnitOfWork, World } from "./ports";
import type { TaxAssessmentRecord } from "./records";
import { dueOf, paidFor } from "./tax-due";

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
  const earlier = (await tx.taxBills.ofShipment(shipmentId)).flatMap((each) => each.lines);
  const reconciled = reconcileBill(await dueOf(tx, tax.value), earlier, bill.lines);
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
    paymentReference: null,
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
  await settleIfPaid(tx, world, record, tax.value, by);
  await tx.announce(organisationId, shipmentId, {});
  return ok({ id: record.id, isEqual: record.isEqual });
}

function sameBill(known: TaxBillRecord, bill: StatedBill): Result<RecordedBill, Failure> {
  const isSame =
    known.shipmentId === bill.shipmentId && known.issuedOn === bill.issuedOn && isSameContent(known.lines, bill.lines);
  return isSame
    ? ok({ id: known.id, isEqual: known.isEqual })
    : err({ kind: "invalid_input", pointer: "/number", fault: "bill_of_other_content" });
}

function isSameContent(one: readonly BillLine[], other: readonly BillLine[]): boolean {
  return BILL_KINDS.every((kind) => {
    const of = (lines: readonly BillLine[]) => totalOf(lines.filter((line) => line.kind === kind));
    return compare(of(one), of(other)) === 0;
  });
}

/** Tax that was paid before the release needs no second payment when its bill comes. */
async function settleIfPaid(
  tx: Transaction,
  world: World,
  bill: TaxBillRecord,
  tax: TaxAssessmentRecord,
  by: string,
): Promise<void> {
  if (!bill.isEqual) return;
  const open = openOfBill(bill.total, await paidFor(tx, tax), await paidBills(tx, bill));
  const payments = (await tx.securities.ofDeclaration(tax.declarationId)).filter(({ kind }) => kind === "payment");
  const last = payments.at(-1);
  if (last && compare(open, ZERO) === 0) await markPaid(tx, world, bill, last.reference, by);
}

async function paidBills(tx: Transaction, bill: TaxBillRecord): Promise<readonly TaxBillRecord[]> {
  return (await tx.taxBills.ofShipment(bill.shipmentId)).filter((each) => each.id !== bill.id && each.paidAt !== null);
}

/** Accepts a bill that differs from the assessment, with the reason. Nothing is paid by it yet. */
export function acceptTaxBill(
  { inTransaction }: Ports,
  actor: Actor,
  billId: string,
  reason: string,
): Promise<Result<void, Failure>> {
  return inTransaction<void, Failure>(actor, async (tx) => {
    const allowed = authorise(actor, "accept_tax_bill");
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
 * Records that a bill was paid with a receipt: as much as it asked for of what is owed under the guarantee is free again.
 * A bill that differs is accepted first. The same receipt for the same bill counts once.
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
    const { isEqual, acceptedReason, paidAt, paymentReference } = bill.value;
    if (paidAt)
      return paymentReference === receipt
        ? ok(undefined)
        : err({ kind: "invalid_input", pointer: "/reference", fault: "bill_paid" });
    if (!isEqual && acceptedReason === null)
      return err({ kind: "invalid_input", pointer: "/reason", fault: "bill_differs" });
    const paid = await recordReceipt(tx, world, bill.value, receipt, actor.id);
    if (!paid.ok) return paid;
    await markPaid(tx, world, bill.value, receipt, actor.id);
    await askRelease(tx, bill.value);
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

/**
 * What the receipt pays is recorded as a payment of the declaration that stands. A receipt of this shipment may pay
 * several of its bills, but no more than its own amount; one of another shipment pays nothing here.
 */
async function recordReceipt(
  tx: Transaction,
  world: World,
  bill: TaxBillRecord,
  reference: string,
  createdBy: string,
): Promise<Result<void, Failure>> {
  const { organisationId, shipmentId, currency, total } = bill;
  const declaration = found(await tx.declarations.latest(shipmentId), "declaration");
  if (!declaration.ok) return declaration;
  const declarationId = declaration.value.id;
  const paid = await paidBills(tx, bill);
  const known = await tx.securities.ofReceipt(reference);
  if (known) {
    const used = totalOf(
      paid.filter((each) => each.paymentReference === reference).map((each) => ({ amount: each.total })),
    );
    const isEnough = compare(add(used, decimal(total)), decimal(known.amount)) <= 0;
    return known.shipmentId === shipmentId && isEnough
      ? ok(undefined)
      : err({ kind: "invalid_input", pointer: "/reference", fault: "receipt_of_other_shipment" });
  }
  const open = openOfBill(total, await paidFor(tx, { shipmentId, declarationId }), paid);
  if (compare(open, ZERO) === 0) return ok(undefined);
  const payment = { organisationId, shipmentId, declarationId, kind: "payment", currency, createdBy } as const;
  const amount = formatDecimal(round(open, 2));
  const isNew = await tx.securities.add({ ...payment, id: world.newId(), amount, reference });
  return isNew ? ok(undefined) : err({ kind: "stale_version", what: "receipt" });
}

/** A payment may be what the release of the first gate waits for. */
async function askRelease(tx: Transaction, { organisationId, shipmentId }: TaxBillRecord): Promise<void> {
  const clearance = await tx.clearances.ofStage(shipmentId, "bonded_exit");
  if (clearance?.state !== "releasable") return;
  await tx.outbox.put(organisationId, {
    name: "clearance.release",
    payload: { organisationId, clearanceId: clearance.id },
  });
}

async function markPaid(
  tx: Transaction,
  world: World,
  bill: TaxBillRecord,
  receipt: string,
  by: string,
): Promise<void> {
  if (!(await tx.taxBills.pay(bill.id, receipt))) return;
  const { organisationId, shipmentId, number, total } = bill;
  const declaration = await tx.declarations.latest(shipmentId);
  const freed = declaration
    ? await settleOwed(tx, world, declaration, decimal(total), { reference: number, by })
    : ZERO;
  await tx.evidence.append({
    organisationId,
    shipmentId,
    kind: "tax_bill_paid",
    actor: by,
    stage: "bonded_exit",
    subject: bill.id,
    facts: { number, total, freed: formatDecimal(round(freed, 2)) },
  });
}
