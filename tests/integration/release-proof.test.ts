import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noteTools } from "@/adapters/crypto/note-tools";
import type { Actor } from "@/application/actor";
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

  it("cannot be made any more once the salt is erased, while one that was given out before still verifies", async () => {
    const given = await bundleOf();
    await house.sql.query("delete from evidence_salt where subject_id = $1", [shipmentId]);
    expect(await prove(house.broker, releases[0]?.id ?? "")).toEqual({ ok: false, error: { kind: "evidence_erased" } });
    expect(verdictOf(given).kind).toBe("true");
  });
});
