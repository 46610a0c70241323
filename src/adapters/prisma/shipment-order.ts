import { cursorOf, type Placed, parseCursor, type ShipmentSort } from "@/domain/clearance-time/shipment-order";
import { type Decimal, decimal, formatDecimal } from "@/domain/shared/decimal";
import type { Prisma } from "./generated/client";
import type { Scope } from "./scope";

type Sort = Exclude<ShipmentSort, "newest">;

interface Options {
  readonly sort: Sort;
  readonly cursor?: string;
  readonly limit: number;
}

/** What the database holds, and with it every instant and every amount that is one. */
const LAST_INSTANT = 253_402_300_799_999;
const MOST_HUNDREDTHS = 2n ** 63n - 1n;

type Keys = Pick<Prisma.ShipmentGetPayload<object>, "id" | "dueAt" | "stake">;

/** A stretch of the order: what stands in it, and how it is ordered. An index gives each, however many there are. */
interface Stretch {
  readonly where: Prisma.ShipmentWhereInput;
  readonly orderBy: Prisma.ShipmentOrderByWithRelationInput[];
}

/**
 * The ids of a page of the shipments by slack or by value at stake, and where the next begins. They are ordered by the
 * keys that the worker keeps; a clock that has changed since it looked stands where it stood for that second.
 */
export async function orderedPage(
  { db }: Scope,
  where: Prisma.ShipmentWhereInput,
  { sort, cursor, limit }: Options,
): Promise<{ readonly ids: readonly string[]; readonly nextCursor: string | null }> {
  const placed = new Map<string, Placed>();
  for (const stretch of stretches(sort, cursor === undefined ? null : parseCursor(cursor))) {
    const take = limit + 1 - placed.size;
    if (take <= 0) break;
    const rows = await db.shipment.findMany({
      where: { AND: [where, stretch.where] },
      orderBy: stretch.orderBy,
      take,
      select: { id: true, dueAt: true, stake: true },
    });
    // One that moved between two stretches stands where it was seen first.
    for (const row of rows) if (!placed.has(row.id)) placed.set(row.id, { id: row.id, key: keyOf(sort, row) });
  }
  const shown = [...placed.values()].slice(0, limit);
  const last = shown.at(-1);
  return { ids: shown.map(({ id }) => id), nextCursor: placed.size > limit && last ? cursorOf(last) : null };
}

/**
 * What follows a row: the rest of those with its key, those with a later key, those without one. Each is a range of an
 * index; asked for at once they would be none, for the key rises where the id falls.
 */
function stretches(sort: Sort, after: Placed | null): readonly Stretch[] {
  const newest = { id: "desc" } as const;
  const byKey: Prisma.ShipmentOrderByWithRelationInput[] =
    sort === "slack" ? [{ dueAt: "asc" }, newest] : [{ stake: "desc" }, newest];
  const none: Prisma.ShipmentWhereInput = sort === "slack" ? { dueAt: null } : { stake: null };
  if (after === null) {
    const some = sort === "slack" ? { dueAt: { not: null } } : { stake: { not: null } };
    return [
      { where: some, orderBy: byKey },
      { where: none, orderBy: [newest] },
    ];
  }
  const behind = { id: { lt: after.id } };
  if (after.key === null) return [{ where: { AND: [none, behind] }, orderBy: [newest] }];
  const [same, later] =
    sort === "slack"
      ? [{ dueAt: instantOf(after.key) }, { dueAt: { gt: instantOf(after.key) } }]
      : [{ stake: stakeIn(after.key) }, { stake: { lt: stakeIn(after.key) } }];
  return [
    { where: { AND: [same, behind] }, orderBy: [newest] },
    { where: later, orderBy: byKey },
    { where: none, orderBy: [newest] },
  ];
}

function keyOf(sort: Sort, { dueAt, stake }: Keys): string | null {
  if (sort === "slack") return dueAt && String(dueAt.getTime());
  return stake === null ? null : formatDecimal({ units: stake, scale: 2 });
}

function instantOf(key: string): Date {
  return new Date(Math.min(Math.max(Math.trunc(Number(key)), 0), LAST_INSTANT));
}

function stakeIn(key: string): bigint {
  const hundredths = hundredthsOf(decimal(key));
  return hundredths > MOST_HUNDREDTHS ? MOST_HUNDREDTHS : hundredths < 0n ? 0n : hundredths;
}

/** An amount in hundredths, as the database keeps it to order by; what is finer is cut off. */
export function hundredthsOf({ units, scale }: Decimal): bigint {
  return scale >= 2 ? units / 10n ** BigInt(scale - 2) : units * 10n ** BigInt(2 - scale);
}
