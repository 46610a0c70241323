import type { EvidenceRecord } from "@/application/evidence-record";
import { noticeEvidence } from "@/application/give-notice";
import type { Transaction } from "@/application/ports";
import { entryHash, GENESIS } from "@/domain/evidence/chain";
import { noticeRepository } from "./notice-repository";
import { outbox } from "./outbox";
import type { Scope } from "./scope";

const ASKED_AT_ONCE = 500;

/** The entry that the next one of its shipment is chained to. */
interface Last {
  readonly sequence: number;
  readonly hash: string;
}

/**
 * The chain of a shipment's evidence. The shipment must be locked, so that entries have one order. Of what is written
 * people are told as the entry's kind says, in the same transaction.
 */
export function evidenceLog(scope: Scope): Transaction["evidence"] {
  const { db, world } = scope;
  const telling = { ...noticeRepository(scope), ...outbox(scope) };
  const write = async (entries: readonly EvidenceRecord[], last: Map<string, Last>) => {
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
  };
  const append = async (entries: readonly EvidenceRecord[]) => {
    const owners = [...new Set(entries.map(({ organisationId }) => organisationId))];
    const ids = entries.map(({ shipmentId }) => shipmentId);
    const rows = await db.$queryRaw<(Last & { readonly shipmentId: string })[]>`
      select distinct on (shipment_id) shipment_id as "shipmentId", sequence, hash from evidence_entry
      where organisation_id = any(${owners}::uuid[]) and shipment_id = any(${ids}::uuid[])
      order by shipment_id, sequence desc`;
    await write(entries, new Map(rows.map(({ shipmentId, ...last }) => [shipmentId, last])));
    for (const entry of entries) await noticeEvidence(telling, world, entry);
  };
  return {
    begin: async (entries) => void (await write(entries, new Map())),
    append: async (entry) => append([entry]),
    appendEach: async (entries) => {
      for (let first = 0; first < entries.length; first += ASKED_AT_ONCE)
        await append(entries.slice(first, first + ASKED_AT_ONCE));
    },
  };
}
