import type { Transaction } from "@/application/ports";
import type { AuthorisationRecord } from "@/application/records";
import type { AeoAuthorisation } from "./generated/client";
import type { Scope } from "./scope";

/** The AEO whitelist and the organisation's API keys. */
export function creditRepositories(scope: Scope): Pick<Transaction, "authorisations" | "apiKeys"> {
  const { db, organisationId, world } = scope;
  return {
    authorisations: {
      lock: async () => {
        await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`whitelist:${organisationId}`}, 0))`;
      },
      get: async (id) => {
        const row = await db.aeoAuthorisation.findFirst({ where: { organisationId, id } });
        return row && toRecord(row);
      },
      active: async () =>
        (await db.aeoAuthorisation.findMany({ where: { state: "active" }, orderBy: { id: "asc" } })).map(toRecord),
      listOwn: async () =>
        (await db.aeoAuthorisation.findMany({ where: { organisationId }, orderBy: { id: "asc" } })).map(toRecord),
      add: async (authorisation) => {
        const { roles, commodityPrefixes, origins, regimes } = authorisation;
        await db.aeoAuthorisation.create({
          data: {
            ...authorisation,
            roles: [...roles],
            commodityPrefixes: [...commodityPrefixes],
            origins: [...origins],
            regimes: [...regimes],
            createdAt: world.now(),
          },
        });
      },
      decide: async (id, from, state, by) => {
        const { count } = await db.aeoAuthorisation.updateMany({
          where: { organisationId, id, state: from },
          data: {
            state,
            decidedAt: world.now(),
            ...(state === "active" ? { approvedBy: by.id, approvedByName: by.name } : {}),
          },
        });
        return count === 1;
      },
    },
    apiKeys: {
      add: async (key) => {
        await db.apiKey.create({ data: { ...key, roles: [...key.roles], organisationId, createdAt: world.now() } });
      },
      revoke: async (id) => {
        const { count } = await db.apiKey.updateMany({
          where: { organisationId, id, revokedAt: null },
          data: { revokedAt: world.now() },
        });
        return count === 1;
      },
    },
  };
}

function toRecord({ createdAt: _created, decidedAt: _decided, ...row }: AeoAuthorisation): AuthorisationRecord {
  return { ...row, valueCap: row.valueCap?.toFixed(2) ?? null };
}
