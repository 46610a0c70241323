import { ROLES, type Role } from "@/application/actor";
import type { Transaction } from "@/application/ports";
import type { Scope } from "./scope";

/** Who last held the password link of a person of the organisation; null when nobody did. */
export async function linkHolder({ db }: Pick<Scope, "db">, userId: string): Promise<string | null> {
  const rows = await db.$queryRaw<{ holder: string | null }[]>`select link_holder(${userId}) as holder`;
  return rows[0]?.holder ?? null;
}

/** What a transaction may know of people: that they are held still, and by whom they were let in. */
export function peopleOf(scope: Scope): Transaction["people"] {
  return {
    lock: async () => {
      await scope.db
        .$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`people of ${scope.organisationId}`}, 0))`;
    },
    linkHolder: (userId) => linkHolder(scope, userId),
  };
}

/** Roles as memberships keep them, separated by commas. */
export function roles(role: string): readonly Role[] {
  return ROLES.filter((each) => role.split(",").includes(each));
}
