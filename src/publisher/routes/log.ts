import { HASH_BYTES, parseTilePath, TILE_WIDTH } from "@/domain/transparency/tiles";
import type { Publishing } from "../publishing";
import type { Answer, Route } from "../route";

/** A newer checkpoint is there a second later; what a tile holds never changes. */
const CHECKPOINT_CACHE = "public, max-age=2";
const TILE_CACHE = "public, max-age=31536000, immutable";
const LENGTH_BYTES = 2;

/** The transparency log as static files (C2SP tlog-tiles): its checkpoint, its tiles and its entries. */
export function logRoutes({ published }: Publishing): readonly Route[] {
  return [
    {
      pattern: /^\/log\/checkpoint$/,
      isTranslated: false,
      answer: async () => {
        const checkpoint = await published.checkpoint();
        return checkpoint && open(checkpoint.note, "text/plain; charset=utf-8", CHECKPOINT_CACHE);
      },
    },
    {
      pattern: /^\/log\/(tile\/.+)$/,
      isTranslated: false,
      answer: async ({ parts: [path = ""] }) => {
        const asked = parseTilePath(path);
        const checkpoint = asked && (await published.checkpoint());
        // Of a tree that nobody has seen nothing is shown.
        if (!asked || !checkpoint || asked.width > widthAt(checkpoint.size, asked.level ?? 0, asked.index)) return null;
        const body =
          asked.level === null
            ? entriesOf(await published.leaves(asked.index * TILE_WIDTH, asked.width))
            : await hashesOf(published, asked.level, asked.index, asked.width);
        return body && open(body, "application/octet-stream", TILE_CACHE);
      },
    },
  ];
}

/** How many hashes the tile has in the tree of that size. */
function widthAt(size: number, level: number, index: number): number {
  const inRow = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, inRow - index * TILE_WIDTH));
}

async function hashesOf(
  published: Publishing["published"],
  level: number,
  index: number,
  width: number,
): Promise<Uint8Array | null> {
  const hashes = await published.tile(level, index);
  return hashes && hashes.length >= width * HASH_BYTES ? hashes.subarray(0, width * HASH_BYTES) : null;
}

/** The entries one after the other, each with its length before it. */
function entriesOf(leaves: readonly Uint8Array[]): Uint8Array {
  const size = LENGTH_BYTES + HASH_BYTES;
  const bundle = new Uint8Array(leaves.length * size);
  const view = new DataView(bundle.buffer);
  for (const [at, leaf] of leaves.entries()) {
    view.setUint16(at * size, leaf.length);
    bundle.set(leaf, at * size + LENGTH_BYTES);
  }
  return bundle;
}

function open(body: string | Uint8Array, type: string, cache: string): Answer {
  return { status: 200, body, headers: { "content-type": type, "cache-control": cache }, tags: ["log"], isOpen: true };
}
