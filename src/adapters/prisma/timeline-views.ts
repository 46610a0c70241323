import type { TimelineView } from "@/contracts/views/timeline";
import { GENESIS } from "@/domain/evidence/chain";
import { type Scope, visibleShipment } from "./scope";

/** Every event of a shipment in order, each with its place in the chain of evidence. */
export async function timeline(scope: Scope, shipmentId: string): Promise<TimelineView | null> {
  const shipment = await scope.db.shipment.findFirst({
    where: { id: shipmentId, ...visibleShipment(scope) },
    select: { organisationId: true },
  });
  if (!shipment) return null;
  const rows = await scope.db.evidenceEntry.findMany({
    where: { organisationId: shipment.organisationId, shipmentId },
    orderBy: { sequence: "asc" },
  });
  const entries = rows.map(({ sequence, at, kind, actor, stage, subject, facts, hash, previousHash }) => ({
    sequence,
    at: at.toISOString(),
    kind,
    actor,
    stage,
    subject,
    facts: facts as Record<string, string>,
    hash,
    previousHash,
  }));
  return { entries, head: entries.at(-1)?.hash ?? GENESIS };
}
