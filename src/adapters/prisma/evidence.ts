import type { Transaction } from "@/application/ports";
import { entryHash, GENESIS } from "@/domain/evidence/chain";
import type { Scope } from "./scope";

/** The chain of a shipment's evidence. The shipment must be locked, so that entries have one order. */
export function evidenceLog({ db, world }: Scope): Transaction["evidence"] {
  return {
    append: async ({ organisationId, shipmentId, kind, actor, stage, subject, facts }) => {
      const last = await db.evidenceEntry.findFirst({
        where: { organisationId, shipmentId },
        orderBy: { sequence: "desc" },
        select: { sequence: true, hash: true },
      });
      const at = world.now();
      const entry = {
        sequence: (last?.sequence ?? 0) + 1,
        at: at.toISOString(),
        kind,
        actor,
        stage,
        subject,
        facts,
        previousHash: last?.hash ?? GENESIS,
      };
      const hash = entryHash(world.sha256, entry);
      await db.evidenceEntry.create({
        data: { ...entry, at, facts: { ...facts }, hash, organisationId, id: world.newId(), shipmentId },
      });
    },
  };
}
