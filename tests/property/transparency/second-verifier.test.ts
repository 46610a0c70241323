import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evidenceTools } from "@/adapters/noble/evidence-tools";
import { readBundle } from "@/contracts/evidence-bundle";
import { formatTrust, parseTrust } from "@/contracts/trust";
import { verifyBundle } from "@/domain/evidence/verify-bundle";
import { fromHex, toBase64, toHex, utf8 } from "@/domain/shared/bytes";
import {
  consistencyProof,
  includes,
  inclusionProof,
  isConsistent,
  leafHash,
  rootOfLeaves,
} from "@/domain/transparency/merkle-tree";
import { appendToTiles, edgeOf, HASH_BYTES, type Tile, tilePath } from "@/domain/transparency/tiles";
import { type Choose, changedFile } from "../../support/bundle-changes";
import { EvidenceHouse, sha256, verify } from "../../support/evidence-house";
import { askSecond, isWithoutPython } from "../../support/second-verifier";

interface Vectors {
  readonly leaves: readonly string[];
  readonly roots: readonly string[];
  readonly inclusion: readonly { readonly index: number; readonly size: number; readonly proof: readonly string[] }[];
  readonly consistency: readonly {
    readonly before: number;
    readonly size: number;
    readonly proof: readonly string[];
  }[];
  readonly signatures: readonly {
    readonly name: string;
    readonly key: string;
    readonly message: string;
    readonly signature: string;
    readonly holds: boolean;
  }[];
  readonly trust: object;
  readonly bundles: readonly {
    readonly name: string;
    readonly kind: string;
    readonly failed: readonly string[];
    readonly text: string;
  }[];
}
const vectors = JSON.parse(readFileSync("tests/second-verifier/vectors.json", "utf8")) as Vectors;
const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();
const reading = (leaves: readonly Uint8Array[]) => (at: { readonly level: number; readonly index: number }) =>
  rootOfLeaves(sha256, leaves.slice(at.index * 2 ** at.level, (at.index + 1) * 2 ** at.level));

/** What the first verifier says of a file, in the form of the second. */
function first(file: Uint8Array, trustText: string) {
  const trust = parseTrust(sha256, trustText);
  if (!trust.ok) return { kind: "bad_trust" };
  const bundle = readBundle(file);
  if (!bundle.ok) return { kind: "unreadable" };
  const { shown, ...verdict } = verifyBundle(evidenceTools, trust.value, bundle.value);
  return { ...verdict, shown: shown.map(({ name }) => name) };
}

const failedOf = (verdict: unknown) => {
  const { kind, looks = [] } = verdict as { kind: string; looks?: { check: string; where: string; holds: boolean }[] };
  return { kind, failed: looks.filter(({ holds }) => !holds).map(({ check, where }) => `${check} ${where}`.trim()) };
};

describe("the second verifier", () => {
  test("is missed with a sentence where there is no python3, and is not left out unseen", () => {
    const path = process.env.PATH;
    try {
      process.env.PATH = "/nowhere";
      expect(() => askSecond([])).toThrow("There is no python3, which runs the second verifier.");
    } finally {
      process.env.PATH = path;
    }
  });
});

