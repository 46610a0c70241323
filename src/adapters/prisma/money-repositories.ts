import { z } from "zod";
import { BILL_SOURCES, REFUND_REASONS, type TaxBillRecord, type TaxRefundRecord } from "@/application/money-record";
import type { Transaction } from "@/application/ports";
import type { SecurityRecord } from "@/application/records";
import { GUARANTEE_MOVES } from "@/domain/guarantee/ledger";
import { decimal, subtract, ZERO } from "@/domain/shared/decimal";
import { BILL_KINDS } from "@/domain/tax-bill/reconcile-bill";
import type { Payment, Prisma, TaxRefund } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";

/** What secures and pays tax: payments and reservations, the ledger of the guarantee, bills and refunds. */
export function moneyRepositories(
  scope: Scope,
): Pick<Transaction, "securities" | "guarantee" | "taxBills" | "taxRefunds"> {
  return {
    securities: securities(scope),
    guarantee: guarantee(scope),
    taxBills: taxBills(scope),
    taxRefunds: taxRefunds(scope),
  };
}

function securities(scope: Scope): Transaction["securities"] {
  const { db, organisationId, world } = scope;
  return {
    ofDeclaration: async (declarationId) => {
      const rows = await db.payment.findMany({
        where: { declarationId, releasedAt: null, ...ofVisibleShipment(scope) },
      });
      return rows.map(toSecurity);
    },
    ofReceipt: async (reference) => {
      const row = await db.payment.findFirst({ where: { organisationId, kind: "payment", reference } });
      return row && toSecurity(row);
    },
    add: async (security) => {
      const { count } = await db.payment.createMany({
        data: [{ ...security, createdAt: world.now() }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    carry: async (from, declarationId) => {
      const held = { organisationId, declarationId: from, kind: "payment", releasedAt: null } as const;
      const rows = await db.payment.findMany({ where: held, orderBy: { id: "asc" } });
      await db.payment.updateMany({ where: held, data: { declarationId } });
      return rows.map((row) => ({ ...toSecurity(row), declarationId }));
    },
    endGuarantee: async (declarationId) => {
      const held = { organisationId, declarationId, kind: "guarantee", releasedAt: null } as const;
      const rows = await db.payment.findMany({ where: held, orderBy: { id: "asc" } });
      await db.payment.updateMany({ where: held, data: { releasedAt: world.now() } });
      return rows.map(toSecurity);
    },
  };
}

function toSecurity({ createdAt: _at, releasedAt: _released, ...row }: Payment): SecurityRecord {
  return { ...row, amount: row.amount.toFixed(2) };
}

interface AccountRow {
  readonly currency: string;
  readonly limit: string;
  readonly reserved: string;
  readonly owed: string;
}

function guarantee({ db, organisationId, world }: Scope): Transaction["guarantee"] {
  return {
    lock: async () => {
      // The lock of the row that the database's own check takes, by a name, for nobody may change that row himself.
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`guarantee:${organisationId}`}, 0))`;
      const [row] = await db.$queryRaw<AccountRow[]>`select currency, limit_amount::text as limit,
          reserved_amount::text as reserved, owed_amount::text as owed
        from guarantee_account where organisation_id = ${organisationId}::uuid`;
      if (!row) return null;
      const [limit, reserved, owed] = [decimal(row.limit), decimal(row.reserved), decimal(row.owed)];
      const available = subtract(subtract(limit, reserved), owed);
      return { currency: row.currency, balances: { guarantor: subtract(ZERO, limit), available, reserved, owed } };
    },
    heldBy: async (declarationId) => {
      const [row] = await db.$queryRaw<{ reserved: string; owed: string }[]>`select
          coalesce(sum(case when to_account = 'reserved' then amount when from_account = 'reserved' then -amount end), 0)::text
            as reserved,
          coalesce(sum(case when to_account = 'owed' then amount when from_account = 'owed' then -amount end), 0)::text
            as owed
        from guarantee_entry
        where organisation_id = ${organisationId}::uuid and declaration_id = ${declarationId}::uuid`;
      return { reserved: decimal(row?.reserved ?? "0"), owed: decimal(row?.owed ?? "0") };
    },
    ofLetter: async (move, reference) => {
      const row = await db.guaranteeEntry.findFirst({
        where: { organisationId, move, reference, declarationId: null },
      });
      return row?.amount.toFixed(2) ?? null;
    },
    add: async (entry) => {
      const { from, to } = GUARANTEE_MOVES[entry.move];
      await db.guaranteeEntry.create({
        data: { ...entry, fromAccount: from, toAccount: to, createdAt: world.now() },
      });
    },
  };
}

const WITH_LINES = { lines: { orderBy: { position: "asc" } } } as const satisfies Prisma.TaxBillInclude;

function taxBills(scope: Scope): Transaction["taxBills"] {
  const { db, organisationId, world } = scope;
  const one = async (where: Prisma.TaxBillWhereInput) => {
    const row = await db.taxBill.findFirst({ where: { organisationId, ...where }, include: WITH_LINES });
    return row && toBill(row);
  };
  return {
    get: (id) => one({ id }),
    ofNumber: (number) => one({ number }),
    ofShipment: async (shipmentId) => {
      const rows = await db.taxBill.findMany({
        where: { shipmentId, ...ofVisibleShipment(scope) },
        include: WITH_LINES,
        orderBy: { id: "asc" },
      });
      return rows.map(toBill);
    },
    add: async ({ lines, ...bill }) => {
      await db.taxBill.create({ data: { ...bill, recordedAt: world.now() } });
      await db.taxBillLine.createMany({
        data: lines.map((line, index) => ({ ...line, organisationId, billId: bill.id, position: index + 1 })),
      });
    },
    accept: async (id, acceptedReason, acceptedBy) => {
      await db.taxBill.update({
        where: { organisationId_id: { organisationId, id } },
        data: { acceptedReason, acceptedBy },
      });
    },
    pay: async (id, paymentReference) => {
      const { count } = await db.taxBill.updateMany({
        where: { organisationId, id, paidAt: null },
        data: { paidAt: world.now(), paymentReference },
      });
      return count === 1;
    },
  };
}

function taxRefunds(scope: Scope): Transaction["taxRefunds"] {
  const { db, organisationId, world } = scope;
  return {
    get: async (id) => {
      const row = await db.taxRefund.findFirst({ where: { organisationId, id } });
      return row && toRefund(row);
    },
    ofShipment: async (shipmentId) => {
      const where = { shipmentId, ...ofVisibleShipment(scope) };
      return (await db.taxRefund.findMany({ where, orderBy: { id: "asc" } })).map(toRefund);
    },
    add: async (refund) => {
      await db.taxRefund.create({ data: { ...refund, claimedAt: world.now() } });
    },
    settle: async (id, state, reference, settledBy) => {
      const { count } = await db.taxRefund.updateMany({
        where: { organisationId, id, state: "claimed" },
        data: { state, reference, settledBy, settledAt: world.now() },
      });
      return count === 1;
    },
  };
}

const source = z.enum(BILL_SOURCES);
const kind = z.enum(BILL_KINDS);
const reason = z.enum(REFUND_REASONS);
const refundState = z.enum(["claimed", "paid", "refused"]);

function toBill({
  recordedAt: _at,
  acceptedBy: _by,
  lines,
  ...row
}: Prisma.TaxBillGetPayload<{ include: typeof WITH_LINES }>): TaxBillRecord {
  return {
    ...row,
    total: row.total.toFixed(2),
    source: source.parse(row.source),
    lines: lines.map((line) => ({ kind: kind.parse(line.kind), amount: line.amount.toFixed(2) })),
  };
}

function toRefund({ claimedAt: _at, settledAt: _settled, settledBy: _by, ...row }: TaxRefund): TaxRefundRecord {
  return {
    ...row,
    amount: row.amount.toFixed(2),
    reason: reason.parse(row.reason),
    state: refundState.parse(row.state),
  };
}
