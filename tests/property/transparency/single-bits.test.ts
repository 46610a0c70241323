import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatBundle, readBundle } from "@/contracts/evidence-bundle";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import { type EvidenceBundle, verifyBundle } from "@/domain/evidence/verify-bundle";
import { areEqual, toHex, utf8 } from "@/domain/shared/bytes";
import { cosigningOf, openCheckpoint, type Tools } from "@/domain/transparency/checkpoint";
import { includes, inclusionProof, leafHash, rootOf, rootOfLeaves } from "@/domain/transparency/merkle-tree";
import {
  appendToTiles,
  HASH_BYTES,
  readingTiles,
  TILE_WIDTH,
  type Tile,
  type TilePlace,
} from "@/domain/transparency/tiles";
import { EvidenceHouse, sha256, verify } from "../../support/evidence-house";

/** How many bits are changed, one at a time; `npm run bench:bits` changes 10,000. */
const TRIES = Number(process.env.TWOGATE_BENCH_BITS ?? 1_000);
/** Of ten tries so many are at the file of a bundle, and one each at the other four things. */
const SHARES = { bundle: 6, checkpoint: 1, cosignature: 1, tile: 1, leaf: 1 };

// Most changes leave the signatures as they are; the same one need not be computed twice.
const known = new Map<string, boolean>();
const tools: Tools = {
  sha256,
  verify: (...parts) => {
    const name = parts.map(toHex).join(" ");
    const answer = known.get(name) ?? verify(...parts);
    known.set(name, answer);
    return answer;
  },
};

const house = new EvidenceHouse({ witnesses: 3 });
const bundle = house.bundle({ others: ["declaration_lodged", "tax_secured"], before: 200, behind: 400 });
const file = utf8(formatBundle(bundle));

const flip = (bytes: Uint8Array, bit: number) => bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
const bitsOf = (share: number, bytes: number, seed: number) =>
  fc.sample(fc.nat({ max: bytes * 8 - 1 }), { numRuns: (TRIES * share) / 10, seed });
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What of the bundle a byte of its file is in, and the look that must fail when it is another. */
const parts = [
  ...bundle.entries.map((each, at) => ({ text: canonicalJson(plain(each)), look: () => `[a-z_]+ ${at + 1}` })),
  ...bundle.statement.fields.map((each, at) => ({
    text: canonicalJson(plain(each)),
    look: (changed: EvidenceBundle) => `fields_stated ${escaped(changed.statement.fields[at]?.name ?? "")}`,
  })),
  { text: canonicalJson(plain(bundle.statement.digests)), look: () => "statement_logged" },
  { text: canonicalJson(bundle.status), look: () => "status_signed" },
].map(({ text, look }) => {
  const from = utf8(formatBundle(bundle).slice(0, formatBundle(bundle).indexOf(text))).length;
  return { from, to: from + utf8(text).length, look };
});

/** What is found of a bundle of which one bit is another: an unreadable file, or the looks that failed. */
function find(bit: number): "unreadable" | "true" | "elsewhere" | "there" {
  const read = readBundle(flip(file, bit));
  if (!read.ok) return "unreadable";
  const { kind, looks } = verifyBundle(tools, house.trust, read.value);
  const failed = looks.filter(({ holds }) => !holds).map(({ check, where }) => `${check} ${where}`.trim());
  if (kind === "true") return "true";
  const part = parts.find(({ from, to }) => bit >> 3 >= from && bit >> 3 < to);
  const wanted = part && new RegExp(`^${part.look(read.value)}$`, "u");
  return failed.some((each) => wanted?.test(each)) ? "there" : "elsewhere";
}

