import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
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
