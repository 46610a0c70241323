import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteTools } from "@/adapters/crypto/note-tools";
import type { Actor } from "@/application/actor";
import { adoptEvidence } from "@/application/adopt-evidence";
import { alarmLog } from "@/application/alarm-log";
import { proofBetween } from "@/application/keep-log";
import { resolveIncident } from "@/application/resolve-incident";
import { commitmentOf, leafSalt } from "@/domain/evidence/commitment";
import { fromHex } from "@/domain/shared/bytes";
import { ok } from "@/domain/shared/result";
import { openCheckpoint, seenBy } from "@/domain/transparency/checkpoint";
import { includes, inclusionProof, leafHash, subtreesOfInclusion } from "@/domain/transparency/merkle-tree";
import { readingTiles, tilesOf } from "@/domain/transparency/tiles";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, system } from "../support/house";
import { createLogHouse, type LogHouse } from "../support/log-house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let log: LogHouse;
let shipmentId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  log = await createLogHouse(house.url);
  shipmentId = await prepare(house, "green-earphones");
  must(await lodge(house, shipmentId, "earphones-key"));
});
afterAll(async () => {
  await log.close();
  await house.close();
});

/** Leaves about nothing, as many as are asked for, waiting for their places. */
const put = (count: number) =>
  house.sql.query(
    "insert into log_pending (leaf_id, commitment) select gen_random_uuid(), sha256(gen_random_uuid()::text::bytea) from generate_series(1, $1)",
    [count],
  );
const published = async () => {
  const { rows } = await house.sql.query<{ size: string; note: string; unwitnessed: boolean; lines: string | null }>(
    `select c.size, c.note, c.is_unwitnessed as unwitnessed, string_agg(s.line, '') as lines from log_checkpoint c
     left join log_cosignature s using (size) where c.published_at is not null group by c.size order by c.size desc limit 1`,
  );
  const [row] = rows;
  if (!row) throw new Error("no checkpoint is published");
  return { size: Number(row.size), note: `${row.note}${row.lines ?? ""}`, isUnwitnessed: row.unwitnessed };
};
const openIncidents = async () =>
  (await house.sql.query<{ kind: string }>("select kind from log_incident where resolved_at is null")).rows.map(
    ({ kind }) => kind,
  );
const resolveAll = () =>
  house.sql.query(
    "update log_incident set resolved_at = now(), resolved_by = 'test', resolution = 'looked at' where resolved_at is null",
  );

