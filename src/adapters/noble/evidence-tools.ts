import { ed25519 } from "@noble/curves/ed25519.js";
import { sha256 } from "@noble/hashes/sha2.js";
import type { Tools } from "@/domain/transparency/checkpoint";

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/**
 * Hash and signature in plain JavaScript, the same in a browser as here. Ed25519 by RFC 8032, 5.1.7, with points in
 * their one form, keys of small order refused, and the equation times the cofactor: what one reader accepts, all do.
 */
export const evidenceTools: Tools = {
  sha256: (bytes) => sha256(bytes),
  verify: (publicKey, message, signature) =>
    publicKey.length === KEY_BYTES &&
    signature.length === SIGNATURE_BYTES &&
    ed25519.verify(signature, message, publicKey, { zip215: false }),
};
