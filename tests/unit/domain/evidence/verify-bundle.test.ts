import { describe, expect, test } from "vitest";
import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { redact, verifyBundle } from "@/domain/evidence/verify-bundle";
import { join, toBase64, utf8 } from "@/domain/shared/bytes";
import { checkpointText, cosignature, cosignedMessage, seenBy } from "@/domain/transparency/checkpoint";
import { parseKey, parseNote } from "@/domain/transparency/signed-note";
import { failing, withCheckpoint } from "../../../support/doctored";
import { EvidenceHouse, SEEN, type Signer, sha256, signer } from "../../../support/evidence-house";

describe("a bundle as it was handed out", () => {
  test("is true, says as of when, who saw it, and what is shown", () => {
    const house = new EvidenceHouse();
    const verdict = verifyBundle(evidenceTools, house.trust, house.bundle());
    expect(verdict.looks.filter(({ holds }) => !holds)).toEqual([]);
    expect(verdict).toMatchObject({
      kind: "true",
      status: { state: "stands", asOf: "2026-12-01T09:30:00.000Z" },
      witnesses: ["witness-1.example", "witness-2.example"],
      redacted: [],
    });
  });

  test("stays true without fields that were left out, and names them", () => {
    const house = new EvidenceHouse();
    const verdict = verifyBundle(evidenceTools, house.trust, redact(house.bundle(), ["value", "consignee"]));
    expect(verdict).toMatchObject({ kind: "true", redacted: ["consignee", "value"] });
    expect(verdict.shown.map(({ name }) => name)).toEqual(["number", "currency"]);
  });

  test("without a witness is what the log alone says, and no more", () => {
    const house = new EvidenceHouse({ witnesses: 0, quorum: 1 });
    expect(failing(house.bundle({ others: [] }), house.trust)).toEqual({
      kind: "unwitnessed",
      failed: ["checkpoint_witnessed 1"],
    });
  });
});

describe("a witness counts", () => {
  test("not when the verifier does not know its key, whatever its name", () => {
    const house = new EvidenceHouse({ witnesses: 1 });
    const bundle = house.bundle({ others: [] });
    const stranger = signer("witness-1.example", "cosignature", "a stranger");
    const checkpoint = house.checkpoint(house.leaves.length, { cosigners: [stranger] });
    expect(failing(withCheckpoint(bundle, checkpoint), house.trust)).toEqual({
      kind: "unwitnessed",
      failed: ["checkpoint_witnessed 1"],
    });
  });

  test("once, however often it signed", () => {
    const house = new EvidenceHouse({ witnesses: 2 });
    const bundle = house.bundle({ others: [] });
    const [first] = house.witnesses as readonly [Signer];
    const checkpoint = house.checkpoint(house.leaves.length, { cosigners: [first, first] });
    expect(failing(withCheckpoint(bundle, checkpoint), house.trust).kind).toBe("unwitnessed");
  });

  test("not at a time that is no time", () => {
    const { key, sign } = signer("witness-1.example", "cosignature");
    const text = checkpointText({ origin: "log.example", size: 0, root: sha256(new Uint8Array()) });
    const seconds = 2 ** 52;
    const note = { text, signatures: [cosignature(sha256, key, seconds, sign(cosignedMessage(text, seconds)))] };
    expect(seenBy(evidenceTools, note, key)).toBeNull();
  });
});

describe("a key signs what its kind says, and nothing else:", () => {
  test("a checkpoint signed as by a log counts for no log whose key is a witness's", () => {
    const house = new EvidenceHouse();
    const bundle = house.bundle();
    const witness = signer(house.log.key.name, "cosignature");
    const checkpoint = house.checkpoint(house.leaves.length, { log: witness });
    expect(failing(withCheckpoint(bundle, checkpoint), { ...house.trust, log: witness.key }).failed).toContain(
      "checkpoint_signed 1",
    );
  });

  test("a key of no kind of checkpoint is no witness's", () => {
    const house = new EvidenceHouse({ witnesses: 0, quorum: 1 });
    const plain = signer("witness-1.example");
    const text = checkpointText({ origin: house.log.key.name, size: 0, root: house.root(0) });
    const note = { text, signatures: [cosignature(sha256, plain.key, SEEN, plain.sign(cosignedMessage(text, SEEN)))] };
    expect(seenBy(evidenceTools, note, plain.key)).toBeNull();
  });

  test("a key whose name has a control character is no key", () => {
    const name = "log\u0085.example";
    const publicKey = signer("a").key.publicKey;
    const id = Array.from(sha256(join(utf8(`${name}\n`), Uint8Array.of(1), publicKey)).slice(0, 4), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
    expect(parseKey(sha256, `${name}+${id}+${toBase64(join(Uint8Array.of(1), publicKey))}`)).toBeNull();
  });
});

describe("a note with half a character", () => {
  test("is no note, for its bytes would be those of another", () => {
    expect(parseNote("a\ud800b\n\n— k AAAAAAA=\n")).toBeNull();
    expect(parseNote("a\ufffdb\n\n— k AAAAAAA=\n")).not.toBeNull();
  });
});
