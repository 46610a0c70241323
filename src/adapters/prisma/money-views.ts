import { z } from "zod";
import type { Listing } from "@/application/listing";
import {
  type BillState,
  type GuaranteeEntryView,
  type GuaranteeView,
  guaranteeEntryView,
  type TaxBillView,
  type TaxRefundView,
  taxRefundView,
} from "@/contracts/views/money";
import { latePaymentSurcharge } from "@/domain/assessment/late-fee";
import { forecastGuarantee } from "@/domain/guarantee/forecast";
import { decimal, formatDecimal, round, sum } from "@/domain/shared/decimal";
import { addDays, daysBetween } from "@/domain/shared/local-date";
import { toDecimal, toMoney } from "@/domain/shared/money";
import { parameterOn } from "@/domain/tariff/reference";
import { dueLines } from "@/domain/tax-bill/due";
import { BILL_KINDS, reconcileBill } from "@/domain/tax-bill/reconcile-bill";
import type { Prisma } from "./generated/client";
import { before, page } from "./paging";
import { referenceData } from "./reference-data";
import { ofVisibleShipment, type Scope } from "./scope";

/** The reads of guarantee, tax bills and refunds. */
export const money = { guarantee, entries, bills, billsOf, refunds, refundsOf };

const LOOK_BACK_DAYS = 30;
const HORIZON_DAYS = 30;

/** The guarantee and how far it reaches; nothing where none is kept. */
async function guarantee(scope: Scope): Promise<GuaranteeView | null> {
  const { db, organisationId, world } = scope;
  const account = await db.guaranteeAccount.findUnique({ where: { organisationId } });
  if (!account) return null;
  const today = world.today();
  const available = account.limitAmount.minus(account.reservedAmount).minus(account.owedAmount).toFixed(2);
  // What was given back unused was not needed; a day is the office's.
  const taken = await db.guaranteeEntry.findMany({
    where: {
      organisationId,
      move: { in: ["reserve", "release"] },
      createdAt: { gte: new Date(`${addDays(today, -LOOK_BACK_DAYS - 1)}T00:00:00Z`) },
    },
    select: { move: true, amount: true, createdAt: true },
  });
  const reservedBefore = taken.map(({ move, amount, createdAt }) => ({
    day: world.dayOf(createdAt),
    amount: (move === "reserve" ? amount : amount.negated()).toFixed(2),
  }));
  const due = await db.taxBill.findMany({
    where: { organisationId, paidAt: null, dueOn: { gt: today, lte: addDays(today, HORIZON_DAYS) } },
    select: { declarationId: true, dueOn: true },
  });
  const owed = await owedOf(
    scope,
    due.map(({ declarationId }) => declarationId),
  );
  const { days, dailyNeed, shortOn } = forecastGuarantee({
    today,
    available,
    reservedBefore,
    lookBackDays: LOOK_BACK_DAYS,
    returns: due.map(({ declarationId, dueOn }) => ({ day: dueOn, amount: owed.get(declarationId) ?? "0" })),
    horizonDays: HORIZON_DAYS,
  });
  return {
    currency: account.currency,
    limit: account.limitAmount.toFixed(2),
    reserved: account.reservedAmount.toFixed(2),
    owed: account.owedAmount.toFixed(2),
    available,
    forecast: { dailyNeed, lookBackDays: LOOK_BACK_DAYS, shortOn, days: [...days] },
  };
}

/** What declarations owe under the guarantee. */
async function owedOf({ db, organisationId }: Scope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; owed: string }[]>`select declaration_id as id,
      sum(case when to_account = 'owed' then amount else -amount end)::text as owed
    from guarantee_entry
    where organisation_id = ${organisationId}::uuid and declaration_id = any(${ids}::uuid[])
      and 'owed' in (from_account, to_account)
    group by declaration_id`;
  return new Map(rows.map(({ id, owed }) => [id, owed]));
}

interface Options {
  readonly cursor?: string;
  readonly limit: number;
}

const SHIPMENT = { shipment: { select: { id: true, reference: true } } } as const;

/** The ledger of the guarantee, newest first. */
async function entries({ db, organisationId }: Scope, options: Options): Promise<Listing<GuaranteeEntryView>> {
  // What was carried over when the ledger began has ids without a time, so the time of the entry comes first.
  const { id: earlier } = before(options.cursor);
  const last = earlier
    ? await db.guaranteeEntry.findFirst({
        where: { organisationId, id: earlier.lt },
        select: { id: true, createdAt: true },
      })
    : null;
  const older = last
    ? { OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }
    : {};
  const rows = await db.guaranteeEntry.findMany({
    where: { organisationId, ...older },
    include: SHIPMENT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: options.limit + 1,
  });
  return page(rows, options, ({ id, move, amount, currency, reference, shipment, createdAt }) => ({
    ...{ id, currency, reference, shipment },
    move: guaranteeEntryView.shape.move.parse(move),
    amount: amount.toFixed(2),
    at: createdAt.toISOString(),
  }));
}

const BILL = {
  shipment: { select: { id: true, reference: true, taxBills: { include: { lines: true } } } },
  lines: { orderBy: { position: "asc" } },
  // A bill is held against what was due when it came.
  declaration: { select: { assessments: { take: 1 }, goodsReturns: { where: { state: "completed" } } } },
} as const satisfies Prisma.TaxBillInclude;
type BillRow = Prisma.TaxBillGetPayload<{ include: typeof BILL }>;