describe("evidence and the log", () => {
  it("has a leaf for each entry from the same transaction on, which opens with the salt of its shipment alone", async () => {
    const { rows: entries } = await house.sql.query<{ id: string; sequence: number; hash: string; commitment: Buffer }>(
      "select e.id, e.sequence, e.hash, p.commitment from evidence_entry e left join log_pending p on p.leaf_id = e.id where e.shipment_id = $1",
      [shipmentId],
    );
    expect(entries.length).toBeGreaterThan(5);
    const { rows } = await house.sql.query<{ salt: Buffer }>("select salt from evidence_salt where subject_id = $1", [
      shipmentId,
    ]);
    const opened = house.vault.open(house.broker.organisationId, rows[0]?.salt ?? Buffer.alloc(0));
    const salt = new Uint8Array(Buffer.from(opened, "base64"));
    for (const { sequence, hash, commitment } of entries) {
      const own = leafSalt(noteTools.sha256, salt, sequence);
      expect([...commitment]).toEqual([...commitmentOf(noteTools.sha256, own, fromHex(hash) ?? new Uint8Array())]);
    }
  });

  it("writes no leaf where what it is about is rolled back", async () => {
    const before = await house.sql.query("select count(*) from log_pending");
    await house
      .inTransaction(house.broker, async (tx) => {
        await tx.lockShipment(shipmentId);
        await tx.evidence.append({
          organisationId: house.broker.organisationId,
          shipmentId,
          kind: "office_chosen",
          actor: house.broker.id,
          stage: null,
          subject: shipmentId,
          facts: {},
        });
        throw new Error("broken");
      })
      .catch(() => undefined);
    expect(await house.sql.query("select count(*) from log_pending")).toMatchObject({ rows: before.rows });
  });

  it("gives every leaf its place once, has the tree signed, witnessed and published, and proves each leaf", async () => {
    await put(700);
    const { rows } = await house.sql.query<{ n: number }>("select count(*)::int as n from log_pending");
    let added = 0;
    for (let batch = await log.sequence(256); batch > 0; batch = await log.sequence(256)) added += batch;
    expect(added).toBe(rows[0]?.n);
    expect(await log.publish()).toBe("published");
    const { size, note } = await published();
    expect(size).toBe(added);
    const opened = openCheckpoint(noteTools, note, log.log);
    expect(opened?.checkpoint.size).toBe(size);
    for (const witness of log.trust().witnesses)
      expect(opened && seenBy(noteTools, opened.note, witness)).toBeInstanceOf(Date);
    const { rows: leaves } = await house.sql.query<{ index: string; commitment: Buffer }>(
      "select index, commitment from log_leaf",
    );
    expect(leaves).toHaveLength(size);
    for (const { index: place, commitment } of leaves) {
      const index = Number(place);
      const tiles = await log.store.tiles(tilesOf(subtreesOfInclusion(index, size)));
      const proof = inclusionProof(noteTools.sha256, index, size, readingTiles(noteTools.sha256, tiles));
      const leaf = leafHash(noteTools.sha256, commitment);
      expect(includes(noteTools.sha256, { index, size, leaf, proof, root: opened?.checkpoint.root ?? leaf })).toBe(
        true,
      );
    }
  });

  it("is the same log after the signing process was started anew, and asks nobody twice", async () => {
    await log.restartSigner();
    expect(await log.sequence()).toBe(0);
    expect(await log.publish()).toBe("nothing");
    await put(3);
    expect(await log.sequence()).toBe(3);
    expect(await log.publish()).toBe("published");
  });

  it("signs what was durable and unsigned when it was killed in between", async () => {
    await put(5);
    const { signer } = log;
    const dead = { ...signer, signCheckpoint: () => Promise.reject(new Error("killed")) };
    const { sequenceLeaves } = await import("@/application/keep-log");
    await expect(
      sequenceLeaves({ store: log.store, signer: dead, tools: noteTools, now: () => new Date() }),
    ).rejects.toThrow("killed");
    expect(await log.sequence()).toBe(0);
    expect(await log.publish()).toBe("published");
    expect(await openIncidents()).toEqual([]);
  });
});

describe("evidence from before the log", () => {
  it("gets its leaves once, under a salt of its shipment, and then nothing is left", async () => {
    await house.sql.query("delete from evidence_salt where subject_id = $1", [shipmentId]);
    await house.sql.query(
      `insert into evidence_entry (organisation_id, id, shipment_id, sequence, at, kind, actor, stage, subject, facts, previous_hash, hash)
       select organisation_id, gen_random_uuid(), shipment_id, sequence + 1, now(), kind, actor, stage, subject, facts, hash, encode(sha256('x'), 'hex')
       from evidence_entry where shipment_id = $1 order by sequence desc limit 1`,
      [shipmentId],
    );
    const adopt = () => adoptEvidence(house.inTransaction, system(house.broker.organisationId));
    expect(await adopt()).toBe(1);
    expect(await adopt()).toBe(0);
    expect(await log.store.unadopted()).not.toContain(house.broker.organisationId);
    expect(await log.sequence()).toBe(1);
    expect(await log.publish()).toBe("published");
  });
});

