import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Writes the file so that after a power cut it is there as it was before or as it is now, and never in between. */
export function writeDurably(file: string, content: string | Uint8Array): void {
  const next = `${file}.new`;
  const handle = openSync(next, "w", 0o600);
  try {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(next, file);
  if (process.platform === "win32") return;
  // The name is in the folder, which has a content of its own.
  const folder = openSync(dirname(file), "r");
  fsyncSync(folder);
  closeSync(folder);
}
