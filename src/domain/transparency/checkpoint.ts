import { fromBase64, type HashBytes, join, toBase64, utf8 } from "../shared/bytes";
import {
  noteSignature,
  parseNote,
  type SignedNote,
  signaturesBy,
  type VerifierKey,
  type VerifySignature,
} from "./signed-note";

/** The state of a log at a moment: how many leaves it has, and the hash over them. */
export interface Checkpoint {
  /** The name of the log, an address without its scheme. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;
const HASH_BYTES = 32;
/** The last second that a date can be of (ECMA-262, time values). */
const LAST_SECOND = 8_640_000_000_000;

/** The text that the log signs (C2SP tlog-checkpoint). */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** Reads the text of a checkpoint; null when it is none. Lines after the third are let be. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin, digits, base64] = text.split("\n");
  const size = digits !== undefined && /^(?:0|[1-9]\d*)$/.test(digits) ? Number(digits) : Number.NaN;
  const root = base64 === undefined ? null : fromBase64(base64);
  if (!origin || !Number.isSafeInteger(size) || root?.length !== HASH_BYTES || !text.endsWith("\n")) return null;
  return { origin, size, root };
}

/** What a witness signs: the time in whole seconds since 1970, and the whole text (C2SP tlog-cosignature, version 1). */
export function cosignedMessage(text: string, seconds: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** A witness's signature as a note carries it. `seconds` is the time that was signed with it. */
export function cosignature(sha256: HashBytes, witness: VerifierKey, seconds: number, signature: Uint8Array) {
  const time = new Uint8Array(TIME_BYTES);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  return noteSignature(sha256, witness, join(time, signature));
}

export interface Tools {
  readonly sha256: HashBytes;
  readonly verify: VerifySignature;
}

/**
 * Whether the key signed the note. A signature that names the key and is not its own spoils the note; a witness's key
 * signs no note as it is.
 */
export function isSignedBy({ sha256, verify }: Tools, note: SignedNote, key: VerifierKey): boolean {
  const own = signaturesBy(sha256, note, key);
  return key.kind === "ed25519" && own.length > 0 && own.every((each) => verify(key.publicKey, utf8(note.text), each));
}

/** What a note says of a witness: when it saw the checkpoint, that it did not, or that somebody forged its word. */
export type Cosigning =
  | { readonly kind: "seen"; readonly at: Date }
  /** The note names the key with a signature that is not the key's. */
  | { readonly kind: "forged" }
  | { readonly kind: "absent" };

/** What the note says of the witness. Of several cosignatures of one key each must hold; the first says when. */
export function cosigningOf(tools: Tools, note: SignedNote, witness: VerifierKey): Cosigning {
  const times = signaturesBy(tools.sha256, note, witness).map((bytes) => timeOf(tools, note, witness, bytes));
  const [first] = times;
  if (first === undefined) return { kind: "absent" };
  return first === null || times.includes(null) ? { kind: "forged" } : { kind: "seen", at: first };
}

/** When the witness says that it saw the checkpoint; null when it did not cosign it. */
export function seenBy(tools: Tools, note: SignedNote, witness: VerifierKey): Date | null {
  const cosigning = cosigningOf(tools, note, witness);
  return cosigning.kind === "seen" ? cosigning.at : null;
}

function timeOf({ verify }: Tools, note: SignedNote, witness: VerifierKey, bytes: Uint8Array): Date | null {
  if (witness.kind !== "cosignature" || bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const seconds = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (seconds > LAST_SECOND) return null;
  const holds = verify(witness.publicKey, cosignedMessage(note.text, seconds), bytes.slice(TIME_BYTES));
  return holds ? new Date(seconds * 1000) : null;
}

/** The checkpoint of a note that the log's key signed for its own origin; null otherwise. */
export function openCheckpoint(
  tools: Tools,
  whole: string,
  log: VerifierKey,
): { readonly note: SignedNote; readonly checkpoint: Checkpoint } | null {
  const note = parseNote(whole);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint || checkpoint.origin !== log.name || !isSignedBy(tools, note, log)) return null;
  return { note, checkpoint };
}
