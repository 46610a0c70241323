import { randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DependencyError, type ObjectStore } from "@/application/ports";
import { openSealed, writeSealed } from "./sealed-file";
import { withContent } from "./temporary-file";

/**
 * Keeps files under the hash of their content in a folder, encrypted under the key. A file appears under its name only
 * when it is whole and on the disk.
 */
export function createFileSystemStore(folder: string, key: Buffer): ObjectStore {
  const place = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const read = async (sha256: string) =>
    existsSync(place(sha256)) ? openSealed(createReadStream(place(sha256)), key, sha256) : null;
  return {
    put: async (stream, limitBytes) => {
      const temporary = join(folder, "incoming", randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      try {
        const written = await writeSealed(stream, temporary, key, limitBytes);
        if (!written) return null;
        await mkdir(dirname(place(written.sha256)), { recursive: true });
        await rename(temporary, place(written.sha256));
        return written;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    read,
    withLocalFile: async (sha256, use) => {
      const content = await read(sha256);
      if (!content) throw new DependencyError("object store", false, `There is no file ${sha256} in ${folder}.`);
      return withContent(content, use);
    },
  };
}
