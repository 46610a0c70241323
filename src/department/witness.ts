import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { noteTools, publicBytes } from "@/adapters/crypto/note-tools";
import { writeDurably } from "@/adapters/files/durable-file";
import { fromBase64, toBase64 } from "@/domain/shared/bytes";
import { cosignature, cosignedMessage } from "@/domain/transparency/checkpoint";
import { formatKey, formatSignature, type VerifierKey } from "@/domain/transparency/signed-note";
import { judgeCheckpoint, parseAddCheckpoint, type Seen } from "@/domain/transparency/witness";

const seenFile = z.record(z.string(), z.strictObject({ size: z.number().int().nonnegative(), root: z.string() }));

const REFUSALS = { malformed: 400, not_signed: 403, unknown_log: 404 } as const;

/** What is answered to a log. */
export interface WitnessReply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface Options {
  readonly name: string;
  readonly key: KeyObject;
  /** The logs that are witnessed. */
  readonly logs: readonly VerifierKey[];
  /** Where what was seen is remembered. */
  readonly file: string;
  readonly now: () => number;
}

export type Witness = ReturnType<typeof createWitness>;

/**
 * A witness of logs by C2SP tlog-witness. It remembers the last state of each log that it cosigned, and cosigns only
 * what continues that: so nobody can be shown another history than it was.
 */
export function createWitness({ name, key, logs, file, now }: Options) {
  const seen = new Map(Object.entries(read(file)));
  const own: VerifierKey = { name, kind: "cosignature", publicKey: publicBytes(key) };
  const remember = (origin: string, state: Seen) => {
    seen.set(origin, state);
    const entries = [...seen].map(([each, { size, root }]) => [each, { size, root: toBase64(root) }]);
    writeDurably(file, JSON.stringify(Object.fromEntries(entries)));
  };
  return {
    key: () => formatKey(noteTools.sha256, own),
    lastSeen: (origin: string): Seen | null => seen.get(origin) ?? null,
    add: (body: string): WitnessReply => {
      const request = parseAddCheckpoint(body);
      if (!request) return plain(400, "malformed");
      const judged = judgeCheckpoint(noteTools, logs, (origin) => seen.get(origin) ?? null, request);
      if (judged.kind === "conflict") return sizeOf(judged.seen);
      // A state that cannot follow is answered with the size that was seen; a proof that does not hold with its own status.
      if (judged.kind === "other_history") {
        const last = seen.get(judged.checkpoint.origin)?.size ?? 0;
        return judged.checkpoint.size <= last ? sizeOf(last) : plain(422, judged.kind);
      }
      if (judged.kind !== "cosign") return plain(REFUSALS[judged.kind], judged.kind);
      const { origin, size, root } = judged.checkpoint;
      // Remembered before the cosignature leaves. Nothing waits in between, so no other request comes first.
      remember(origin, { size, root });
      const seconds = Math.floor(now() / 1000);
      const signature = new Uint8Array(sign(null, cosignedMessage(judged.note.text, seconds), key));
      const line = formatSignature(cosignature(noteTools.sha256, own, seconds, signature));
      return { status: 200, type: "text/plain; charset=utf-8", body: line };
    },
  };
}

/** The private key of the file, which is made when there is none. */
export function openKey(file: string): KeyObject {
  if (!existsSync(file)) {
    const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    writeFileSync(file, pem, { mode: 0o600 });
  }
  return createPrivateKey(readFileSync(file, "utf8"));
}

function sizeOf(seen: number): WitnessReply {
  return { status: 409, type: "text/x.tlog.size", body: `${seen}\n` };
}

function plain(status: number, body: string): WitnessReply {
  return { status, type: "text/plain; charset=utf-8", body: `${body}\n` };
}

function read(file: string): Record<string, Seen> {
  if (!existsSync(file)) return {};
  const kept = seenFile.parse(JSON.parse(readFileSync(file, "utf8")));
  return Object.fromEntries(
    Object.entries(kept).map(([origin, { size, root }]) => [
      origin,
      { size, root: fromBase64(root) ?? new Uint8Array() },
    ]),
  );
}
