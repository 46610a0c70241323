import { areEqual } from "../shared/bytes";
import { openCheckpoint, type Tools } from "./checkpoint";
import { leafHash, rootOf } from "./merkle-tree";
import type { VerifierKey } from "./signed-note";
import {
  appendToTiles,
  edgeOf,
  HASH_BYTES,
  readingTiles,
  TILE_WIDTH,
  type Tile,
  type TilePlace,
  tilesOfRoot,
} from "./tiles";

/** What does not hold, and where: a leaf or a checkpoint by its number, a tile by its level and place. */
export interface LogFinding {
  readonly kind: "leaf_missing" | "tile_missing" | "tile_differs" | "checkpoint_root" | "checkpoint_signature";
  readonly where: string;
}

interface StoredLeaf {
  readonly index: number;
  readonly commitment: Uint8Array;
}

interface StoredCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  /** Null as long as it is not signed. */
  readonly note: string | null;
}

/** The log as it is stored. */
export interface StoredLog {
  /** The leaves in their order, in batches of any size. */
  leaves(): AsyncIterable<readonly StoredLeaf[]>;
  tiles(places: readonly TilePlace[]): Promise<readonly Tile[]>;
  checkpoints(): Promise<readonly StoredCheckpoint[]>;
}

/** Findings beyond so many say nothing new: the first of them is where to look. */
const MOST = 100;

/**
 * Computes the whole log again from its leaves and holds against that what is stored: every tile, the root of every
 * checkpoint, and its signature by the log's key. Nothing found means that the log is the one that was signed.
 */
export async function auditLog(tools: Tools, log: VerifierKey, stored: StoredLog): Promise<readonly LogFinding[]> {
  const findings: LogFinding[] = [];
  let size = 0;
  let edge: readonly Tile[] = [];
  for await (const batch of stored.leaves()) {
    const gap = batch.findIndex(({ index }, at) => index !== size + at);
    if (gap !== -1) return [...findings, { kind: "leaf_missing", where: String(size + gap) }];
    const hashes = batch.map(({ commitment }) => leafHash(tools.sha256, commitment));
    const changed = appendToTiles(tools.sha256, size, edge, hashes);
    size += batch.length;
    // A tile at the edge is compared when the leaves are at their end, or when it is full.
    const full = changed.filter(({ hashes: bytes }) => bytes.length === TILE_WIDTH * HASH_BYTES);
    findings.push(...(await compareTiles(full, stored)));
    edge = edgeOf(size).flatMap((place) => [...changed, ...edge].find((tile) => isAt(tile, place)) ?? []);
    if (findings.length > MOST) return findings;
  }
  findings.push(...(await compareTiles(edge, stored)));
  if (findings.length > 0) return findings;
  return compareCheckpoints(tools, log, stored, size);
}

async function compareTiles(computed: readonly Tile[], stored: StoredLog): Promise<LogFinding[]> {
  const there = await stored.tiles(computed);
  return computed.flatMap((tile): LogFinding[] => {
    const own = there.find((each) => isAt(each, tile));
    const where = `${tile.level}/${tile.index}`;
    if (!own) return [{ kind: "tile_missing", where }];
    return areEqual(own.hashes, tile.hashes) ? [] : [{ kind: "tile_differs" as const, where }];
  });
}

/** The tiles hold what the leaves give, so roots are computed from them. */
async function compareCheckpoints(
  tools: Tools,
  log: VerifierKey,
  stored: StoredLog,
  leaves: number,
): Promise<LogFinding[]> {
  const findings: LogFinding[] = [];
  for (const { size, root, note } of await stored.checkpoints()) {
    const where = String(size);
    const tiles = size <= leaves ? await stored.tiles(tilesOfRoot(size)) : null;
    const computed = tiles && rootOf(tools.sha256, size, readingTiles(tools.sha256, tiles));
    if (!computed || !areEqual(computed, root)) findings.push({ kind: "checkpoint_root", where });
    if (note === null) continue;
    const opened = openCheckpoint(tools, note, log)?.checkpoint;
    if (!opened || opened.size !== size || !areEqual(opened.root, root))
      findings.push({ kind: "checkpoint_signature", where });
    if (findings.length > MOST) break;
  }
  return findings;
}

function isAt(tile: TilePlace, place: TilePlace): boolean {
  return tile.level === place.level && tile.index === place.index;
}
