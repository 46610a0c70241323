import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  consistencyProof,
  includes,
  inclusionProof,
  isConsistent,
  leafHash,
  nodeHash,
  type ReadSubtree,
  rootOf,
  rootOfLeaves,
  subtreesOfConsistency,
  subtreesOfInclusion,
} from "@/domain/transparency/merkle-tree";
import { appendToTiles, edgeOf, readingTiles, type Tile, tilesOf, tilesOfRoot } from "@/domain/transparency/tiles";

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash("sha256").update(bytes).digest());
const leavesOf = (size: number) =>
  Array.from({ length: size }, (_, at) => leafHash(sha256, Uint8Array.of(at, at >> 8)));

/** The definition of RFC 6962, word for word: slow, and nothing but it. */
function plainRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array());
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  let width = 1;
  while (width * 2 < leaves.length) width *= 2;
  return nodeHash(sha256, plainRoot(leaves.slice(0, width)), plainRoot(leaves.slice(width)));
}

const readingLeaves =
  (leaves: readonly Uint8Array[]): ReadSubtree =>
  ({ level, index }) =>
    plainRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));

describe("the tree of a log", () => {
  test("has the root that the standard defines, for every size up to 300", () => {
    for (let size = 0; size <= 300; size++) {
      const leaves = leavesOf(size);
      expect(rootOfLeaves(sha256, leaves)).toEqual(plainRoot(leaves));
    }
  });

  test("proves every leaf of every tree up to 130, and proves no other leaf, place, size or root", () => {
    for (let size = 1; size <= 130; size++) {
      const leaves = leavesOf(size);
      const root = plainRoot(leaves);
      for (let index = 0; index < size; index++) {
        const proof = inclusionProof(sha256, index, size, readingLeaves(leaves));
        const leaf = leaves[index] as Uint8Array;
        expect(includes(sha256, { index, size, leaf, proof, root })).toBe(true);
        const other = leaves[(index + 1) % size] as Uint8Array;
        if (size > 1) expect(includes(sha256, { index, size, leaf: other, proof, root })).toBe(false);
        expect(includes(sha256, { index, size, leaf, proof, root: sha256(root) })).toBe(false);
        expect(includes(sha256, { index, size, leaf, proof: [...proof, root], root })).toBe(false);
        if (proof.length > 0) expect(includes(sha256, { index, size, leaf, proof: proof.slice(1), root })).toBe(false);
      }
    }
  });

  test("proves that each tree up to 90 is the beginning of each greater one, and of no other", () => {
    for (let size = 1; size <= 90; size++) {
      const leaves = leavesOf(size);
      const root = plainRoot(leaves);
      for (let before = 0; before <= size; before++) {
        const rootBefore = plainRoot(leaves.slice(0, before));
        const proof = consistencyProof(sha256, before, size, readingLeaves(leaves));
        expect(isConsistent(sha256, { before, size, rootBefore, root, proof })).toBe(true);
        expect(isConsistent(sha256, { before, size, rootBefore: sha256(rootBefore), root, proof })).toBe(false);
        if (before > 0)
          expect(isConsistent(sha256, { before, size, rootBefore, root: sha256(root), proof })).toBe(false);
        expect(isConsistent(sha256, { before, size, rootBefore, root, proof: [...proof, root] })).toBe(false);
      }
    }
  });

  test("refuses a proof of which one bit is another", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 500 }), fc.nat(), fc.nat(), fc.nat(), (size, place, where, bit) => {
        const leaves = leavesOf(size);
        const index = place % size;
        const proof = inclusionProof(sha256, index, size, readingLeaves(leaves));
        const changed = proof.map((hash, at) =>
          at === where % proof.length
            ? hash.with((bit >> 3) % 32, (hash[(bit >> 3) % 32] ?? 0) ^ (1 << (bit & 7)))
            : hash,
        );
        const root = plainRoot(leaves);
        expect(includes(sha256, { index, size, leaf: leaves[index] as Uint8Array, proof: changed, root })).toBe(false);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the tiles of a log", () => {
  /** The tiles after appending in batches of these sizes, by their places. */
  function tilesAfter(batches: readonly number[]): { tiles: Map<string, Tile>; leaves: Uint8Array[] } {
    const leaves = leavesOf(batches.reduce((sum, each) => sum + each, 0));
    const tiles = new Map<string, Tile>();
    let size = 0;
    for (const batch of batches) {
      const edge = edgeOf(size).map(({ level, index }) => tiles.get(`${level}/${index}`) as Tile);
      for (const tile of appendToTiles(sha256, size, edge, leaves.slice(size, size + batch)))
        tiles.set(`${tile.level}/${tile.index}`, tile);
      size += batch;
    }
    return { tiles, leaves };
  }
  const batches = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 6 });
  const reading = (tiles: Map<string, Tile>, places: readonly { level: number; index: number }[]) =>
    readingTiles(
      sha256,
      places.map(({ level, index }) => tiles.get(`${level}/${index}`) as Tile),
    );

  test("have the same root and proofs as the leaves, however they were appended", () => {
    fc.assert(
      fc.property(batches, fc.nat(), fc.nat(), (parts, one, two) => {
        const { tiles, leaves } = tilesAfter(parts);
        const size = leaves.length;
        expect(rootOf(sha256, size, reading(tiles, tilesOfRoot(size)))).toEqual(rootOfLeaves(sha256, leaves));
        if (size === 0) return;
        const root = rootOfLeaves(sha256, leaves);
        const index = one % size;
        const proof = inclusionProof(sha256, index, size, reading(tiles, tilesOf(subtreesOfInclusion(index, size))));
        expect(includes(sha256, { index, size, leaf: leaves[index] as Uint8Array, proof, root })).toBe(true);
        const before = two % (size + 1);
        const between = consistencyProof(
          sha256,
          before,
          size,
          reading(tiles, tilesOf(subtreesOfConsistency(before, size))),
        );
        const rootBefore = rootOfLeaves(sha256, leaves.slice(0, before));
        expect(isConsistent(sha256, { before, size, rootBefore, root, proof: between })).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("a tile only ever grows: what it held stays as it was", () => {
    fc.assert(
      fc.property(batches, fc.integer({ min: 1, max: 700 }), (parts, more) => {
        const before = tilesAfter(parts).tiles;
        const after = tilesAfter([...parts, more]).tiles;
        for (const [place, { hashes }] of before)
          expect(after.get(place)?.hashes.slice(0, hashes.length)).toEqual(hashes);
      }),
      { numRuns: 30 },
    );
  });
});
