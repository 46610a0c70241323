import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { writeDurably } from "@/adapters/files/durable-file";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

const kept = z.strictObject({
  /** The name of the log, which its first key was made for and which never changes. */
  origin: z.string().min(1),
  log: z.string(),
  status: z.string(),
  credential: z.string(),
});

/** The keys of the installation. They are in the memory of this process and, sealed, in its file; nowhere else. */
export interface SigningKeys {
  readonly origin: string;
  readonly log: KeyObject;
  readonly status: KeyObject;
  readonly credential: KeyObject;
}

/**
 * Opens the file of keys, or makes it when there is none. Throws when the secret is another than the keys were sealed
 * with: new ones would be strangers to everybody who trusts the old.
 */
export function openKeys(file: string, secret: string, origin: string): SigningKeys {
  const sealing = Buffer.from(hkdfSync("sha256", secret, "", "twogate signing keys", KEY_BYTES));
  if (!existsSync(file)) {
    const fresh = { origin, log: newKey(), status: newKey(), credential: newKey() };
    writeDurably(file, seal(sealing, JSON.stringify(fresh)));
  }
  const opened = kept.parse(JSON.parse(open(sealing, readFileSync(file), file)));
  const keyOf = (pem: string) => createPrivateKey(pem);
  return {
    origin: opened.origin,
    log: keyOf(opened.log),
    status: keyOf(opened.status),
    credential: keyOf(opened.credential),
  };
}

function newKey(): string {
  return generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

function seal(key: Buffer, plain: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, bytes: Buffer, file: string): string {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch (cause) {
    throw new Error(
      `${file} does not open with TWOGATE_SIGNER_SECRET. Restore the secret or the file from a backup; new keys would be trusted by nobody.`,
      { cause },
    );
  }
}
