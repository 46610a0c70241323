import {
  areEqual,
  fromBase64,
  fromHex,
  type HashBytes,
  isWellFormed,
  join,
  toBase64,
  toHex,
  utf8,
} from "../shared/bytes";

/** What a key signs: a note as it is, or a note together with the time at which a witness saw it. */
export const KEY_KINDS = { ed25519: 0x01, cosignature: 0x04 } as const;
export type KeyKind = keyof typeof KEY_KINDS;

/** A key that notes are checked with: whose it is, what it signs, and its 32 bytes of Ed25519. */
export interface VerifierKey {
  readonly name: string;
  readonly kind: KeyKind;
  readonly publicKey: Uint8Array;
}

/** Ed25519 by RFC 8032: whether the signature is that of the key over the message. Never throws. */
export type VerifySignature = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

interface NoteSignature {
  readonly name: string;
  /** The four bytes of the key's id, then what the kind of key signs with. */
  readonly bytes: Uint8Array;
}

/** A text with signatures below it (C2SP signed-note). */
export interface SignedNote {
  /** With its last line break. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const SIGNATURE_LINE = /^— ([^\p{White_Space}+]+) ([A-Za-z0-9+/=]+)$/u;
const ID_BYTES = 4;
const KEY_BYTES = 32;
/** More than the sixteen that everybody must take; a note with more is an attack. */
const MAX_SIGNATURES = 64;

/** Whether a key may be called so: no blank and no plus, which end a name where keys are written. */
export function isKeyName(name: string): boolean {
  return name.length > 0 && isWellFormed(name) && !/[\p{White_Space}+\p{Cc}]/u.test(name);
}

/** The text of a note with its signatures, as it is sent and kept. */
export function formatNote({ text, signatures }: SignedNote): string {
  return `${text}\n${signatures.map(formatSignature).join("")}`;
}

/** One signature as a line of a note. */
export function formatSignature({ name, bytes }: NoteSignature): string {
  return `— ${name} ${toBase64(bytes)}\n`;
}

/** Reads a note; null when the text is none. Says nothing of whether its signatures hold. */
export function parseNote(whole: string): SignedNote | null {
  const cut = whole.lastIndexOf("\n\n");
  if (cut === -1 || !whole.endsWith("\n") || !isWellFormed(whole)) return null;
  if (utf8(whole).some((byte) => byte < 0x20 && byte !== 0x0a)) return null;
  const lines = whole.slice(cut + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) return null;
  const signatures = lines.map(parseSignature);
  return signatures.every((each) => each !== null) ? { text: whole.slice(0, cut + 1), signatures } : null;
}

/** Reads signature lines that came without their note, as a witness sends them; null when one is none. */
export function parseSignatures(lines: string): NoteSignature[] | null {
  const signatures = lines.split("\n").filter(Boolean).map(parseSignature);
  return signatures.every((each) => each !== null) ? signatures : null;
}

/** The four bytes that name a key beside its name. */
export function keyIdOf(sha256: HashBytes, { name, kind, publicKey }: VerifierKey): Uint8Array {
  return sha256(join(utf8(`${name}\n`), Uint8Array.of(KEY_KINDS[kind]), publicKey)).slice(0, ID_BYTES);
}

/** A signature of the key as the note carries it. */
export function noteSignature(sha256: HashBytes, key: VerifierKey, signature: Uint8Array): NoteSignature {
  return { name: key.name, bytes: join(keyIdOf(sha256, key), signature) };
}

/** The key as one line that people exchange: name, id, and the kind with the key in base64. */
export function formatKey(sha256: HashBytes, key: VerifierKey): string {
  const material = join(Uint8Array.of(KEY_KINDS[key.kind]), key.publicKey);
  return `${key.name}+${toHex(keyIdOf(sha256, key))}+${toBase64(material)}`;
}

/** Reads a key line; null when it is none, or when its id is not the key's. */
export function parseKey(sha256: HashBytes, line: string): VerifierKey | null {
  const [, name, id, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(line) ?? [];
  const material = base64 === undefined ? null : fromBase64(base64);
  const written = id === undefined ? null : fromHex(id);
  if (name === undefined || !isKeyName(name) || !written || material?.length !== KEY_BYTES + 1) return null;
  const kind = (Object.keys(KEY_KINDS) as KeyKind[]).find((each) => KEY_KINDS[each] === material[0]);
  if (!kind) return null;
  const key = { name, kind, publicKey: material.slice(1) };
  return areEqual(keyIdOf(sha256, key), written) ? key : null;
}

/**
 * What of the note's signatures is by this key: the bytes behind the key's id, or null when there is none. A note may
 * carry a signature twice; then each must hold, so all are given.
 */
export function signaturesBy(sha256: HashBytes, note: SignedNote, key: VerifierKey): Uint8Array[] {
  const id = keyIdOf(sha256, key);
  return note.signatures
    .filter(({ name, bytes }) => name === key.name && areEqual(bytes.slice(0, ID_BYTES), id))
    .map(({ bytes }) => bytes.slice(ID_BYTES));
}

function parseSignature(line: string): NoteSignature | null {
  const [, name, base64] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = base64 === undefined ? null : fromBase64(base64);
  return name !== undefined && bytes && bytes.length > ID_BYTES ? { name, bytes } : null;
}
