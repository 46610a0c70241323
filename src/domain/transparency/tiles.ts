import type { HashBytes } from "../shared/bytes";
import { nodeHash, type ReadSubtree, type Subtree, subtreesOfTree } from "./merkle-tree";

/** A tile spans so many levels of the tree, and a full one has so many hashes (C2SP tlog-tiles). */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;
export const HASH_BYTES = 32;

/** The place of a tile: its level, each of eight levels of the tree, and its place within that. */
export interface TilePlace {
  readonly level: number;
  readonly index: number;
}

/** The hashes of a tile, one after the other; fewer than a full tile has where the tree ends in it. */
export interface Tile extends TilePlace {
  readonly hashes: Uint8Array;
}

/** The tile that a complete subtree lies in. A subtree whose height a tile begins with is one of that tile's hashes. */
export function tileOf({ level, index }: Subtree): TilePlace {
  const above = level % TILE_HEIGHT;
  return { level: (level - above) / TILE_HEIGHT, index: Math.floor(index / 2 ** (TILE_HEIGHT - above)) };
}

/** Each tile once that these subtrees lie in. */
export function tilesOf(subtrees: readonly Subtree[]): TilePlace[] {
  return [...new Map(subtrees.map(tileOf).map((place) => [keyOf(place), place])).values()];
}

/** Reads subtrees out of tiles that were read before; throws when one lies in none of them. */
export function readingTiles(sha256: HashBytes, tiles: readonly Tile[]): ReadSubtree {
  const byPlace = new Map(tiles.map((tile) => [keyOf(tile), tile.hashes]));
  return (subtree) => {
    const hashes = byPlace.get(keyOf(tileOf(subtree)));
    if (!hashes) throw new Error(`no tile for the subtree ${subtree.index} of height ${subtree.level}`);
    const width = 2 ** (subtree.level % TILE_HEIGHT);
    const first = (subtree.index * width) % TILE_WIDTH;
    return rootOfHashes(sha256, hashes, first, width);
  };
}

/** The tiles at the right edge of a tree of that size: what must be known to append to it. */
export function edgeOf(size: number): TilePlace[] {
  const places: TilePlace[] = [];
  for (let level = 0, width = size; width > 0; level += 1, width = Math.floor(width / TILE_WIDTH))
    if (width % TILE_WIDTH > 0) places.push({ level, index: Math.floor(width / TILE_WIDTH) });
  return places;
}

/**
 * The tiles that change when leaves are appended to a tree of that size whose right edge is given: those that were
 * partial and grow, and those that are new. None shrinks, and no hash in one changes.
 */
export function appendToTiles(
  sha256: HashBytes,
  size: number,
  edge: readonly Tile[],
  leaves: readonly Uint8Array[],
): Tile[] {
  const changed: Tile[] = [];
  let added = leaves;
  for (let level = 0, width = size; added.length > 0; level += 1, width = Math.floor(width / TILE_WIDTH)) {
    const first = Math.floor(width / TILE_WIDTH);
    const before = edge.find((tile) => tile.level === level && tile.index === first)?.hashes ?? new Uint8Array();
    if (before.length !== (width % TILE_WIDTH) * HASH_BYTES)
      throw new Error(`the tile ${first} of level ${level} does not end where the tree does`);
    const tiles = cut(before, added).map((hashes, at) => ({ level, index: first + at, hashes }));
    changed.push(...tiles);
    added = tiles
      .filter(({ hashes }) => hashes.length === TILE_WIDTH * HASH_BYTES)
      .map(({ hashes }) => rootOfHashes(sha256, hashes, 0, TILE_WIDTH));
  }
  return changed;
}

/** The tiles that hold the complete subtrees of the whole tree, to compute its root from. */
export function tilesOfRoot(size: number): TilePlace[] {
  return tilesOf(subtreesOfTree(size));
}

/** The path of a tile below the log's address, such as `tile/0/x001/234.p/12`. */
export function tilePath({ level, index }: TilePlace, width: number): string {
  return `tile/${level}/${indexPath(index)}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** The path of the entries of a tile of the lowest level, such as `tile/entries/x001/234`. */
export function entriesPath(index: number, width: number): string {
  return `tile/entries/${indexPath(index)}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

export interface TileAsked {
  /** Null for the entries of a tile of the lowest level. */
  readonly level: number | null;
  readonly index: number;
  readonly width: number;
}

const PATH = /^tile\/(entries|\d|[1-5]\d|6[0-3])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** What a path below the log's address asks for; null when it is the path of no tile. */
export function parseTilePath(path: string): TileAsked | null {
  const [, level, digits, partial] = PATH.exec(path) ?? [];
  if (level === undefined || digits === undefined) return null;
  const index = Number(digits.replaceAll(/[x/]/g, ""));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  if (!Number.isSafeInteger(index) || indexPath(index) !== digits) return null;
  if (partial !== undefined && width >= TILE_WIDTH) return null;
  return { level: level === "entries" ? null : Number(level), index, width };
}

function indexPath(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/\d{3}/g) ?? [];
  return groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join("/");
}

/** The hash over so many hashes of a tile, a power of two, from one of them on. */
function rootOfHashes(sha256: HashBytes, hashes: Uint8Array, first: number, width: number): Uint8Array {
  let row = Array.from({ length: width }, (_, at) => hashAt(hashes, first + at));
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at < row.length; at += 2)
      above.push(nodeHash(sha256, row[at] as Uint8Array, row[at + 1] as Uint8Array));
    row = above;
  }
  return row[0] as Uint8Array;
}

function cut(before: Uint8Array, added: readonly Uint8Array[]): Uint8Array[] {
  const whole = new Uint8Array(before.length + added.length * HASH_BYTES);
  whole.set(before);
  for (const [at, hash] of added.entries()) whole.set(hash, before.length + at * HASH_BYTES);
  const tiles: Uint8Array[] = [];
  for (let at = 0; at < whole.length; at += TILE_WIDTH * HASH_BYTES)
    tiles.push(whole.slice(at, at + TILE_WIDTH * HASH_BYTES));
  return tiles;
}

function hashAt(hashes: Uint8Array, at: number): Uint8Array {
  const hash = hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
  if (hash.length !== HASH_BYTES) throw new Error("the tile ends before that hash");
  return hash;
}

function keyOf({ level, index }: TilePlace): string {
  return `${level}/${index}`;
}
