import { isAuthority } from "@/application/actor";
import type { NextClockView, UnderwayTotalsView, UnderwayView } from "@/contracts/views/clearance-time";
import type { RunningClock } from "@/domain/clearance-time/next-clock";
import { parseUnderwayCursor, type UnderwayCursor, underwayCursorOf } from "@/domain/clearance-time/shipment-order";
import { formatDecimal } from "@/domain/shared/decimal";
import { type Clocked, runningClocks } from "./clearance-time-clocks";
import { Prisma } from "./generated/client";
import { blindOf } from "./review-blind";
import { ofOwnLists, type Scope } from "./scope";

interface Options {
  readonly cursor?: string;
  readonly limit: number;
}

/**
 * A page of the shipments of which a clock runs: what can still be saved by slack, then what has run out, the newest
 * first. The order is that of the keys which the worker keeps; the clocks are worked out for the page. One whose clock
 * stopped since the worker looked is left out.
 */
export async function underway(
  scope: Scope,
  { cursor, limit }: Options,
): Promise<{ rows: UnderwayView[]; nextCursor: string | null }> {
  const now = scope.world.now().getTime();
  const after = cursor === undefined ? null : parseUnderwayCursor(cursor);
  const asOf = after?.asOf ?? now;
  const placed = await placedAfter(scope, after, asOf, limit + 1);
  const shown = placed.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const clocked = new Map((await runningClocks(scope, { id: { in: ids } })).map((each) => [each.id, each]));
  const last = shown.at(-1);
  return {
    rows: ids.flatMap((id) => {
      const found = clocked.get(id);
      return found ? [toUnderway(scope, found, now)] : [];
    }),
    nextCursor: placed.length > limit && last ? underwayCursorOf({ asOf, ...last }) : null,
  };
}

type Due = Pick<UnderwayCursor, "id" | "dueAt">;

/** The rest of those with the key of the last row, what is ahead of the instant, and what is behind it. */
async function placedAfter(
  scope: Scope,
  after: UnderwayCursor | null,
  asOf: number,
  most: number,
): Promise<readonly Due[]> {
  const blind = await blindOf(scope);
  const among = { AND: [ofOwnLists(scope), { id: { notIn: blind.map(({ shipmentId }) => shipmentId) } }] };
  const placed = new Map<string, Due>();
  for (const { dueAt, id, isAhead } of stretches(after, asOf)) {
    const take = most - placed.size;
    if (take <= 0) break;
    const rows = await scope.db.shipment.findMany({
      where: { AND: [among, { dueAt, ...(id ? { id } : {}) }] },
      orderBy: isAhead ? [{ dueAt: "asc" }, { id: "desc" }] : [{ dueAt: "desc" }, { id: "asc" }],
      take,
      select: { id: true, dueAt: true },
    });
    for (const row of rows) {
      if (row.dueAt && !placed.has(row.id)) placed.set(row.id, { id: row.id, dueAt: row.dueAt.getTime() });
    }
  }
  return [...placed.values()];
}

interface Stretch {
  readonly dueAt: Prisma.DateTimeNullableFilter | Date;
  readonly id?: Prisma.UuidFilter;
  readonly isAhead: boolean;
}

/** Each a range of one index, read forwards ahead of the instant and backwards behind it. */
function stretches(after: UnderwayCursor | null, asOf: number): readonly Stretch[] {
  const [ahead, past] = [{ gte: new Date(asOf) }, { lt: new Date(asOf) }];
  if (after === null)
    return [
      { dueAt: ahead, isAhead: true },
      { dueAt: past, isAhead: false },
    ];
  const key = new Date(after.dueAt);
  if (after.dueAt < asOf)
    return [
      { dueAt: key, id: { gt: after.id }, isAhead: false },
      { dueAt: { lt: key }, isAhead: false },
    ];
  return [
    { dueAt: key, id: { lt: after.id }, isAhead: true },
    { dueAt: { gt: key }, isAhead: true },
    { dueAt: past, isAhead: false },
  ];
}

/** How many are under way, how many of them ran out, and what is at stake together, for each currency. */
export async function underwayTotals(scope: Scope): Promise<UnderwayTotalsView> {
  const { db, organisationId, world } = scope;
  const blind = (await blindOf(scope)).map(({ shipmentId }) => shipmentId);
  const seen = isAuthority(scope.actor)
    ? Prisma.sql`exists (select from access_grant g where g.organisation_id = s.organisation_id and g.shipment_id = s.id
        and g.grantee_organisation_id = ${organisationId}::uuid)`
    : Prisma.sql`s.organisation_id = ${organisationId}::uuid`;
  const rows = await db.$queryRaw<{ currency: string | null; count: number; late: number; stake: string | null }[]>`
    select s.stake_currency as currency, count(*)::int as count,
      (count(*) filter (where s.due_at < ${world.now()}))::int as late, sum(s.stake)::text as stake
    from shipment s where s.due_at is not null and ${seen} and s.id <> all (${blind}::uuid[])
    group by s.stake_currency order by s.stake_currency`;
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    late: rows.reduce((sum, { late }) => sum + late, 0),
    stakes: rows.flatMap(({ currency, stake }) =>
      currency === null || stake === null
        ? []
        : [{ amount: formatDecimal({ units: BigInt(stake), scale: 2 }), currency }],
    ),
  };
}

function toUnderway(scope: Scope, found: Clocked, now: number): UnderwayView {
  const { id, reference, broker, regime, lane, clock, stake } = found;
  return {
    // Each broker numbers its own shipments, so that an authority needs the name; a house knows its own.
    ...{ id, reference, broker: isAuthority(scope.actor) ? broker : null, regime, lane },
    clock: toNextClock(clock),
    slack: clock.dueAt - now,
    stake: toStake(stake),
  };
}

/** A clock as screens and API name it. */
export function toNextClock({ code, dueAt, dueOn }: RunningClock): NextClockView {
  return { code, dueAt: new Date(dueAt).toISOString(), dueOn };
}

/** What is at stake, as screens and API name it. */
export function toStake(stake: Clocked["stake"]): { readonly amount: string; readonly currency: string } | null {
  return stake && { amount: formatDecimal(stake.amount), currency: stake.currency };
}