describe("a witness", () => {
  it("that is down does not hold up the log: its checkpoint is published as unwitnessed, and the next one is not", async () => {
    const [tax] = log.witnesses;
    await tax?.stop();
    await put(2);
    await log.sequence();
    expect(await log.publish()).toBe("unwitnessed");
    expect((await published()).isUnwitnessed).toBe(true);
    const [down] = (await log.store.witnesses()).filter(({ failedSince }) => failedSince !== null);
    expect(down?.name).toBe("tax.example");
    // One that stays away for longer than a restart takes is told of, once, and that is over when it answers.
    await house.sql.query(
      "update log_witness set failed_since = now() - interval '2 minutes' where failed_since is not null",
    );
    await put(2);
    await log.sequence();
    expect(await log.publish()).toBe("unwitnessed");
    expect(await openIncidents()).toEqual(["witness_away"]);
    for (let times = 0; times < 2; times++) await alarmLog({ ...house, store: log.store });
    const told = await house.sql.query("select organisation_id, facts from notice where kind = 'log_incident'");
    expect(told.rows).toEqual([
      { organisation_id: house.authority, facts: { state: "witness_away", detail: "tax.example" } },
    ]);
    await tax?.start();
    await put(2);
    await log.sequence();
    // It is some checkpoints behind, and is shown the way from where it was.
    expect(await log.publish()).toBe("published");
    expect(await openIncidents()).toEqual([]);
    expect((await log.store.witnesses()).every(({ failedSince }) => failedSince === null)).toBe(true);
  });

  it("refuses a second history of the same log, whose publication stops", async () => {
    const [tax] = log.witnesses;
    // The witness was shown, and cosigned, another continuation, which the true key signed.
    const size = (await published()).size + 50;
    const root = noteTools.sha256(new Uint8Array(1));
    const { createSigner } = await import("@/signer/signer");
    const { openKeys } = await import("@/signer/keys");
    const other = createSigner(
      openKeys(`${log.folder}/signing-keys`, "a secret of the signing process of tests", "twogate.example/log"),
      `${log.folder}/another.json`,
    );
    const note = other.signCheckpoint({ size, root }, 0, []);
    expect(note).not.toBeNull();
    const { createWitness, openKey } = await import("@/department/witness");
    const shownOther = createWitness({
      name: "tax.example",
      key: openKey(`${log.folder}/tax.example.pem`),
      logs: [log.log],
      file: `${log.folder}/other-tax.json`,
      now: Date.now,
    });
    expect(shownOther.add(`old 0\n\n${note}`).status).toBe(200);
    const { serveDepartment } = await import("@/department/server");
    await tax?.stop();
    const impostor = await serveDepartment(Number(new URL(tax?.address ?? "").port), shownOther, () => undefined);
    await put(60);
    await log.sequence();
    const before = await published();
    expect(await log.publish()).toBe("stopped");
    expect(await openIncidents()).toEqual(["other_history"]);
    expect(await log.publish()).toBe("stopped");
    expect(await published()).toEqual(before);
    await impostor.close();
    await tax?.start();
    await resolveAll();
    expect(await log.publish()).toBe("published");
  });
});

describe("an incident", () => {
  it("is closed by an admin of an authority with what was found, once, and by nobody else", async () => {
    await log.store.openIncident("altered", "tile_differs 0/0", new Date());
    const { rows } = await house.sql.query<{ id: string }>("select id from log_incident where resolved_at is null");
    const id = rows[0]?.id ?? "";
    const close = (actor: Actor) => resolveIncident(house.inTransaction, actor, id, "a disk was replaced");
    for (const actor of [house.broker, house.officer])
      expect(await close(actor)).toMatchObject({ ok: false, error: { kind: "forbidden" } });
    // The database says so as well, whatever a use case would do.
    const asBroker = house.inTransaction(house.broker, async (tx) => {
      await tx.incidents.resolve(id, "somebody", "nothing to see");
      return ok(undefined);
    });
    await expect(asBroker).rejects.toThrow(/an authority closes incidents/);
    expect(await close(house.admin)).toEqual({ ok: true, value: undefined });
    expect(await close(house.admin)).toMatchObject({ error: { kind: "not_found" } });
    expect(await openIncidents()).toEqual([]);
  });
});

describe("a database that was brought back from a backup", () => {
  it("gets no signature for a log that forgets leaves, and that is an incident", async () => {
    const { size } = await published();
    const signed = await log.signer.signCheckpoint(
      { size: size - 1, root: noteTools.sha256(new Uint8Array()) },
      size - 1,
      [],
    );
    expect(signed).toEqual({ kind: "refused", lastSize: size });
    const forged = { size: size + 1, root: noteTools.sha256(new Uint8Array()) };
    const proof = await proofBetween(log.store, noteTools.sha256, size - 1, size);
    expect(await log.signer.signCheckpoint(forged, size, proof)).toEqual({ kind: "refused", lastSize: size });
  });

  it("cannot lose or change a leaf, a tile or a checkpoint by a statement", async () => {
    for (const statement of [
      "delete from log_leaf where index = 0",
      "update log_leaf set commitment = sha256('x') where index = 0",
      "update log_tile set hashes = sha256('x') where level = 0 and index = 0",
      "update log_checkpoint set root = sha256('x') where size = (select min(size) from log_checkpoint)",
      "truncate log_tile",
    ])
      await expect(house.sql.query(statement)).rejects.toThrow();
  });
});
