import { z } from "zod";
import { type GoodsReturnRecord, RETURN_REASONS } from "@/application/goods-return-record";
import type { Transaction } from "@/application/ports";
import type { Prisma } from "./generated/client";
import { ofVisibleShipment, type Scope } from "./scope";

const WITH_LINES = { lines: { orderBy: { line: "asc" } } } as const satisfies Prisma.GoodsReturnInclude;

/** Returns of retail goods. The database takes no more of a line than was declared, and none after the last day. */
export function goodsReturnRepository(scope: Scope): Pick<Transaction, "goodsReturns"> {
  const { db, organisationId, world } = scope;
  return {
    goodsReturns: {
      get: async (id) => {
        const row = await db.goodsReturn.findFirst({ where: { organisationId, id }, include: WITH_LINES });
        return row && toRecord(row);
      },
      ofDeclaration: async (declarationId) => {
        const rows = await db.goodsReturn.findMany({
          where: { declarationId, state: { not: "cancelled" }, ...ofVisibleShipment(scope) },
          include: WITH_LINES,
          orderBy: { id: "asc" },
        });
        return rows.map(toRecord);
      },
      add: async ({ lines, ...goodsReturn }) => {
        await db.goodsReturn.create({ data: { ...goodsReturn, appliedAt: world.now() } });
        for (const line of lines)
          await db.goodsReturnLine.create({ data: { ...line, organisationId, returnId: goodsReturn.id } });
      },
      settle: async (id, outcome, settledBy) => {
        const { count } = await db.goodsReturn.updateMany({
          where: { organisationId, id, state: "applied" },
          data: { ...outcome, settledBy, settledAt: world.now() },
        });
        return count === 1;
      },
    },
  };
}

const state = z.enum(["applied", "completed", "cancelled"]);
const reason = z.enum(RETURN_REASONS);

function toRecord({
  appliedAt: _at,
  settledAt: _settled,
  settledBy: _by,
  lines,
  ...row
}: Prisma.GoodsReturnGetPayload<{ include: typeof WITH_LINES }>): GoodsReturnRecord {
  return {
    ...row,
    state: state.parse(row.state),
    reason: reason.parse(row.reason),
    value: row.value.toFixed(2),
    duty: row.duty.toFixed(2),
    consumptionTax: row.consumptionTax.toFixed(2),
    vat: row.vat.toFixed(2),
    lines: lines.map(({ line, quantity }) => ({ line, quantity: quantity.toString() })),
  };
}
