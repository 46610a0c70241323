import { fromBase64, toBase64 } from "../shared/bytes";

const HEADER = "c2sp.org/tlog-proof@v1";
const HASH_BYTES = 32;
const MAX_PROOF = 63;

/** That a leaf is in a log, for who has nothing but keys: its place, the hashes to the root, and the signed root. */
export interface LogProof {
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** The signed note of the checkpoint, with its cosignatures, word for word. */
  readonly checkpoint: string;
}

/** The proof as a text (C2SP tlog-proof, version 1). */
export function formatProof({ index, path, checkpoint }: LogProof): string {
  return [HEADER, `index ${index}`, ...path.map(toBase64), "", checkpoint].join("\n");
}

/** Reads a proof; null when the text is none. What it carries as extra is trusted by nobody and dropped. */
export function parseProof(text: string): LogProof | null {
  const cut = text.indexOf("\n\n");
  const lines = cut === -1 ? [] : text.slice(0, cut).split("\n");
  if (lines.shift() !== HEADER) return null;
  if (lines[0]?.startsWith("extra ")) lines.shift();
  const digits = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? "")?.[1];
  const path = lines.map(fromBase64);
  const isWhole = path.length <= MAX_PROOF && path.every((hash) => hash?.length === HASH_BYTES);
  if (digits === undefined || !Number.isSafeInteger(Number(digits)) || !isWhole) return null;
  return { index: Number(digits), path: path as Uint8Array[], checkpoint: text.slice(cut + 2) };
}