function inState(state: BillState | undefined, today: string): Prisma.TaxBillWhereInput {
  const differs = { isEqual: false, acceptedReason: null };
  if (state === undefined) return {};
  if (state === "paid") return { paidAt: { not: null } };
  if (state === "differs") return { paidAt: null, ...differs };
  return { paidAt: null, NOT: differs, dueOn: state === "overdue" ? { lt: today } : { gte: today } };
}

/** The organisation's bills, of one state or all; the newest first. */
async function bills(
  scope: Scope,
  { state, ...options }: Options & { readonly state?: BillState },
): Promise<Listing<TaxBillView>> {
  const rows = await scope.db.taxBill.findMany({
    where: { organisationId: scope.organisationId, ...inState(state, scope.world.today()), ...before(options.cursor) },
    include: BILL,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  const toView = await billView(scope);
  return page(rows, options, toView);
}

/** The bills of a shipment, for everybody who sees it. */
async function billsOf(scope: Scope, shipmentId: string): Promise<readonly TaxBillView[]> {
  const rows = await scope.db.taxBill.findMany({
    where: { shipmentId, ...ofVisibleShipment(scope) },
    include: BILL,
    orderBy: { id: "asc" },
  });
  return rows.map(await billView(scope));
}

const kind = z.enum(BILL_KINDS);

const toLines = (lines: readonly { readonly kind: string; readonly amount: Prisma.Decimal }[]) =>
  lines.map((line) => ({ kind: kind.parse(line.kind), amount: line.amount.toFixed(2) }));

type Taxes = Readonly<Record<"duty" | "consumptionTax" | "vat", Prisma.Decimal>>;

function taxesOf(taxes: Taxes | undefined) {
  return {
    duty: taxes?.duty.toFixed(2) ?? "0",
    consumptionTax: taxes?.consumptionTax.toFixed(2) ?? "0",
    vat: taxes?.vat.toFixed(2) ?? "0",
  };
}

async function billView(scope: Scope): Promise<(row: BillRow) => TaxBillView> {
  const today = scope.world.today();
  const reference = await referenceData(scope).on(today, []);
  const law = {
    dailyRate: parameterOn(reference, "late_payment_daily_rate", today)?.value ?? null,
    threshold: parameterOn(reference, "late_payment_threshold_cny", today)?.value ?? "0",
  };
  return (row) => {
    const assessment = row.declaration.assessments[0];
    const asked = toLines(row.lines);
    const due = dueLines(
      taxesOf(assessment),
      row.declaration.goodsReturns.filter(({ settledAt }) => settledAt && settledAt < row.recordedAt).map(taxesOf),
    );
    const earlier = row.shipment.taxBills.filter(({ recordedAt, id }) => recordedAt < row.recordedAt && id !== row.id);
    const { lines, total } = reconcileBill(
      due,
      earlier.flatMap((bill) => toLines(bill.lines)),
      asked,
    );
    const daysLeft = row.paidAt ? null : daysBetween(today, row.dueOn);
    const shipment = { id: row.shipment.id, reference: row.shipment.reference };
    const { id, number, currency, issuedOn, dueOn, isEqual, acceptedReason, paymentReference } = row;
    return {
      ...{ id, number, shipment, currency, issuedOn, dueOn, isEqual, acceptedReason, paymentReference, daysLeft },
      state: stateOf(row, daysLeft),
      surcharge: surchargeOf(row, daysLeft, law),
      paidAt: row.paidAt?.toISOString() ?? null,
      total,
      lines: [...lines],
    };
  };
}

function stateOf({ paidAt, isEqual, acceptedReason }: BillRow, daysLeft: number | null): BillState {
  if (paidAt) return "paid";
  if (!isEqual && acceptedReason === null) return "differs";
  return daysLeft !== null && daysLeft < 0 ? "overdue" : "open";
}

/** On the tax alone: no surcharge is charged on fees. */
function surchargeOf(
  { lines, currency }: BillRow,
  daysLeft: number | null,
  { dailyRate, threshold }: { readonly dailyRate: string | null; readonly threshold: string },
): string | null {
  if (daysLeft === null || daysLeft >= 0 || dailyRate === null) return null;
  const taxes = lines.filter((line) => ["duty", "consumption_tax", "vat"].includes(line.kind));
  const tax = toMoney(sum(taxes.map((line) => decimal(line.amount.toFixed(2)))), currency);
  return formatDecimal(round(toDecimal(latePaymentSurcharge(tax, -daysLeft, { dailyRate, threshold })), 2));
}

const REFUND = SHIPMENT satisfies Prisma.TaxRefundInclude;

/** The organisation's claims, newest first. */
async function refunds({ db, organisationId }: Scope, options: Options): Promise<Listing<TaxRefundView>> {
  const rows = await db.taxRefund.findMany({
    where: { organisationId, ...before(options.cursor) },
    include: REFUND,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, toRefund);
}

async function refundsOf(scope: Scope, shipmentId: string): Promise<readonly TaxRefundView[]> {
  const where = { shipmentId, ...ofVisibleShipment(scope) };
  return (await scope.db.taxRefund.findMany({ where, include: REFUND, orderBy: { id: "asc" } })).map(toRefund);
}

function toRefund(row: Prisma.TaxRefundGetPayload<{ include: typeof REFUND }>): TaxRefundView {
  const { id, shipment, currency, note, reference } = row;
  return {
    ...{ id, shipment, currency, note, reference },
    reason: taxRefundView.shape.reason.parse(row.reason),
    state: taxRefundView.shape.state.parse(row.state),
    amount: row.amount.toFixed(2),
    claimedAt: row.claimedAt.toISOString(),
    settledAt: row.settledAt?.toISOString() ?? null,
  };
}
