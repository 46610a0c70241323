import { type HashBytes, join, toHex, utf8 } from "../shared/bytes";
import { canonicalJson } from "./canonical-json";

const BLOCK_BYTES = 64;

/** The bytes that a subject's salt has. Whoever erases it makes every commitment about the subject mean nothing. */
export const SALT_BYTES = 32;

/**
 * The salt of one leaf, from that of its subject. One can be shown without any other becoming known, and all are gone
 * with the subject's.
 */
export function leafSalt(sha256: HashBytes, subjectSalt: Uint8Array, sequence: number): Uint8Array {
  return hmac(sha256, subjectSalt, utf8(`leaf ${sequence}`));
}

/** The salt of one field of a statement, which is known by its id. */
export function fieldSalt(sha256: HashBytes, subjectSalt: Uint8Array, statementId: string, name: string): Uint8Array {
  return hmac(sha256, subjectSalt, utf8(`field ${statementId} ${name}`));
}

/**
 * What the log holds of an entry: a hash of the salt and the entry's hash, 32 bytes each. Without the salt nobody can
 * try which entry it stands for.
 */
export function commitmentOf(sha256: HashBytes, salt: Uint8Array, entryHash: Uint8Array): Uint8Array {
  return sha256(join(salt, entryHash));
}

/** The digest of a field under its salt, in hex: what stands for the field where it is left out. */
export function fieldDigest(sha256: HashBytes, salt: Uint8Array, name: string, value: string): string {
  return toHex(sha256(join(salt, utf8(canonicalJson([name, value])))));
}

/** The hash over a statement's digests by the names of their fields, in hex: what the entry of the statement holds. */
export function statementHash(sha256: HashBytes, digests: Readonly<Record<string, string>>): string {
  return toHex(sha256(utf8(canonicalJson({ ...digests }))));
}

/** HMAC by RFC 2104 over the hash, whose blocks are of 64 bytes. Throws a RangeError for another key than a salt. */
function hmac(sha256: HashBytes, key: Uint8Array, message: Uint8Array): Uint8Array {
  if (key.length !== SALT_BYTES) throw new RangeError(`a salt of ${key.length} bytes`);
  const inner = new Uint8Array(BLOCK_BYTES).fill(0x36);
  const outer = new Uint8Array(BLOCK_BYTES).fill(0x5c);
  for (const [at, byte] of key.entries()) {
    inner[at] = 0x36 ^ byte;
    outer[at] = 0x5c ^ byte;
  }
  return sha256(join(outer, sha256(join(inner, message))));
}
