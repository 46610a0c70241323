import { createPublicKey, type KeyObject, sign } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { CompactSign, calculateJwkThumbprint, exportJWK } from "jose";
import { z } from "zod";
import { noteTools, publicBytes } from "@/adapters/crypto/note-tools";
import { writeDurably } from "@/adapters/files/durable-file";
import { areEqual, fromBase64, toBase64, utf8 } from "@/domain/shared/bytes";
import { checkpointText } from "@/domain/transparency/checkpoint";
import { isConsistent } from "@/domain/transparency/merkle-tree";
import { formatKey, formatNote, noteSignature, type VerifierKey } from "@/domain/transparency/signed-note";
import type { SigningKeys } from "./keys";

const lastSigned = z.strictObject({ size: z.number().int().nonnegative(), root: z.string() });

interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

const { sha256 } = noteTools;

export type Signer = ReturnType<typeof createSigner>;

/**
 * Signs what it is asked to, with one exception that is the reason why it is a process of its own: a state of the log
 * that does not continue the last one that it signed. It remembers that one in a file beside its keys, so that neither
 * a database that was brought back from a backup nor one that somebody changed gets a signature.
 */
export function createSigner(keys: SigningKeys, file: string) {
  let last = read(file);
  const logKey: VerifierKey = { name: keys.origin, kind: "ed25519", publicKey: publicBytes(keys.log) };
  const statusKey: VerifierKey = {
    name: `${keys.origin}/status`,
    kind: "ed25519",
    publicKey: publicBytes(keys.status),
  };
  return {
    lastSize: () => last.size,
    /** The note; null when the state continues none that was signed. */
    signCheckpoint: (head: Head, before: number, proof: readonly Uint8Array[]): string | null => {
      const isSame = head.size === last.size && areEqual(head.root, last.root);
      const follows =
        isSame ||
        (before === last.size &&
          head.size > last.size &&
          isConsistent(sha256, { before, size: head.size, rootBefore: last.root, root: head.root, proof }));
      if (!follows) return null;
      // Remembered before the signature leaves: one that was given is never forgotten.
      if (!isSame) {
        writeDurably(file, JSON.stringify({ size: head.size, root: toBase64(head.root) }));
        last = head;
      }
      return noteOf(checkpointText({ origin: keys.origin, ...head }), keys.log, logKey);
    },
    signStatus: (text: string): string => noteOf(text, keys.status, statusKey),
    /** A compact JWS of the payload, signed with EdDSA; `type` is its media type without `application/`. */
    signCredential: async (payload: Readonly<Record<string, unknown>>, type: string, issuer: string): Promise<string> =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({
          alg: "EdDSA",
          typ: type,
          cty: "vc",
          kid: `${issuer}#${await thumbprintOf(keys.credential)}`,
        })
        .sign(keys.credential),
    keys: async () => {
      const jwk = await exportJWK(createPublicKey(keys.credential));
      return {
        log: formatKey(sha256, logKey),
        status: formatKey(sha256, statusKey),
        credential: { ...jwk, alg: "EdDSA", use: "sig", kid: await thumbprintOf(keys.credential) },
      };
    },
  };
}

function noteOf(text: string, key: KeyObject, verifier: VerifierKey): string {
  const signature = new Uint8Array(sign(null, utf8(text), key));
  return formatNote({ text, signatures: [noteSignature(sha256, verifier, signature)] });
}

async function thumbprintOf(key: KeyObject): Promise<string> {
  return calculateJwkThumbprint(await exportJWK(createPublicKey(key)));
}

function read(file: string): Head {
  if (!existsSync(file)) return { size: 0, root: sha256(new Uint8Array()) };
  const { size, root } = lastSigned.parse(JSON.parse(readFileSync(file, "utf8")));
  const bytes = fromBase64(root);
  if (!bytes) throw new Error(`${file} is damaged. Restore it from a backup, or the log cannot go on.`);
  return { size, root: bytes };
}
