import { areEqual, fromBase64, toBase64 } from "../shared/bytes";
import { type Checkpoint, isSignedBy, parseCheckpoint, type Tools } from "./checkpoint";
import { isConsistent } from "./merkle-tree";
import { parseNote, type SignedNote, type VerifierKey } from "./signed-note";

/** What a log sends to a witness: the size that the witness saw last, and the proof from there (C2SP tlog-witness). */
export interface AddCheckpoint {
  readonly before: number;
  readonly proof: readonly Uint8Array[];
  readonly checkpoint: string;
}

const HASH_BYTES = 32;
const MAX_PROOF = 63;

/** The body of the request. */
export function formatAddCheckpoint({ before, proof, checkpoint }: AddCheckpoint): string {
  return [`old ${before}`, ...proof.map(toBase64), "", checkpoint].join("\n");
}

/** Reads the body of a request; null when it is none. */
export function parseAddCheckpoint(body: string): AddCheckpoint | null {
  const cut = body.indexOf("\n\n");
  const [first, ...lines] = cut === -1 ? [] : body.slice(0, cut).split("\n");
  const digits = /^old (0|[1-9]\d*)$/.exec(first ?? "")?.[1];
  const proof = lines.map(fromBase64);
  const isWhole = proof.length <= MAX_PROOF && proof.every((hash) => hash?.length === HASH_BYTES);
  if (digits === undefined || !Number.isSafeInteger(Number(digits)) || !isWhole) return null;
  return { before: Number(digits), proof: proof as Uint8Array[], checkpoint: body.slice(cut + 2) };
}

/** What a witness remembers of a log. */
export interface Seen {
  readonly size: number;
  readonly root: Uint8Array;
}

export type Judgement =
  | { readonly kind: "cosign"; readonly note: SignedNote; readonly checkpoint: Checkpoint }
  /** The log is to begin its proof at the size that was seen. */
  | { readonly kind: "conflict"; readonly seen: number }
  /**
   * Signed by the log, and not shown to continue what was seen before. It is proven where the log signed two roots of
   * one size. A smaller tree, or a proof that leads nowhere, anybody can send with an old checkpoint of the log: that is
   * refused, and accuses nobody.
   */
  | { readonly kind: "other_history"; readonly checkpoint: Checkpoint; readonly isProven: boolean }
  | { readonly kind: "malformed" }
  | { readonly kind: "unknown_log" }
  | { readonly kind: "not_signed" };

/**
 * What a witness that has seen a state of the log, or none, makes of a checkpoint. It cosigns what is signed by the log
 * and continues what it saw, and nothing else.
 */
export function judgeCheckpoint(
  tools: Tools,
  logs: readonly VerifierKey[],
  seen: (origin: string) => Seen | null,
  request: AddCheckpoint,
): Judgement {
  const note = parseNote(request.checkpoint);
  const checkpoint = note && parseCheckpoint(note.text);
  if (!note || !checkpoint || request.before > checkpoint.size) return { kind: "malformed" };
  const keys = logs.filter(({ name }) => name === checkpoint.origin);
  if (keys.length === 0) return { kind: "unknown_log" };
  if (!keys.some((key) => isSignedBy(tools, note, key))) return { kind: "not_signed" };
  const last = seen(checkpoint.origin) ?? { size: 0, root: tools.sha256(new Uint8Array()) };
  // A smaller tree than was seen, whatever the request says of it, may be one whose leaves were taken back.
  if (checkpoint.size < last.size) return { kind: "other_history", checkpoint, isProven: false };
  if (checkpoint.size === last.size && !areEqual(checkpoint.root, last.root))
    return { kind: "other_history", checkpoint, isProven: true };
  if (request.before !== last.size) return { kind: "conflict", seen: last.size };
  const { size, root } = checkpoint;
  const follows = isConsistent(tools.sha256, {
    before: last.size,
    size,
    rootBefore: last.root,
    root,
    proof: request.proof,
  });
  return follows ? { kind: "cosign", note, checkpoint } : { kind: "other_history", checkpoint, isProven: false };
}
