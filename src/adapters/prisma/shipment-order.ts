import { cursorOf, inOrder, type Placed, parseCursor, type ShipmentSort } from "@/domain/clearance-time/shipment-order";
import { formatDecimal } from "@/domain/shared/decimal";
import { runningClocks, stakeOf } from "./clearance-time-clocks";
import type { Prisma } from "./generated/client";
import type { Scope } from "./scope";

interface Options {
  readonly sort: Exclude<ShipmentSort, "newest">;
  readonly cursor?: string;
  readonly limit: number;
}

/** The ids of a page of the shipments by slack or by value at stake, and where the next begins. */
export async function orderedPage(
  scope: Scope,
  where: Prisma.ShipmentWhereInput,
  { sort, cursor, limit }: Options,
): Promise<{ readonly ids: readonly string[]; readonly nextCursor: string | null }> {
  const keys = sort === "slack" ? await slackKeys(scope, where) : await valueKeys(scope, where);
  const all = await scope.db.shipment.findMany({ where, select: { id: true } });
  const compare = inOrder(sort);
  const after = cursor === undefined ? null : parseCursor(cursor);
  const placed: readonly Placed[] = all
    .map(({ id }) => ({ id, key: keys.get(id) ?? null }))
    .filter((each) => after === null || compare(each, after) > 0)
    .sort(compare);
  const shown = placed.slice(0, limit);
  const last = shown.at(-1);
  return { ids: shown.map(({ id }) => id), nextCursor: placed.length > limit && last ? cursorOf(last) : null };
}

/** Of the shipments of which a clock runs the instant of its end: whose ends first has the least slack. */
async function slackKeys(scope: Scope, where: Prisma.ShipmentWhereInput): Promise<ReadonlyMap<string, string>> {
  return new Map((await runningClocks(scope, where)).map(({ id, clock }) => [id, String(clock.dueAt)]));
}

async function valueKeys({ db }: Scope, where: Prisma.ShipmentWhereInput): Promise<ReadonlyMap<string, string>> {
  const rows = await db.shipment.findMany({
    where: { AND: [where, { assessments: { some: {} } }] },
    select: { id: true, assessments: { orderBy: { createdAt: "desc" }, take: 1 } },
  });
  return new Map(
    rows.flatMap((row) => {
      const stake = stakeOf(row);
      return stake ? [[row.id, formatDecimal(stake.amount)] as const] : [];
    }),
  );
}
