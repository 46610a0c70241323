import { gunzipSync, gzipSync } from "node:zlib";

/** No list that we read is larger than this, in bytes; a small file can be blown up without end. */
const MOST_BYTES = 1_000_000;

/** Bits as a status list has them: gzipped, base64url, behind the `u` that names base64url in multibase. */
export function encodeBits(bits: Uint8Array): string {
  return `u${gzipSync(bits, { level: 9 }).toString("base64url")}`;
}

/** The bits of a status list; null where they cannot be read. */
export function decodeBits(encoded: string): Uint8Array | null {
  if (!encoded.startsWith("u")) return null;
  try {
    return gunzipSync(Buffer.from(encoded.slice(1), "base64url"), { maxOutputLength: MOST_BYTES });
  } catch {
    // What is no gzip, or would not end, is no list.
    return null;
  }
}
