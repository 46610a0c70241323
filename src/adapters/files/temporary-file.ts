import { createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Runs `use` with the path of a file that may be made, in a folder of its own that is gone afterwards. */
export async function inTemporaryFile<T>(use: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "twogate-file-"));
  try {
    return await use(join(folder, "file"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same with the content in it, readable by this user alone. */
export function withContent<T>(content: AsyncIterable<Uint8Array>, use: (path: string) => Promise<T>): Promise<T> {
  return inTemporaryFile(async (path) => {
    await pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600 }));
    return use(path);
  });
}

/** Folders for what is being read, opened or received; each is gone when that is done, unless its process was killed. */
const LEFT_BEHIND = /^twogate-(?:file|read|reader|region|models|open)-\w{6}$/;
/** Nothing is at work on one file for so long. */
const ABANDONED_MS = 6 * 60 * 60 * 1000;

/**
 * Clears away what processes that were killed left behind: documents of customers and pictures of their pages. Gives
 * how many folders there were.
 */
export async function clearLeftBehind(now: number, root = tmpdir()): Promise<number> {
  const names = (await readdir(root)).filter((name) => LEFT_BEHIND.test(name));
  const cleared = await Promise.all(
    names.map(async (name) => {
      const path = join(root, name);
      const touched = await stat(path).catch(() => null);
      if (!touched || now - touched.mtimeMs < ABANDONED_MS) return false;
      // Another user's is that user's business.
      return rm(path, { recursive: true, force: true }).then(
        () => true,
        () => false,
      );
    }),
  );
  return cleared.filter(Boolean).length;
}
