import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteTools } from "@/adapters/crypto/note-tools";
import type { Actor } from "@/application/actor";
import { checkEvidence } from "@/application/check-evidence";
import { proveRelease } from "@/application/prove-release";
import { formatBundle, parseBundle } from "@/contracts/evidence-bundle";
import { formatTrust } from "@/contracts/trust";
import {
  type EvidenceBundle,
  redact,
  type ShownField,
  type Verdict,
  verifyBundle,
} from "@/domain/evidence/verify-bundle";
import { toBase64, utf8 } from "@/domain/shared/bytes";
import { gatesOf, lodge, prepare } from "../support/clearing";
import { sha256 } from "../support/evidence-house";
import { createHouse, type House, must, work } from "../support/house";
import { createLogHouse, type LogHouse } from "../support/log-house";
import { createRememberingReader } from "../support/remembering-reader";
import { askSecond, isWithoutPython } from "../support/second-verifier";

let house: House;
let log: LogHouse;
let shipmentId: string;
let releases: readonly { readonly id: string; readonly number: string }[];

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  log = await createLogHouse(house.url);
  shipmentId = await prepare(house, "green-earphones");
  must(await lodge(house, shipmentId, "earphones-key"));
  await work(house);
  expect(await gatesOf(house, shipmentId)).toEqual(["released", "released"]);
  const shipment = await house.queries.getShipment(house.broker, shipmentId);
  releases = shipment?.releaseOrders ?? [];
});
afterAll(async () => {
  await log.close();
  await house.close();
});

/** What is changed on purpose and put back, and how its rows are known. */
const COLUMNS: Readonly<Record<string, string>> = {
  log_leaf: "commitment, leaf_id",
  log_tile: "hashes, level",
  log_checkpoint: "root, note",
  evidence_entry: "facts, actor",
};
const KEYS: Readonly<Record<string, string>> = {
  log_leaf: "index",
  log_tile: "index",
  log_checkpoint: "size",
  evidence_entry: "id",
};

const prove = (actor: Actor, releaseId: string, leaveOut: readonly string[] = []) =>
  proveRelease({ ...house, logSigner: log.signer }, actor, { releaseId, leaveOut });
const bundleOf = async (leaveOut: readonly string[] = []): Promise<EvidenceBundle> =>
  must(await prove(house.broker, releases[0]?.id ?? "", leaveOut)).bundle;
const verdictOf = (bundle: EvidenceBundle) => verifyBundle(noteTools, log.trust(), bundle);

