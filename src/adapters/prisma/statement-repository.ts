import type { Transaction } from "@/application/ports";
import { fieldDigest, fieldSalt, statementHash } from "@/domain/evidence/commitment";
import { keptSalt, saltsOf } from "./evidence-salts";
import { ofVisibleShipment, type Scope } from "./scope";

/** The statements of releases, the log as everybody may read it, and incidents. */
export function statementRepository(scope: Scope): Pick<Transaction, "statements" | "log" | "incidents"> {
  const { db, world, vault } = scope;
  return {
    statements: {
      make: async ({ organisationId, shipmentId, releaseId }, fields) => {
        const salts = await saltsOf(scope, [{ organisationId, shipmentId }]);
        const salt = salts.get(shipmentId) as Uint8Array;
        await db.releaseStatement.create({
          data: { organisationId, releaseId, shipmentId, fields: vault.seal(organisationId, JSON.stringify(fields)) },
        });
        const digests = Object.entries(fields).map(([name, value]) => [
          name,
          fieldDigest(world.digest, fieldSalt(world.digest, salt, releaseId, name), name, value),
        ]);
        return statementHash(world.digest, Object.fromEntries(digests));
      },
      get: async (releaseId) => {
        const row = await db.releaseStatement.findFirst({
          where: { releaseId, ...ofVisibleShipment(scope) },
          include: { release: { select: { number: true } } },
        });
        if (!row) return null;
        const { organisationId, shipmentId, fields, release } = row;
        return {
          organisationId,
          shipmentId,
          releaseId,
          number: release.number,
          fields: JSON.parse(vault.open(organisationId, fields)) as Record<string, string>,
        };
      },
      saltOf: ({ organisationId, shipmentId }) => keptSalt(scope, { organisationId, shipmentId }),
      entryOf: async ({ organisationId, shipmentId, releaseId }) => {
        const row = await db.evidenceEntry.findFirst({
          where: { organisationId, shipmentId, kind: "release_granted", subject: releaseId },
        });
        return (
          row && {
            id: row.id,
            sequence: row.sequence,
            at: row.at.toISOString(),
            kind: row.kind,
            actor: row.actor,
            stage: row.stage,
            subject: row.subject,
            facts: row.facts as Record<string, string>,
            previousHash: row.previousHash,
            hash: row.hash,
          }
        );
      },
    },
    incidents: {
      open: async (kind, detail) => {
        await db.logIncident.createMany({
          data: [{ id: world.newId(), kind, detail, at: world.now() }],
          skipDuplicates: true,
        });
      },
      resolve: async (id, resolvedBy, resolution) => {
        const { count } = await db.logIncident.updateMany({
          where: { id, resolvedAt: null },
          data: { resolvedAt: world.now(), resolvedBy, resolution },
        });
        return count === 1;
      },
    },
    log: {
      placeOf: async (leafId) => {
        const row = await db.logLeaf.findUnique({ where: { leafId }, select: { index: true } });
        return row && Number(row.index);
      },
      published: async () => {
        const row = await db.logCheckpoint.findFirst({
          where: { publishedAt: { not: null } },
          orderBy: { size: "desc" },
          include: { cosignatures: { orderBy: { witness: "asc" } } },
        });
        return (
          row && {
            size: Number(row.size),
            note: `${row.note}${row.cosignatures.map(({ line }) => line).join("")}`,
            isUnwitnessed: row.isUnwitnessed ?? false,
          }
        );
      },
      witnessKeys: async () => {
        const rows = await db.logWitness.findMany({ where: { isActive: true }, orderBy: { name: "asc" } });
        return rows.map(({ key }) => key);
      },
      tiles: async (places) => {
        if (places.length === 0) return [];
        const rows = await db.logTile.findMany({
          where: { OR: places.map(({ level, index }) => ({ level, index })) },
        });
        return rows.map(({ level, index, hashes }) => ({ level, index: Number(index), hashes }));
      },
    },
  };
}
