import { describe, expect, test } from "vitest";
import { type Check, type EvidenceBundle, redact } from "@/domain/evidence/verify-bundle";
import { toBase64, utf8 } from "@/domain/shared/bytes";
import { checkpointText, cosignature, cosignedMessage } from "@/domain/transparency/checkpoint";
import { formatNote, noteSignature, parseNote } from "@/domain/transparency/signed-note";
import { failing, mapFields, named, rename, swapNames, withCheckpoint, withProof } from "../../../support/doctored";
import { EvidenceHouse, SEEN, type Signer, sha256, signer } from "../../../support/evidence-house";

describe("a bundle is false, and the fault is named, where", () => {
  const cases: readonly (readonly [string, Check, string, (house: EvidenceHouse) => EvidenceBundle])[] = [
    [
      "its proof leads to a root that nobody signed",
      "checkpoint_signed",
      "1",
      (house) => {
        const bundle = house.bundle();
        return withProof(bundle, (proof) =>
          proof.replace(toBase64(house.root()), toBase64(sha256(utf8("another root")))),
        );
      },
    ],
    [
      "the log signed another root of that size",
      "entry_included",
      "1",
      (house) => {
        const bundle = house.bundle();
        return withCheckpoint(bundle, house.checkpoint(house.leaves.length, { root: sha256(utf8("another")) }));
      },
    ],
    [
      "two of its checkpoints are of one size and different roots",
      "one_history",
      "2",
      (house) => {
        const bundle = house.bundle();
        const other = new EvidenceHouse();
        other.append(sha256(utf8("a leaf that the first history has not")));
        const second = other.bundle({ before: 4, behind: 7 }).entries[1];
        if (!second) throw new Error("the house made no second entry");
        return { ...bundle, entries: [...bundle.entries.slice(0, 1), second] };
      },
    ],
    [
      "the proof is that of another leaf",
      "entry_included",
      "1",
      (house) => withProof(house.bundle(), (proof) => proof.replace("index 5\n", "index 6\n")),
    ],
    [
      "the index is past what a number holds",
      "proof_read",
      "1",
      (house) => withProof(house.bundle(), (proof) => proof.replace("index 5\n", "index 99999999999999999999\n")),
    ],
    [
      "the index is past the tree",
      "entry_included",
      "1",
      (house) => withProof(house.bundle(), (proof) => proof.replace("index 5\n", "index 9007199254740991\n")),
    ],
    [
      "its proof carries more than a proof needs",
      "proof_read",
      "1",
      (house) => withProof(house.bundle(), (proof) => proof.replace("index", "extra aGlkZGVu\nindex")),
    ],
    [
      "another key signed the checkpoint in the log's name",
      "checkpoint_signed",
      "1",
      (house) => {
        const bundle = house.bundle();
        const thief = signer(house.log.key.name, "ed25519", "a thief");
        return withCheckpoint(bundle, house.checkpoint(house.leaves.length, { log: thief }));
      },
    ],
    [
      "the log's key signed the checkpoint of another log",
      "checkpoint_signed",
      "1",
      (house) => {
        const bundle = house.bundle();
        return withCheckpoint(bundle, house.checkpoint(house.leaves.length, { origin: "other.example/log" }));
      },
    ],
    [
      "of two signatures of the log one is bad",
      "checkpoint_signed",
      "1",
      (house) => {
        const bundle = house.bundle();
        const bad = noteSignature(sha256, house.log.key, house.log.sign(utf8("another text\n")));
        const note = parseNote(house.checkpoint());
        return withCheckpoint(
          bundle,
          formatNote({ text: note?.text ?? "", signatures: [...(note?.signatures ?? []), bad] }),
        );
      },
    ],
    [
      "a cosignature was made for another checkpoint",
      "cosignatures_hold",
      "1",
      (house) => {
        const bundle = house.bundle();
        const [first, second] = house.witnesses as readonly [Signer, Signer];
        const note = parseNote(house.checkpoint(house.leaves.length, { cosigners: [first] }));
        const text = checkpointText({ origin: house.log.key.name, size: 3, root: house.root(3) });
        const replayed = cosignature(sha256, second.key, SEEN, second.sign(cosignedMessage(text, SEEN)));
        return withCheckpoint(
          bundle,
          formatNote({ text: note?.text ?? "", signatures: [...(note?.signatures ?? []), replayed] }),
        );
      },
    ],
    [
      "a cosignature's time is another",
      "cosignatures_hold",
      "1",
      (house) => {
        const bundle = house.bundle();
        const [first] = house.witnesses as readonly [Signer];
        const note = parseNote(house.checkpoint());
        const signatures = note?.signatures.map((each) =>
          each.name === first.key.name ? { ...each, bytes: each.bytes.with(11, 1) } : each,
        );
        return withCheckpoint(bundle, formatNote({ text: note?.text ?? "", signatures: signatures ?? [] }));
      },
    ],
    [
      "the status is that of another release",
      "status_signed",
      "",
      (house) => house.bundle({ status: { releaseId: "0192f0c0-0000-7000-8000-000000000002" } }),
    ],
    [
      "the log's key signed the status",
      "status_signed",
      "",
      (house) => ({ ...house.bundle(), status: house.statusNote({}, house.log) }),
    ],
    [
      "the status says no instant",
      "status_signed",
      "",
      (house) => house.bundle({ status: { asOf: "2026-13-45T99:00:00.000Z" } }),
    ],
    [
      "a field was moved to another name",
      "fields_stated",
      "net value",
      (house) => rename(house.bundle(), "value", "net value"),
    ],
    ["two fields changed their names", "fields_stated", "value", (house) => swapNames(house.bundle())],
    [
      "a value is another",
      "fields_stated",
      "value",
      (house) => mapFields(house.bundle(), (each) => (each.name === "value" ? { ...each, value: "1.00" } : each)),
    ],
    [
      "the digest of a field that was left out is another",
      "statement_logged",
      "",
      (house) => {
        const bundle = redact(house.bundle(), ["value"]);
        const digests = { ...bundle.statement.digests, value: "0".repeat(64) };
        return { ...bundle, statement: { ...bundle.statement, digests } };
      },
    ],
    [
      "a digest was dropped",
      "statement_logged",
      "",
      (house) => {
        const bundle = redact(house.bundle(), ["value"]);
        const { value: _, ...digests } = bundle.statement.digests;
        return { ...bundle, statement: { ...bundle.statement, digests } };
      },
    ],
    [
      "a field is there twice",
      "fields_stated",
      "value",
      (house) => {
        const bundle = house.bundle();
        const fields = [...bundle.statement.fields, ...bundle.statement.fields.filter(({ name }) => name === "value")];
        return { ...bundle, statement: { ...bundle.statement, fields } };
      },
    ],
    [
      "a field is called as what every object has",
      "fields_stated",
      "constructor",
      (house) => named(house, "constructor"),
    ],
    ["a field is called as a prototype", "fields_stated", "__proto__", (house) => named(house, "__proto__")],
    [
      "the entry of the release is not the first",
      "statement_logged",
      "",
      (house) => {
        const bundle = house.bundle();
        return { ...bundle, entries: [...bundle.entries].reverse() };
      },
    ],
    [
      "an entry is one of another shipment that stands where the next of this one does",
      "one_chain",
      "2",
      (house) => {
        const bundle = house.bundle({ behind: 0 });
        const foreign = house.bundle({ release: "0192f0c0-0000-7000-8000-000000000009", before: 0 });
        const second = foreign.entries[1];
        if (!second) throw new Error("the house made no second entry");
        return { ...bundle, entries: [...bundle.entries.slice(0, 1), second] };
      },
    ],
    [
      "an entry is there twice",
      "one_chain",
      "3",
      (house) => {
        const bundle = house.bundle();
        return { ...bundle, entries: [...bundle.entries, ...bundle.entries.slice(1)] };
      },
    ],
    [
      "a salt is too short",
      "entry_committed",
      "1",
      (house) => {
        const bundle = house.bundle();
        return { ...bundle, entries: bundle.entries.map((each, at) => (at ? each : { ...each, salt: "AAAA" })) };
      },
    ],
    [
      "an entry says another thing than was logged",
      "entry_included",
      "2",
      (house) => {
        const bundle = house.bundle();
        const change = (at: number) => (at === 1 ? { actor: "somebody else" } : {});
        return {
          ...bundle,
          entries: bundle.entries.map((each, at) => ({ ...each, entry: { ...each.entry, ...change(at) } })),
        };
      },
    ],
  ];

  test.each(cases)("%s", (_name, check, where, make) => {
    const house = new EvidenceHouse();
    const { kind, failed } = failing(make(house), house.trust);
    expect(kind).toBe("false");
    expect(failed).toContain(`${check} ${where}`.trim());
  });
});