describe("the proof of a release", () => {
  it("waits until the log has published the entry, and says so", async () => {
    expect(await prove(house.broker, releases[0]?.id ?? "")).toEqual({ ok: false, error: { kind: "not_logged_yet" } });
    while ((await log.sequence()) > 0);
    expect(await log.publish()).toBe("published");
  });

  it("is true for each gate by itself, with keys and nothing else, and says as of when", async () => {
    expect(releases).toHaveLength(2);
    for (const { id, number } of releases) {
      const { bundle } = must(await prove(house.broker, id));
      // What was made is read back, or nobody could check the file.
      expect(parseBundle(formatBundle(bundle))).toEqual(bundle);
      const verdict = verdictOf(bundle);
      expect(verdict.looks.filter(({ holds }) => !holds)).toEqual([]);
      expect(verdict).toMatchObject({ kind: "true", status: { state: "stands" }, redacted: [] });
      expect([...verdict.witnesses].sort()).toEqual(["quarantine.example", "tax.example"]);
      expect(verdict.shown.find(({ name }) => name === "release.number")?.value).toBe(number);
    }
  });

  it.skipIf(isWithoutPython)(
    "is true for the second verifier too, as is every look, and false with a value changed",
    async () => {
      const bundle = await bundleOf(["tax.total"]);
      const [first, ...fields] = bundle.statement.fields;
      const changed = { ...bundle.statement, fields: [{ ...(first as ShownField), value: "another" }, ...fields] };
      const bundles = [bundle, { ...bundle, statement: changed }];
      const trust = formatTrust(sha256, log.trust());
      const said = askSecond(
        bundles.map((each) => ({ ask: "bundle", bundle: toBase64(utf8(formatBundle(each))), trust })),
      ) as readonly Pick<Verdict, "kind" | "looks" | "witnesses">[];
      expect(said.map(({ kind }) => kind)).toEqual(["true", "false"]);
      for (const [at, each] of bundles.entries()) expect(said[at]).toMatchObject({ looks: verdictOf(each).looks });
    },
  );

  it("shows what was declared and decided, and the name of nobody", async () => {
    const shown = Object.fromEntries((await bundleOf()).statement.fields.map(({ name, value }) => [name, value]));
    const declaration = await house.sql.query("select content_hash from declaration where shipment_id = $1", [
      shipmentId,
    ]);
    expect(shown["declaration.content_hash"]).toBe(declaration.rows[0].content_hash);
    expect(shown["release.gate"]).toBe("bonded_exit");
    expect(shown["line.1.commodity_code"]).toMatch(/^\d{10}$/);
    expect(shown["paper.1.sha256"]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("verifies with fields left out, by us or by whoever has it, and names what is left out", async () => {
    const hidden = ["line.1.amount", "tax.total"];
    const byUs = await bundleOf(hidden);
    for (const bundle of [byUs, redact(await bundleOf(), hidden)]) {
      const verdict = verdictOf(bundle);
      expect(verdict.kind).toBe("true");
      expect([...verdict.redacted].sort()).toEqual(hidden);
      expect(JSON.stringify(bundle)).not.toContain('"line.1.amount","salt"');
    }
  });

  it("is false for another value of any one field, and names that field", async () => {
    const bundle = await bundleOf();
    for (const { name } of bundle.statement.fields) {
      const fields = bundle.statement.fields.map((field) =>
        field.name === name ? { ...field, value: `${field.value}1` } : field,
      );
      const verdict = verdictOf({ ...bundle, statement: { ...bundle.statement, fields } });
      expect(verdict.kind).toBe("false");
      expect(verdict.looks.filter(({ holds }) => !holds)).toEqual([
        { check: "fields_stated", where: name, holds: false },
      ]);
    }
  });

  it("says that the goods are held when gate two holds them since, and stays true", async () => {
    await house.sql.query(
      "update clearance set state = 'held', released_at = null where shipment_id = $1 and stage = 'domestic_distribution'",
      [shipmentId],
    );
    const verdict = verdictOf(await bundleOf());
    expect(verdict).toMatchObject({ kind: "true", status: { state: "goods_held" } });
  });

  it("is given to the authority that cleared it, and to no other house", async () => {
    expect((await prove(house.officer, releases[0]?.id ?? "")).ok).toBe(true);
    expect(await prove(house.otherBroker, releases[0]?.id ?? "")).toMatchObject({ error: { kind: "not_found" } });
  });

  it("stands on a log of which any bit that is stored otherwise is found and named", async () => {
    const check = () => checkEvidence({ ...house, store: log.store, tools: noteTools }, log.log);
    expect(await check()).toEqual([]);
    const flips: readonly (readonly [string, string, string])[] = [
      ["log_leaf", "commitment = set_bit(commitment, 77, 1 - get_bit(commitment, 77)) where index = 5", "tile_differs"],
      [
        "log_tile",
        "hashes = set_bit(hashes, 900, 1 - get_bit(hashes, 900)) where level = 0 and index = 0",
        "tile_differs",
      ],
      [
        "log_checkpoint",
        "root = set_bit(root, 3, 1 - get_bit(root, 3)) where size = (select max(size) from log_checkpoint)",
        "checkpoint_root",
      ],
      [
        "log_checkpoint",
        "note = replace(note, E'\\n\\n— ', E'\\n\\n— x') where size = (select max(size) from log_checkpoint)",
        "checkpoint_signature",
      ],
      ["evidence_entry", "facts = facts || '{\"total\": \"1.00\"}' where kind = 'tax_assessed'", "entry_differs"],
      ["evidence_entry", "actor = actor || '1' where kind = 'release_granted'", "entry_differs"],
    ];
    for (const [table, change, found] of flips) {
      // As somebody with all rights over the database could.
      await house.sql.query("begin");
      await house.sql.query(`alter table ${table} disable trigger user`);
      await house.sql.query(`create table kept as select * from ${table}`);
      const { rowCount } = await house.sql.query(`update ${table} set ${change}`);
      expect(rowCount).toBeGreaterThan(0);
      await house.sql.query("commit");
      expect({ change, kinds: (await check()).map(({ kind }) => kind) }).toMatchObject({
        kinds: expect.arrayContaining([found]),
      });
      await house.sql.query(
        `update ${table} t set (${COLUMNS[table]}) = (select ${COLUMNS[table]} from kept k where k.${KEYS[table]} = t.${KEYS[table]})`,
      );
      await house.sql.query(`drop table kept; alter table ${table} enable trigger user`);
      await house.sql.query(
        "update log_incident set resolved_at = now(), resolved_by = 'test', resolution = 'put back' where resolved_at is null",
      );
      expect(await check()).toEqual([]);
    }
  });

  it("cannot be made any more once the salt is erased, while one that was given out before still verifies", async () => {
    const given = await bundleOf();
    await house.sql.query("delete from evidence_salt where subject_id = $1", [shipmentId]);
    expect(await prove(house.broker, releases[0]?.id ?? "")).toEqual({ ok: false, error: { kind: "evidence_erased" } });
    expect(verdictOf(given).kind).toBe("true");
  });
});
