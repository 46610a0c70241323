import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Vault } from "@/application/ports";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals with keys derived from one secret: AES-256-GCM, a key for each organisation; HMAC-SHA-256 for finding. */
export function createVault(secret: string): Vault {
  const tokenKey = deriveKey(secret, "twogate identity token");
  const keys = new Map<string, Buffer>();
  const keyOf = (organisationId: string): Buffer => {
    const known = keys.get(organisationId) ?? deriveKey(secret, `twogate seal ${organisationId}`);
    keys.set(organisationId, known);
    return known;
  };
  return {
    seal: (organisationId, plain) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", keyOf(organisationId), nonce);
      const sealed = Buffer.concat([nonce, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return Uint8Array.from(sealed);
    },
    open: (organisationId, sealed) => {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", keyOf(organisationId), bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const plain = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
      return Buffer.concat(plain).toString("utf8");
    },
    tokenOf: (plain) => createHmac("sha256", tokenKey).update(plain).digest("hex"),
  };
}

/** A key for one purpose, from which no other can be found. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}
