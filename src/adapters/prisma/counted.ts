import { COUNTED_AT_MOST } from "@/contracts/views/scalars";
import { Prisma } from "./generated/client";
import type { Scope } from "./scope";

/** As many rows as are counted, and the one that stands for more. */
export const COUNTED = COUNTED_AT_MOST + 1;

/** The same, written into the query: the planner has to know how little is asked for. */
export const MOST = Prisma.raw(String(COUNTED));

/**
 * How many rows each part has, none counted further than it is shown, in one question. A part is a select without a limit
 * of its own; what it asks for has to stand in an index, for then it costs the same however many rows there are.
 */
export async function countEach<K extends string>(
  { db }: Pick<Scope, "db">,
  parts: Readonly<Record<K, Prisma.Sql>>,
): Promise<Record<K, number>> {
  const counted = Object.entries<Prisma.Sql>(parts).map(
    ([part, rows]) =>
      Prisma.sql`(select count(*)::int from (${rows} limit ${MOST}) found) as ${Prisma.raw(`"${part}"`)}`,
  );
  const [counts] = await db.$queryRaw<Record<K, number>[]>(Prisma.sql`select ${Prisma.join(counted)}`);
  if (!counts) throw new Error("A count always answers");
  return counts;
}
