import type { StoredEvidence } from "@/application/evidence-record";
import { knownSalts } from "./evidence-salts";
import type { Scope } from "./scope";

/** The evidence of the organisation's shipments after one of them, in the order of their ids, with its leaves. */
export async function storedEvidence(scope: Scope, after: string | null, limit: number): Promise<StoredEvidence[]> {
  const { db, organisationId } = scope;
  const shipments = await db.shipment.findMany({
    where: { organisationId, ...(after === null ? {} : { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true },
  });
  const ids = shipments.map(({ id }) => id);
  const rows = await db.evidenceEntry.findMany({
    where: { organisationId, shipmentId: { in: ids } },
    orderBy: [{ shipmentId: "asc" }, { sequence: "asc" }],
  });
  const wanted = { where: { leafId: { in: rows.map(({ id }) => id) } }, select: { leafId: true, commitment: true } };
  const leaves = [...(await db.logLeaf.findMany(wanted)), ...(await db.logPending.findMany(wanted))];
  const commitments = new Map(leaves.map(({ leafId, commitment }) => [leafId, commitment]));
  const salts = await knownSalts(
    scope,
    ids.map((shipmentId) => ({ organisationId, shipmentId })),
  );
  return ids.map((shipmentId) => ({
    shipmentId,
    salt: salts.get(shipmentId) ?? null,
    entries: rows
      .filter((row) => row.shipmentId === shipmentId)
      .map(({ id, sequence, at, kind, actor, stage, subject, facts, previousHash, hash }) => ({
        id,
        commitment: commitments.get(id) ?? null,
        entry: {
          ...{ sequence, kind, actor, stage, subject, previousHash, hash },
          at: at.toISOString(),
          facts: facts as Record<string, string>,
        },
      })),
  }));
}
