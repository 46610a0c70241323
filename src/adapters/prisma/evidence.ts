import { noticeEvidence } from "@/application/give-notice";
import type { Transaction } from "@/application/ports";
import { entryHash, GENESIS } from "@/domain/evidence/chain";
import { noticeRepository } from "./notice-repository";
import { outbox } from "./outbox";
import type { Scope } from "./scope";

/**
 * The chain of a shipment's evidence. The shipment must be locked, so that entries have one order. Of what is written
 * people are told as the entry's kind says, in the same transaction.
 */
export function evidenceLog(scope: Scope): Transaction["evidence"] {
  const { db, world } = scope;
  const telling = { ...noticeRepository(scope), ...outbox(scope) };
  return {
    begin: async (entries) => {
      const last = new Map<string, { sequence: number; hash: string }>();
      const at = world.now();
      const data = entries.map(({ organisationId, shipmentId, kind, actor, stage, subject, facts }) => {
        const before = last.get(shipmentId);
        const entry = {
          sequence: (before?.sequence ?? 0) + 1,
          at: at.toISOString(),
          ...{ kind, actor, stage, subject, facts },
          previousHash: before?.hash ?? GENESIS,
        };
        const hash = entryHash(world.sha256, entry);
        last.set(shipmentId, { sequence: entry.sequence, hash });
        return { ...entry, at, facts: { ...facts }, hash, organisationId, id: world.newId(), shipmentId };
      });
      await db.evidenceEntry.createMany({ data });
    },
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
      await noticeEvidence(telling, world, { organisationId, shipmentId, kind, actor, stage, subject, facts });
    },
  };
}