describe.skipIf(isWithoutPython)("two verifiers agree", () => {
  const leaves = vectors.leaves.map((each) => leafHash(sha256, bytes(each)));

  test("on the roots and proofs of the tree of eight leaves that verifiers of RFC 6962 are tried with", () => {
    const roots = vectors.leaves.map((_, at) => toHex(rootOfLeaves(sha256, leaves.slice(0, at + 1))));
    expect(roots).toEqual(vectors.roots);
    expect(askSecond(roots.map((_, at) => ({ ask: "root", leaves: vectors.leaves.slice(0, at + 1) })))).toEqual(roots);
    for (const { index, size, proof } of vectors.inclusion)
      expect(inclusionProof(sha256, index, size, reading(leaves)).map(toHex)).toEqual(proof);
    for (const { before, size, proof } of vectors.consistency)
      expect(consistencyProof(sha256, before, size, reading(leaves)).map(toHex)).toEqual(proof);
    const asked = [
      ...vectors.inclusion.map(({ index, size }) => ({
        ask: "prove_inclusion",
        index,
        leaves: vectors.leaves.slice(0, size),
      })),
      ...vectors.consistency.map(({ before, size }) => ({
        ask: "prove_consistency",
        before,
        leaves: vectors.leaves.slice(0, size),
      })),
    ];
    expect(askSecond(asked)).toEqual([...vectors.inclusion, ...vectors.consistency].map(({ proof }) => proof));
  });

  test("on signatures of RFC 8032, and on those that verifiers are known to differ about", () => {
    const holds = vectors.signatures.map(({ holds }) => holds);
    expect(
      vectors.signatures.map((each) => verify(bytes(each.key), bytes(each.message), bytes(each.signature))),
    ).toEqual(holds);
    expect(askSecond(vectors.signatures.map((each) => ({ ask: "signed", ...each })))).toEqual(holds);
  });

  test("on fixed bundles, whose verdicts were looked at by a person", () => {
    const trust = JSON.stringify(vectors.trust);
    const said = askSecond(vectors.bundles.map(({ text }) => ({ ask: "bundle", bundle: toBase64(utf8(text)), trust })));
    for (const [at, { name, kind, failed, text }] of vectors.bundles.entries()) {
      const verdict = first(utf8(text), trust);
      expect({ name, ...failedOf(verdict) }).toEqual({ name, kind, failed });
      expect(said[at]).toEqual(verdict);
    }
  });

  test("on every proof of random trees, right and wrong, and on every tile", () => {
    const trees = fc.sample(
      fc.record({ size: fc.integer({ min: 1, max: 700 }), one: fc.nat(), two: fc.nat(), bit: fc.nat() }),
      { numRuns: 40, seed: 7 },
    );
    const questions: object[] = [];
    const answers: unknown[] = [];
    for (const { size, one, two, bit } of trees) {
      const data = Array.from({ length: size }, (_, at) => Uint8Array.of(at & 255, at >> 8, bit & 255));
      const hashes = data.map((each) => leafHash(sha256, each));
      const hex = data.map(toHex);
      const read = reading(hashes);
      const root = rootOfLeaves(sha256, hashes);
      const [index, before] = [one % size, two % (size + 1)];
      const leaf = hashes[index] as Uint8Array;
      const proof = inclusionProof(sha256, index, size, read);
      const growth = consistencyProof(sha256, before, size, read);
      const rootBefore = rootOfLeaves(sha256, hashes.slice(0, before));
      questions.push({ ask: "root", leaves: hex }, { ask: "tiles", leaves: hex });
      answers.push(toHex(root), tilesByPath(hashes));
      questions.push({ ask: "prove_inclusion", index, leaves: hex }, { ask: "prove_consistency", before, leaves: hex });
      answers.push(proof.map(toHex), growth.map(toHex));
      for (const [size2, index2, path] of wrongs(size, index, proof, bit)) {
        questions.push({
          ask: "inclusion",
          index: index2,
          size: size2,
          leaf: toHex(leaf),
          proof: path.map(toHex),
          root: toHex(root),
        });
        answers.push(includes(sha256, { index: index2, size: size2, leaf, proof: path, root }));
      }
      for (const [size2, before2, path] of wrongs(size, before, growth, bit)) {
        questions.push({
          ask: "consistency",
          before: before2,
          size: size2,
          rootBefore: toHex(rootBefore),
          root: toHex(root),
          proof: path.map(toHex),
        });
        answers.push(isConsistent(sha256, { before: before2, size: size2, rootBefore, root, proof: path }));
      }
    }
    expect(askSecond(questions)).toEqual(answers);
    expect(answers.filter((each) => each === true).length).toBeGreaterThanOrEqual(80);
    expect(answers.filter((each) => each === false).length).toBeGreaterThanOrEqual(200);
  });

  test("on random changes of random bundles, in the verdict and in every look", () => {
    const trust = formatTrust(sha256, new EvidenceHouse({ witnesses: 2, quorum: 1 }).trust);
    const seeds = fc.sample(fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), { numRuns: 400, seed: 11 });
    const files = seeds.map((numbers) => {
      let at = 0;
      const choose: Choose = (below) => (numbers[at++ % numbers.length] ?? 0) % below;
      const house = new EvidenceHouse({ witnesses: 2, quorum: 1 });
      const bundle = house.bundle({ before: choose(9), behind: choose(9) });
      return changedFile(house, bundle, choose);
    });
    const said = askSecond(files.map((file) => ({ ask: "bundle", bundle: toBase64(file), trust })));
    const kinds = new Map<string, number>();
    for (const [at, file] of files.entries()) {
      const verdict = first(file, trust);
      expect(said[at], new TextDecoder().decode(file)).toEqual(verdict);
      kinds.set(verdict.kind, (kinds.get(verdict.kind) ?? 0) + 1);
    }
    for (const kind of ["true", "false", "unwitnessed", "unreadable"]) expect(kinds.get(kind) ?? 0).toBeGreaterThan(3);
  });

  test("on files of keys, good and bad", () => {
    const house = new EvidenceHouse();
    const bundle = vectors.bundles[0]?.text ?? "";
    const text = formatTrust(sha256, house.trust);
    const keys = JSON.parse(text) as { log: string; status: string; witnesses: string[]; quorum: number };
    const [witness = ""] = keys.witnesses;
    const files = [
      text,
      "[]",
      "{",
      ...[
        { log: keys.status, status: keys.log },
        { log: witness },
        { status: keys.log },
        { witnesses: [keys.log] },
        { witnesses: [witness, witness] },
        { witnesses: [], quorum: 1 },
        { quorum: 0 },
        { quorum: 3 },
        { quorum: 1.5 },
        { quorum: true },
        { log: keys.log.toUpperCase() },
        { log: `${keys.log}\n` },
        { log: keys.log.replace("customs", "cus\ud800toms") },
        { log: keys.log.replace("customs", "cus\u0085toms") },
        { extra: 1 },
      ].map((change) => JSON.stringify({ ...keys, ...change })),
    ];
    const asked = files.map((trust) => ({ ask: "bundle", bundle: toBase64(utf8(bundle)), trust }));
    expect(askSecond(asked)).toEqual(files.map((trust) => first(utf8(bundle), trust)));
  });
});