describe("one bit that is another is found, and where it is,", () => {
  test("in every byte of the file of a bundle", () => {
    expect(verifyBundle(tools, house.trust, bundle).kind).toBe("true");
    expect(readBundle(file).ok).toBe(true);
    const bits = bitsOf(SHARES.bundle, file.length, 1);
    const found = bits.map((bit) => ({ bit, what: find(bit) }));
    expect(found.filter(({ what }) => what === "true" || what === "elsewhere")).toEqual([]);
    const count = (wanted: string) => found.filter(({ what }) => what === wanted).length;
    say(
      `${bits.length} bits of the file of a bundle: ${count("there")} named by a look, ${count("unreadable")} no bundle`,
    );
    expect(count("there")).toBeGreaterThan(bits.length / 4);
  });

  test("in the log's part of a checkpoint", () => {
    const checkpoint = house.checkpoint(undefined, { cosigners: [] });
    expect(openCheckpoint(tools, checkpoint, house.log.key)).not.toBeNull();
    const bytes = utf8(checkpoint);
    const bits = bitsOf(SHARES.checkpoint, bytes.length, 2);
    const opened = bits.filter((bit) => openCheckpoint(tools, textOf(flip(bytes, bit)), house.log.key) !== null);
    expect(opened).toEqual([]);
    say(`${bits.length} bits of a checkpoint: each is no checkpoint of the log`);
  });

  test("in a cosignature, and the witness is the one that no longer counts", () => {
    const whole = house.checkpoint();
    const line = `${whole.split("\n").find((each) => each.startsWith("— witness-2")) ?? ""}\n`;
    const from = utf8(whole.slice(0, whole.indexOf(line))).length;
    const kinds = (text: string) => {
      const opened = openCheckpoint(tools, text, house.log.key);
      return house.witnesses.map(({ key }) => (opened ? cosigningOf(tools, opened.note, key).kind : "no note"));
    };
    expect(kinds(whole)).toEqual(["seen", "seen", "seen"]);
    const bits = bitsOf(SHARES.cosignature, utf8(line).length, 3);
    const counted = { forged: 0, absent: 0, "no note": 0, seen: 0 };
    for (const bit of bits) {
      const [first, second = "seen", third] = kinds(textOf(flip(utf8(whole), from * 8 + bit)));
      counted[second] += 1;
      if (second !== "no note") expect([first, third]).toEqual(["seen", "seen"]);
    }
    expect(counted.seen).toBe(0);
    say(
      `${bits.length} bits of a cosignature: ${counted.forged} forged, ${counted.absent} of nobody known, ${counted["no note"]} no note`,
    );
  });

  test("in a tile", () => {
    const leaves = Array.from({ length: 1_100 }, (_, at) => leafHash(sha256, Uint8Array.of(at, at >> 8)));
    const tiles = appendToTiles(sha256, 0, [], leaves);
    const root = rootOfLeaves(sha256, leaves);
    expect(faultInTiles(1_100, root, tiles)).toBeNull();
    const bits = bitsOf(
      SHARES.tile,
      tiles.reduce((sum, { hashes }) => sum + hashes.length, 0),
      4,
    );
    for (const bit of bits) {
      const { changed, at } = flippedTile(tiles, bit);
      const fault = faultInTiles(1_100, root, changed);
      const tile = tiles[at] as Tile;
      const isWhole = tile.hashes.length === TILE_WIDTH * HASH_BYTES;
      // What a whole tile was is known from above; what a tile above was, from below; the last one is in the root only.
      if (tile.level > 0) expect(fault).toMatchObject({ level: tile.level - 1 });
      else expect(fault).toEqual(isWhole ? { level: tile.level, index: tile.index } : "root");
    }
    say(`${bits.length} bits of tiles: each found, in its tile where a tile above knows it`);
  });

  test("in a leaf", () => {
    const commitment = sha256(utf8("a commitment"));
    const leaves = [...house.leaves.slice(0, 99), leafHash(sha256, commitment), ...house.leaves.slice(99, 150)];
    const root = rootOfLeaves(sha256, leaves);
    const proof = inclusionProof(sha256, 99, leaves.length, ({ level, index }) =>
      rootOfLeaves(sha256, leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
    );
    const isIn = (data: Uint8Array) =>
      includes(sha256, { index: 99, size: leaves.length, leaf: leafHash(sha256, data), proof, root });
    expect(isIn(commitment)).toBe(true);
    const bits = bitsOf(SHARES.leaf, commitment.length, 5);
    expect(bits.filter((bit) => isIn(flip(commitment, bit)))).toEqual([]);
    say(`${bits.length} bits of a leaf: none is in the tree`);
  });
});

/**
 * Where the tiles of a whole tree are not what a log signed: the tile that is not what the one above holds of it, or
 * `root` where they agree with one another and not with the root. Null when all is well.
 */
function faultInTiles(size: number, root: Uint8Array, tiles: readonly Tile[]): TilePlace | "root" | null {
  for (const { level, index, hashes } of tiles)
    for (let at = 0; level > 0 && at < hashes.length / HASH_BYTES; at++) {
      const place = { level: level - 1, index: index * TILE_WIDTH + at };
      const below = tiles.find((tile) => tile.level === place.level && tile.index === place.index);
      const row = Array.from({ length: TILE_WIDTH }, (_, each) => hashAt(below?.hashes ?? new Uint8Array(), each));
      if (!areEqual(rootOfLeaves(sha256, row), hashAt(hashes, at))) return place;
    }
  return areEqual(rootOf(sha256, size, readingTiles(sha256, tiles)), root) ? null : "root";
}

const hashAt = (hashes: Uint8Array, at: number) => hashes.slice(at * HASH_BYTES, (at + 1) * HASH_BYTES);

function flippedTile(tiles: readonly Tile[], bit: number): { readonly changed: readonly Tile[]; readonly at: number } {
  let left = bit;
  const at = tiles.findIndex(({ hashes }) => {
    if (left < hashes.length * 8) return true;
    left -= hashes.length * 8;
    return false;
  });
  return {
    changed: tiles.map((tile, each) => (each === at ? { ...tile, hashes: flip(tile.hashes, left) } : tile)),
    at,
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function plain(value: unknown): Parameters<typeof canonicalJson>[0] {
  return JSON.parse(JSON.stringify(value)) as Parameters<typeof canonicalJson>[0];
}

function say(words: string): void {
  if (process.env.TWOGATE_BENCH_BITS) process.stdout.write(`${words}\n`);
}
