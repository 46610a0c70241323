import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodeBits } from "@/adapters/credentials/status-list";
import { issuePassport } from "@/application/issue-passport";
import {
  changePassport,
  discardPassport,
  draftPassport,
  keepPassportLabel,
  renewPassport,
} from "@/application/keep-passports";
import { DependencyError } from "@/application/ports";
import { liftSuspension, revokePassport, suspendPassport } from "@/application/take-back-passport";
import { passportCredential, statusListCredentialSchema } from "@/contracts/passport-credential";
import { isStatusSet } from "@/domain/passport/status-bits";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must, PUBLISHED_AT, work } from "../support/house";
import { colleagueOf, draftOf, issuedOf } from "../support/passports";
import { createRememberingReader } from "../support/remembering-reader";
import { TOYS } from "../support/toys";

const WHY = { reason: "recalled", note: "The paint flakes off." } as const;

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(() => house.close());

const ports = () => ({ ...house, ...house.passports });
const faultOf = async (act: Promise<{ ok: boolean; error?: unknown }>) => {
  const { ok, error } = await act;
  return ok ? "done" : ((error as { fault?: string; kind: string }).fault ?? (error as { kind: string }).kind);
};
const viewOf = async (id: string) => must(await house.queries.getPassport(house.broker, id, PUBLISHED_AT));
const verified = async (text: string) => {
  const keys = { keys: [...(await house.passports.signer.keys())].map((key) => ({ ...key })) };
  return jwtVerify(text, createLocalJWKSet(keys), { algorithms: ["EdDSA"] });
};
async function statusOf(id: string) {
  const { rows } = await house.sql.query(
    `select l.revocation_snapshot as revocation, l.suspension_snapshot as suspension, p.status_index as place
     from goods_passport p join status_list l on l.id = p.status_list_id where p.id = $1`,
    [id],
  );
  const bit = async (text: string) => {
    const list = statusListCredentialSchema.parse((await verified(text)).payload);
    return isStatusSet(decodeBits(list.credentialSubject.encodedList) ?? new Uint8Array(), rows[0].place);
  };
  return { revoked: await bit(rows[0].revocation), suspended: await bit(rows[0].suspension) };
}