/** The proof, and ones that are wrong in a bit, in their length, in their place and in the size of the tree. */
function wrongs(size: number, place: number, proof: readonly Uint8Array[], bit: number) {
  const [at, byte] = [bit % Math.max(1, proof.length), bit % HASH_BYTES];
  const other = proof.map((hash, each) => (each === at ? hash.with(byte, (hash[byte] ?? 0) ^ (1 << (bit & 7))) : hash));
  return [
    [size, place, proof],
    [size, place, other],
    [size, place, proof.slice(1)],
    [size, place, [...proof, new Uint8Array(HASH_BYTES)]],
    [size, (place + 1) % (size + 1), proof],
    [size + 1, place, proof],
    [Number.MAX_SAFE_INTEGER, place, proof],
  ] as const;
}

/** The tiles of a tree by their paths, as the log makes them: appended in two parts. */
function tilesByPath(leaves: readonly Uint8Array[]): Readonly<Record<string, string>> {
  const places = new Map<string, Tile>();
  let size = 0;
  for (const part of [leaves.slice(0, leaves.length >> 1), leaves.slice(leaves.length >> 1)]) {
    const edge = edgeOf(size).flatMap(({ level, index }) => places.get(`${level}/${index}`) ?? []);
    for (const tile of appendToTiles(sha256, size, edge, part)) places.set(`${tile.level}/${tile.index}`, tile);
    size += part.length;
  }
  return Object.fromEntries(
    [...places.values()].map((tile) => [tilePath(tile, tile.hashes.length / HASH_BYTES), toHex(tile.hashes)]),
  );
}
