import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCredentialReader } from "@/adapters/credentials/reader";
import { importPassport } from "@/application/import-passport";
import { suspendPassport } from "@/application/take-back-passport";
import type { JsonObject } from "@/domain/passport/credential";
import { keyOfDid } from "@/domain/passport/did-key";
import { createHouse, type House, must, PUBLISHED_AT, work } from "../support/house";
import { createMemorySigner } from "../support/memory-signer";
import { issuedOf } from "../support/passports";
import { publish } from "../support/publishing";
import { createRememberingReader } from "../support/remembering-reader";

const ISSUER = "did:web:passports.example";

let house: House;
let site: Awaited<ReturnType<typeof publish>>;
let asked: string[] = [];
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  site = await publish(house);
});
afterAll(async () => {
  await site.close();
  await house.close();
});

/** The network: the publisher of the house under its public name, and nobody else. */
const get = async (address: string) => {
  asked.push(address);
  if (!address.startsWith(`${PUBLISHED_AT}/`)) return null;
  const { status, text } = await site.ask(new URL(address).pathname);
  return status === 200 ? text : null;
};
/** Another broker takes in what the first one issued. */
const take = async (text: string, { issuers = [ISSUER], network = get } = {}) => {
  const reader = createCredentialReader(issuers, network);
  return must(await importPassport({ ...house, reader }, house.otherBroker, text));
};
const credentialOf = async (publicId: string) => (await site.ask(`/credentials/${publicId}`)).text;
const payloadOf = (text: string): JsonObject =>
  JSON.parse(Buffer.from(text.split(".")[1] ?? "", "base64url").toString());

describe("a passport that somebody else issued", () => {
  it("is valid by its signature, its schema, its days and both lists, and is kept once", async () => {
    const { publicId } = await issuedOf(house, { batch: "GIVEN" });
    await work(house);
    const text = await credentialOf(publicId);
    const first = await take(text);
    expect(first).toMatchObject({ verdict: "valid", owner: "nobody", issuer: ISSUER, name: "Wooden train, 24 pieces" });
    const enveloped = JSON.stringify({ type: "EnvelopedVerifiableCredential", id: `data:application/vc+jwt,${text}` });
    expect((await take(enveloped)).id).toBe(first.id);
  });

  it("that was changed, or is signed by another, is told to be forged", async () => {
    const { publicId } = await issuedOf(house, { batch: "FORGED" });
    const [head, , signature] = (await credentialOf(publicId)).split(".");
    const payload = payloadOf(await credentialOf(publicId));
    const changed = Buffer.from(JSON.stringify({ ...payload, validUntil: "2099-01-01T00:00:00Z" })).toString(
      "base64url",
    );
    expect(await take(`${head}.${changed}.${signature}`)).toMatchObject({
      verdict: "forged",
      owner: "sender",
      id: null,
    });
    const other = await createMemorySigner(ISSUER);
    expect((await take(await other.sign(payload, "vc+jwt"))).verdict).toBe("forged");
    const unknown = await createMemorySigner("did:web:passports.example:other");
    expect((await take(await unknown.sign(payload, "vc+jwt"))).verdict).toBe("key_unknown");
  });

  it("says when it was taken back, and when nobody could look that up", async () => {
    const { publicId, id } = await issuedOf(house, { batch: "BACK" });
    const text = await credentialOf(publicId);
    must(await suspendPassport(house, house.broker, { passportId: id, reason: "recalled", note: "x" }));
    await work(house);
    expect((await take(text)).verdict).toBe("suspended");
    const silent = (address: string) => (address.includes("/status/") ? Promise.resolve(null) : get(address));
    expect((await take(text, { network: silent })).verdict).toBe("status_unknown");
  });

  it("with days that are over, or yet to come, does not hold", async () => {
    const { signer } = house.passports;
    const { publicId } = await issuedOf(house, { batch: "DAYS" });
    await work(house);
    const payload = payloadOf(await credentialOf(publicId));
    const signed = (change: JsonObject) => signer.sign({ ...payload, ...change }, "vc+jwt");
    const over = await signed({ id: `${PUBLISHED_AT}/credentials/over`, validUntil: "2026-01-01T00:00:00Z" });
    expect((await take(over)).verdict).toBe("expired");
    const ahead = await signed({ id: `${PUBLISHED_AT}/credentials/ahead`, validFrom: "2099-01-01T00:00:00Z" });
    expect((await take(ahead)).verdict).toBe("not_yet");
    expect((await take(await signed({ type: ["VerifiableCredential"] }))).verdict).toBe("not_our_schema");
  });

  it("under an id that another content had is told to be replayed", async () => {
    const { signer } = house.passports;
    const { publicId } = await issuedOf(house, { batch: "TWICE" });
    await work(house);
    const text = await credentialOf(publicId);
    expect((await take(text)).verdict).toBe("valid");
    const again = await signer.sign({ ...payloadOf(text), validUntil: "2098-01-01T00:00:00Z" }, "vc+jwt");
    expect(await take(again)).toMatchObject({ verdict: "replayed", owner: "issuer" });
  });

  it("is never looked up where its file says, but at an issuer whom the operator named", async () => {
    const { publicId } = await issuedOf(house, { batch: "LISTED" });
    const text = await credentialOf(publicId);
    asked = [];
    expect(await take(text, { issuers: [] })).toMatchObject({ verdict: "issuer_unlisted", owner: "operator" });
    expect(asked).toEqual([]);
    const status = [
      {
        ...{ type: "BitstringStatusListEntry", statusPurpose: "revocation", statusListIndex: "1" },
        statusListCredential: "http://169.254.169.254/latest",
      },
    ];
    const lured = { ...payloadOf(text), id: `${PUBLISHED_AT}/credentials/lured`, credentialStatus: status };
    expect((await take(await house.passports.signer.sign(lured, "vc+jwt"))).verdict).toBe("status_unknown");
    expect(asked).toEqual([`${PUBLISHED_AT}/.well-known/did.json`]);
    expect((await take(text, { network: async () => null })).verdict).toBe("issuer_unreachable");
  });

  it("without a signature is no passport, whatever it says", async () => {
    const { publicId } = await issuedOf(house, { batch: "BARE" });
    const text = await credentialOf(publicId);
    expect((await take(JSON.stringify(payloadOf(text)))).verdict).toBe("unsigned");
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "vc+jwt" })).toString("base64url");
    expect((await take(`${none}.${text.split(".")[1]}.AA`)).verdict).toBe("malformed");
    expect((await take("a.b.c")).verdict).toBe("malformed");
  });
});

describe("a did:key", () => {
  it("is the key that it names, and nothing where it names another kind", () => {
    const { publicKey } = generateKeyPairSync("ed25519");
    const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
    const bytes = [0xed, 0x01, ...raw];
    let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    let text = "";
    for (; value > 0n; value /= 58n)
      text = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"[Number(value % 58n)] + text;
    expect(Buffer.from(keyOfDid(`did:key:z${text}`) ?? []).equals(raw)).toBe(true);
    expect(keyOfDid("did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169")).toBeNull();
    expect(keyOfDid(`did:key:z${"1".repeat(5_000)}`)).toBeNull();
  });
});
