import { describe, expect, test } from "vitest";
import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { utf8 } from "@/domain/shared/bytes";
import { openCheckpoint } from "@/domain/transparency/checkpoint";
import { formatSignature, parseNote, parseSignatures } from "@/domain/transparency/signed-note";
import {
  type AddCheckpoint,
  formatAddCheckpoint,
  judgeCheckpoint,
  parseAddCheckpoint,
  type Seen,
} from "@/domain/transparency/witness";
import { EvidenceHouse, sha256, signer } from "../../../support/evidence-house";

const house = new EvidenceHouse({ witnesses: 1 });
house.fill(20);
const seenAt = (size: number): Seen => ({ size, root: house.root(size) });
const judge = (seen: Seen | null, request: AddCheckpoint) =>
  judgeCheckpoint(evidenceTools, [house.log.key], () => seen, request);
const grown = { before: 12, proof: house.consistency(12, 20), checkpoint: house.checkpoint(20, { cosigners: [] }) };

describe("a witness", () => {
  test("cosigns what continues what it saw, and the first thing that it sees", () => {
    expect(judge(seenAt(12), grown).kind).toBe("cosign");
    expect(judge(null, { before: 0, proof: [], checkpoint: grown.checkpoint }).kind).toBe("cosign");
  });

  test("has proof of a second history when the log signed two roots of one size", () => {
    const split = house.checkpoint(20, { root: sha256(utf8("the view of somebody else")), cosigners: [] });
    expect(judge(seenAt(20), { before: 20, proof: [], checkpoint: split })).toMatchObject({
      kind: "other_history",
      isProven: true,
    });
  });

  test("refuses the smaller tree of a backup that was put back, and accuses nobody by an old checkpoint", () => {
    const old = { before: 0, proof: [], checkpoint: house.checkpoint(12, { cosigners: [] }) };
    expect(judge(seenAt(20), old)).toMatchObject({ kind: "other_history", isProven: false });
  });

  test("refuses a tree that grew again from an older one with other leaves", () => {
    const restored = new EvidenceHouse({ witnesses: 1 });
    restored.leaves.push(...house.leaves.slice(0, 12), sha256(utf8("another leaf")));
    restored.fill(10);
    const request = {
      before: 20,
      proof: restored.consistency(20),
      checkpoint: restored.checkpoint(undefined, { cosigners: [] }),
    };
    expect(judge(seenAt(20), request)).toMatchObject({ kind: "other_history", isProven: false });
  });

  test("accuses nobody when somebody sends a checkpoint of the log with a proof that leads nowhere", () => {
    expect(judge(seenAt(12), { ...grown, proof: [sha256(utf8("nothing"))] })).toMatchObject({
      kind: "other_history",
      isProven: false,
    });
  });

  test("asks for a proof from the size that it saw", () => {
    expect(judge(seenAt(10), grown)).toEqual({ kind: "conflict", seen: 10 });
  });

  test("signs nothing of a log that it does not know, or that another key signed", () => {
    const other = house.checkpoint(20, { origin: "other.example/log", cosigners: [] });
    expect(judge(seenAt(12), { ...grown, checkpoint: other }).kind).toBe("unknown_log");
    const thief = signer(house.log.key.name, "ed25519", "a thief");
    const stolen = house.checkpoint(20, { log: thief, cosigners: [] });
    expect(judge(seenAt(12), { ...grown, checkpoint: stolen }).kind).toBe("not_signed");
  });
});

describe("what a log and a witness send each other", () => {
  test("is read as what it was written from", () => {
    expect(parseAddCheckpoint(formatAddCheckpoint(grown))).toEqual(grown);
    const { signatures } = parseNote(house.checkpoint()) ?? { signatures: [] };
    expect(parseSignatures(signatures.map(formatSignature).join(""))).toEqual(signatures);
  });

  test.each(["old 012\n\nx", "old -1\n\nx", "old 1", "old 1\nAAAA\n\nx", "old 99999999999999999999\n\nx"])(
    "is none: %j",
    (body) => {
      expect(parseAddCheckpoint(body)).toBeNull();
    },
  );
});

describe("a checkpoint", () => {
  test("is opened by the key of its log and its own name only", () => {
    expect(openCheckpoint(evidenceTools, grown.checkpoint, house.log.key)?.checkpoint.size).toBe(20);
    expect(openCheckpoint(evidenceTools, grown.checkpoint, house.status.key)).toBeNull();
  });
});