describe("a passport of goods", () => {
  it("is signed as a verifiable credential that fits our schema, under a key that is published", async () => {
    const { id, publicId } = await issuedOf(house, { batch: "SIGNED" });
    const credential = (await viewOf(id))?.credential ?? "";
    expect(decodeProtectedHeader(credential)).toMatchObject({ alg: "EdDSA", typ: "vc+jwt" });
    const { payload } = await verified(credential);
    const read = passportCredential.parse(payload);
    expect(read.id).toBe(`${PUBLISHED_AT}/credentials/${publicId}`);
    expect(read.credentialSubject.product.batchNumber).toBe("SIGNED");
    expect(publicId).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it("that lies in a draft may be changed and thrown away; issued it stays as it was signed, whoever asks", async () => {
    const draft = await draftOf(house, { batch: "STAYS" });
    const change = { passportId: draft, content: { ...TOYS, batch: "STAYS", name: "Wooden train" }, shipmentIds: [] };
    must(await changePassport(house, house.broker, change));
    must(await issuePassport(ports(), house.broker, draft));
    expect(await faultOf(changePassport(house, house.broker, change))).toBe("stale_version");
    expect(await faultOf(discardPassport(house, house.broker, draft))).toBe("stale_version");
    expect(await faultOf(issuePassport(ports(), house.broker, draft))).toBe("stale_version");
    const rewrite = house.sql.query("update goods_passport set name = 'x' where id = $1", [draft]);
    await expect(rewrite).rejects.toThrow(/stays as it was issued/);
    const remove = house.sql.query("delete from goods_passport where id = $1", [draft]);
    await expect(remove).rejects.toThrow(/stays on record/);
    must(await discardPassport(house, house.broker, await draftOf(house, { batch: "THROWN" })));
  });

  it("is refused with the place of what is wrong, and with a picture that is not the organisation's", async () => {
    const draft = (change: object) =>
      draftPassport(ports(), house.broker, { content: { ...TOYS, ...change }, shipmentIds: [] });
    expect(await draft({ gtin: "4006381333932" })).toMatchObject({
      error: { pointer: "/content/gtin", fault: "gtin_check_digit" },
    });
    expect(await faultOf(draft({ validUntil: "2020-01-01" }))).toBe("passport_over");
    const label = { sha256: "b".repeat(64), mediaType: "image/png" };
    expect(await faultOf(draft({ label }))).toBe("passport_label_unknown");
  });

  it("shows a label that is a picture by its bytes, and takes nothing else for one", async () => {
    const bytes = async function* (text: string) {
      yield Buffer.from(text, "base64");
    };
    const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const label = must(await keepPassportLabel(house, house.broker, bytes(pixel)));
    expect(label.mediaType).toBe("image/png");
    await issuedOf(house, { batch: "LABEL", label });
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>").toString("base64");
    expect(await faultOf(keepPassportLabel(house, house.broker, bytes(svg)))).toBe("file_rejected");
  });

  it("is one for the same goods at a time, and its next version takes its place", async () => {
    const { id } = await issuedOf(house, { batch: "ONCE" });
    expect(await faultOf(issuePassport(ports(), house.broker, await draftOf(house, { batch: "ONCE" })))).toBe(
      "passport_in_force",
    );
    const next = must(await renewPassport(ports(), house.broker, id)).id;
    const other = { passportId: next, content: { ...TOYS, batch: "OTHER" }, shipmentIds: [] };
    must(await changePassport(house, house.broker, other));
    expect(await faultOf(issuePassport(ports(), house.broker, next))).toBe("passport_of_other_goods");
    must(await changePassport(house, house.broker, { ...other, content: { ...TOYS, batch: "ONCE" } }));
    must(await issuePassport(ports(), house.broker, next));
    expect((await viewOf(id))?.standing).toBe("superseded");
    expect((await viewOf(next))?.versions.map(({ version, state }) => [version, state])).toEqual(
      expect.arrayContaining([
        [2, "issued"],
        [1, "superseded"],
      ]),
    );
    await work(house);
    expect(await statusOf(id)).toEqual({ revoked: true, suspended: false });
    expect(await statusOf(next)).toEqual({ revoked: false, suspended: false });
  });

  it("is suspended by one person at once, and revoked or lifted by a second one alone", async () => {
    const { id } = await issuedOf(house, { batch: "BACK" });
    const second = colleagueOf(house.broker);
    expect(await faultOf(suspendPassport(house, house.broker, { passportId: id, ...WHY, note: " " }))).toBe(
      "passport_reason_missing",
    );
    must(await suspendPassport(house, house.broker, { passportId: id, ...WHY }));
    await work(house);
    expect(await statusOf(id)).toEqual({ revoked: false, suspended: true });
    expect(await faultOf(revokePassport(house, house.broker, { passportId: id, ...WHY }))).toBe("needs_second_person");
    expect(await faultOf(liftSuspension(house, house.broker, id))).toBe("needs_second_person");
    must(await liftSuspension(house, second, id));
    must(await suspendPassport(house, second, { passportId: id, ...WHY }));
    const alone = house.sql.query(
      "update goods_passport set state = 'revoked', ended_by = $2, ended_at = now() where id = $1",
      [id, second.id],
    );
    await expect(alone).rejects.toThrow(/second person/);
    must(await revokePassport(house, house.broker, { passportId: id, ...WHY }));
    await work(house);
    expect(await statusOf(id)).toEqual({ revoked: true, suspended: false });
    expect((await viewOf(id))?.standing).toBe("revoked");
    expect(await faultOf(liftSuspension(house, second, id))).toBe("stale_version");
  });

  it("is not taken back by a machine, whose key one person could have made", async () => {
    const { id } = await issuedOf(house, { batch: "MACHINE" });
    const key = { ...house.broker, kind: "api_key" as const };
    expect(await faultOf(suspendPassport(house, key, { passportId: id, ...WHY }))).toBe("needs_person");
  });

  it("is not issued while the signer is away, and is a draft as before", async () => {
    const draft = await draftOf(house, { batch: "AWAY" });
    const away = async () => {
      throw new DependencyError("signer", true, "away");
    };
    const signer = { sign: away, keys: away };
    await expect(issuePassport({ ...ports(), signer }, house.broker, draft)).rejects.toBeInstanceOf(DependencyError);
    expect((await viewOf(draft))?.state).toBe("draft");
    const { rows } = await house.sql.query("select status_index from goods_passport where id = $1", [draft]);
    expect(rows[0].status_index).toBeNull();
  });

  it("tells of the releases of its shipment by hashes, and the shipment of the passport", async () => {
    const shipmentId = await prepare(house, "green-toys");
    must(await lodge(house, shipmentId, "passport-toys"));
    await work(house);
    const draft = { content: { ...TOYS, batch: "RELEASED" }, shipmentIds: [shipmentId] };
    const { id } = must(await draftPassport(ports(), house.broker, draft));
    must(await issuePassport(ports(), house.broker, id));
    const { rows } = await house.sql.query(
      "select stage, number, issued_at from release_order where shipment_id = $1",
      [shipmentId],
    );
    const order = { issuedAt: rows[0].issued_at.toISOString(), number: rows[0].number, stage: rows[0].stage };
    expect((await viewOf(id))?.history).toEqual([
      {
        stage: "bonded_exit",
        releasedOn: house.world.dayOf(rows[0].issued_at),
        orderHash: house.world.sha256(JSON.stringify(order)),
      },
    ]);
    const watches = { content: { ...TOYS, batch: "WATCHES", codes: ["910211"] }, shipmentIds: [shipmentId] };
    const other = must(await draftPassport(ports(), house.broker, watches)).id;
    expect(await faultOf(issuePassport(ports(), house.broker, other))).toBe("passport_shipment_of_other_goods");
    const kinds = await house.sql.query("select kind from evidence_entry where shipment_id = $1 and subject = $2", [
      shipmentId,
      id,
    ]);
    expect(kinds.rows).toEqual([{ kind: "passport_issued" }]);
  });

  it("has its place in the list by chance", async () => {
    for (const batch of ["P1", "P2", "P3", "P4", "P5"]) await issuedOf(house, { batch });
    const { rows } = await house.sql.query<{ place: number }>(
      "select status_index as place from goods_passport where batch like 'P_' order by id",
    );
    const places = rows.map(({ place }) => place);
    expect(new Set(places).size).toBe(5);
    expect(places.every((place, at) => at === 0 || place === (places[at - 1] ?? 0) + 1)).toBe(false);
  });
});

describe("the list of passports", () => {
  it("shows those in force, drafts, suspended ones and those that ended, and is searched by what stands on goods", async () => {
    const list = async (name: "in_force" | "drafts" | "suspended" | "ended", search?: string) =>
      must(await house.queries.listPassports(house.broker, { limit: 100, list: name, ...(search ? { search } : {}) }))
        .rows;
    expect((await list("in_force")).every(({ standing }) => standing === "valid")).toBe(true);
    expect((await list("drafts")).map(({ batch }) => batch)).toContain("AWAY");
    expect((await list("ended")).map(({ standing }) => standing).sort()).toEqual(["revoked", "superseded"]);
    expect((await list("in_force", "P3")).map(({ batch }) => batch)).toEqual(["P3"]);
    expect((await list("in_force", "9520123456788")).length).toBeGreaterThan(5);
    expect(await list("in_force", "4006381333931")).toEqual([]);
  });
});
