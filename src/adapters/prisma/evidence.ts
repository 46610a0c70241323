import type { EvidenceRecord } from "@/application/evidence-record";
import { noticeEvidence } from "@/application/give-notice";
import type { Transaction } from "@/application/ports";
import { entryHash, GENESIS } from "@/domain/evidence/chain";
import { leafOf, newSaltsOf, saltsOf } from "./evidence-salts";
import { noticeRepository } from "./notice-repository";
import { outbox } from "./outbox";
import type { Scope } from "./scope";
import { storedEvidence } from "./stored-evidence";

const ASKED_AT_ONCE = 500;

/** The entry that the next one of its shipment is chained to. */
interface Last {
  readonly sequence: number;
  readonly hash: string;
}

/** What is known of a shipment's evidence: its last entry, null before the first, and its salt. */
interface Begun {
  readonly last: Last | null;
  readonly salt: Uint8Array;
}

/**
 * The chain of a shipment's evidence. The shipment must be locked, so that entries have one order. Each entry's
 * commitment waits for its place in the log from the same transaction on. Of what is written people are told as the
 * entry's kind says, in it as well.
 */
export function evidenceLog(scope: Scope): Transaction["evidence"] {
  const { db, world } = scope;
  const telling = { ...noticeRepository(scope), ...outbox(scope) };
  const write = async (entries: readonly EvidenceRecord[], begun: Map<string, Begun>) => {
    const at = world.now();
    const data = entries.map(({ organisationId, shipmentId, kind, actor, stage, subject, facts }) => {
      const { last, salt } = begun.get(shipmentId) as Begun;
      const entry = {
        sequence: (last?.sequence ?? 0) + 1,
        at: at.toISOString(),
        ...{ kind, actor, stage, subject, facts },
        previousHash: last?.hash ?? GENESIS,
      };
      const hash = entryHash(world.sha256, entry);
      begun.set(shipmentId, { last: { sequence: entry.sequence, hash }, salt });
      return { ...entry, at, facts: { ...facts }, hash, organisationId, id: world.newId(), shipmentId };
    });
    await db.evidenceEntry.createMany({ data });
    await db.logPending.createMany({
      data: data.map(({ id, shipmentId, sequence, hash }) => ({
        leafId: id,
        commitment: leafOf(world, (begun.get(shipmentId) as Begun).salt, sequence, hash),
      })),
    });
  };
  const append = async (entries: readonly EvidenceRecord[]) => {
    const [last, salts] = [await lastOf(scope, entries), await saltsOf(scope, entries)];
    await write(
      entries,
      new Map([...salts].map(([shipmentId, salt]) => [shipmentId, { last: last.get(shipmentId) ?? null, salt }])),
    );
    for (const entry of entries) await noticeEvidence(telling, world, entry);
  };
  return {
    begin: async (entries) => {
      const salts = await newSaltsOf(scope, entries);
      await write(entries, new Map([...salts].map(([shipmentId, salt]) => [shipmentId, { last: null, salt }])));
    },
    append: async (entry) => append([entry]),
    appendEach: async (entries) => {
      for (let first = 0; first < entries.length; first += ASKED_AT_ONCE)
        await append(entries.slice(first, first + ASKED_AT_ONCE));
    },
    adopt: (limit) => adopt(scope, limit),
    stored: (after, limit) => storedEvidence(scope, after, limit),
  };
}

async function lastOf({ db }: Scope, entries: readonly EvidenceRecord[]): Promise<Map<string, Last>> {
  const owners = [...new Set(entries.map(({ organisationId }) => organisationId))];
  const ids = entries.map(({ shipmentId }) => shipmentId);
  const rows = await db.$queryRaw<(Last & { readonly shipmentId: string })[]>`
    select distinct on (shipment_id) shipment_id as "shipmentId", sequence, hash from evidence_entry
    where organisation_id = any(${owners}::uuid[]) and shipment_id = any(${ids}::uuid[])
    order by shipment_id, sequence desc`;
  return new Map(rows.map(({ shipmentId, ...last }) => [shipmentId, last]));
}

interface Bare {
  readonly id: string;
  readonly shipmentId: string;
  readonly sequence: number;
  readonly hash: string;
}

async function adopt(scope: Scope, limit: number): Promise<number> {
  const { db, organisationId, world } = scope;
  const bare = await db.$queryRaw<Bare[]>`
    select e.id, e.shipment_id as "shipmentId", e.sequence, e.hash from evidence_entry e
    where e.organisation_id = ${organisationId}::uuid
      and not exists (select from log_leaf l where l.leaf_id = e.id)
      and not exists (select from log_pending p where p.leaf_id = e.id)
    order by e.shipment_id, e.sequence limit ${limit}`;
  if (bare.length === 0) {
    await db.logAdoption.createMany({ data: [{ organisationId, adoptedAt: world.now() }], skipDuplicates: true });
    return 0;
  }
  const salts = await saltsOf(
    scope,
    bare.map(({ shipmentId }) => ({ organisationId, shipmentId })),
  );
  await db.logPending.createMany({
    data: bare.map(({ id, shipmentId, sequence, hash }) => ({
      leafId: id,
      commitment: leafOf(world, salts.get(shipmentId) as Uint8Array, sequence, hash),
    })),
    skipDuplicates: true,
  });
  return bare.length;
}
