import type { BookBlocker } from "@/domain/release/release-order";
import { Prisma } from "./generated/client";
import type { Scope } from "./scope";

/** By shipment, what of the account books stands between it and its first release. */
export type BookBlockers = ReadonlyMap<string, BookBlocker>;

interface Row {
  readonly organisationId: string;
  readonly id: string;
  readonly clearances: readonly {
    readonly stage: string;
    readonly state: string;
    readonly declarationId: string | null;
  }[];
}

/** Asks for all rows of a page at once; of those alone that were lodged and have not passed their first gate. */
export async function bookBlockers({ db, world }: Scope, rows: readonly Row[]): Promise<BookBlockers> {
  const open = rows.filter(({ clearances }) =>
    clearances.some(
      ({ stage, state, declarationId }) =>
        stage === "bonded_exit" && declarationId !== null && state !== "released" && state !== "refused",
    ),
  );
  if (open.length === 0) return new Map();
  const asked = Prisma.join(open.map(({ organisationId, id }) => Prisma.sql`(${organisationId}::uuid, ${id}::uuid)`));
  const found = await db.$queryRaw<{ id: string; blocker: BookBlocker | null }[]>`
    select asked.id::text as id, book_blocker(asked.owner, asked.id, ${world.today()}) as blocker
    from (values ${asked}) as asked (owner, id)`;
  return new Map(found.flatMap(({ id, blocker }) => (blocker ? [[id, blocker] as const] : [])));
}
