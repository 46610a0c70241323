import { createCipheriv, createDecipheriv, createHash, type Decipher, randomBytes } from "node:crypto";
import { open } from "node:fs/promises";
import { DependencyError } from "@/application/ports";

/** Counter mode keeps the length of a stream and needs no second pass; that it is whole is what the content's hash says. */
const ALGORITHM = "aes-256-ctr";
const NONCE_BYTES = 16;

/**
 * Writes a stream encrypted to a new file, hashing the content on the way: a fresh nonce, then the cipher text. Null as
 * soon as the content is longer than the limit; the caller removes the file.
 */
export async function writeSealed(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  key: Buffer,
  limitBytes: number,
): Promise<{ sha256: string; byteLength: number } | null> {
  const hash = createHash("sha256");
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  let byteLength = 0;
  const file = await open(path, "wx", 0o600);
  try {
    await file.write(nonce);
    for await (const chunk of stream) {
      byteLength += chunk.byteLength;
      if (byteLength > limitBytes) return null;
      hash.update(chunk);
      await file.write(cipher.update(chunk));
    }
    await file.write(cipher.final());
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), byteLength };
}

/**
 * The content of what `writeSealed` wrote, as it comes. Throws a DependencyError at the end when it is not the content
 * that has this hash: the bytes were damaged, or encrypted under another secret.
 */
export async function* openSealed(
  stored: AsyncIterable<Uint8Array>,
  key: Buffer,
  sha256: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let nonce: Buffer = Buffer.alloc(0);
  let decipher: Decipher | null = null;
  for await (const chunk of stored) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (!decipher) {
      const missing = NONCE_BYTES - nonce.length;
      nonce = Buffer.concat([nonce, rest.subarray(0, missing)]);
      rest = rest.subarray(missing);
      if (nonce.length === NONCE_BYTES) decipher = createDecipheriv(ALGORITHM, key, nonce);
    }
    if (!decipher || rest.length === 0) continue;
    const plain = decipher.update(rest);
    hash.update(plain);
    yield plain;
  }
  if (!decipher || hash.digest("hex") !== sha256)
    throw new DependencyError(
      "object store",
      false,
      `The stored file ${sha256} is damaged, or was stored under another TWOGATE_SECRET. Restore it from a backup.`,
    );
}
