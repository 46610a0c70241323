import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ObjectStore } from "@/application/ports";

/** Keeps files under their hash in a folder. A file appears under its name only when it is whole and on the disk. */
export function createFileSystemStore(folder: string): ObjectStore {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  return {
    put: async (stream, limitBytes) => {
      const temporary = join(folder, "incoming", randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      try {
        const written = await writeHashed(stream, temporary, limitBytes);
        if (!written) return null;
        await mkdir(dirname(place(written.sha256)), { recursive: true });
        await rename(temporary, place(written.sha256));
        return written;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    read: async (sha256) => (existsSync(place(sha256)) ? createReadStream(place(sha256)) : null),
    withLocalFile: (sha256, use) => use(place(sha256)),
  };
}

/** Writes the stream while hashing it; null as soon as it is longer than the limit. */
export async function writeHashed(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  limitBytes: number,
): Promise<{ sha256: string; byteLength: number } | null> {
  const hash = createHash("sha256");
  let byteLength = 0;
  const file = await open(path, "wx", 0o644);
  try {
    for await (const chunk of stream) {
      byteLength += chunk.byteLength;
      if (byteLength > limitBytes) return null;
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), byteLength };
}
