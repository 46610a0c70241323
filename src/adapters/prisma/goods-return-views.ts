import type { Listing } from "@/application/listing";
import { type GoodsReturnView, goodsReturnView, type ReturnState } from "@/contracts/views/goods-return";
import { daysBetween } from "@/domain/shared/local-date";
import type { Prisma } from "./generated/client";
import { before, page } from "./paging";
import { ofVisibleShipment, type Scope } from "./scope";

/** The reads of returned goods. */
export const goodsReturns = { list, ofShipment };

const WITH = {
  lines: { orderBy: { line: "asc" } },
  shipment: { select: { id: true, reference: true } },
} as const satisfies Prisma.GoodsReturnInclude;
type Row = Prisma.GoodsReturnGetPayload<{ include: typeof WITH }>;

interface Options {
  readonly cursor?: string;
  readonly limit: number;
  readonly state?: ReturnState;
}

/** The organisation's returns, of one state or all; the newest first. */
async function list(scope: Scope, { state, ...options }: Options): Promise<Listing<GoodsReturnView>> {
  const { db, organisationId } = scope;
  const rows = await db.goodsReturn.findMany({
    where: { organisationId, ...inState(state, scope.world.today()), ...before(options.cursor) },
    include: WITH,
    orderBy: { id: "desc" },
    take: options.limit + 1,
  });
  return page(rows, options, viewOn(scope.world.today()));
}

async function ofShipment(scope: Scope, shipmentId: string): Promise<readonly GoodsReturnView[]> {
  const rows = await scope.db.goodsReturn.findMany({
    where: { shipmentId, ...ofVisibleShipment(scope) },
    include: WITH,
    orderBy: { id: "asc" },
  });
  return rows.map(viewOn(scope.world.today()));
}

function inState(state: ReturnState | undefined, today: string): Prisma.GoodsReturnWhereInput {
  if (state === undefined) return {};
  if (state === "applied") return { state, arriveBy: { gte: today } };
  return state === "lapsed" ? { state: "applied", arriveBy: { lt: today } } : { state };
}

function viewOn(today: string): (row: Row) => GoodsReturnView {
  return (row) => {
    const { id, shipment, appliedOn, arriveBy, arrivedOn, currency } = row;
    const daysLeft = row.state === "applied" ? daysBetween(today, arriveBy) : null;
    return {
      ...{ id, shipment, appliedOn, arriveBy, arrivedOn, currency, daysLeft },
      state: daysLeft !== null && daysLeft < 0 ? "lapsed" : goodsReturnView.shape.state.parse(row.state),
      reason: goodsReturnView.shape.reason.parse(row.reason),
      settledAt: row.settledAt?.toISOString() ?? null,
      value: row.value.toFixed(2),
      duty: row.duty.toFixed(2),
      consumptionTax: row.consumptionTax.toFixed(2),
      vat: row.vat.toFixed(2),
      lines: row.lines.map(({ line, quantity }) => ({ line, quantity: quantity.toString() })),
    };
  };
}
