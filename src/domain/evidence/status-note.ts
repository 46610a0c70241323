import { utf8 } from "../shared/bytes";
import type { Tools } from "../transparency/checkpoint";
import { parseNote, signaturesBy, type VerifierKey } from "../transparency/signed-note";

/** What became of released goods since. A release is not undone; what came after it is said beside it. */
export const RELEASE_STATES = ["stands", "goods_held", "goods_returned"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What the installation says of a release at a moment, so that a proof says as of when it is true. */
export interface ReleaseStatus {
  readonly releaseId: string;
  readonly state: ReleaseState;
  /** ISO 8601 instant. */
  readonly asOf: string;
}

const HEADER = "twogate release status v1";

/** The text that is signed. */
export function statusText({ releaseId, state, asOf }: ReleaseStatus): string {
  return `${HEADER}\n${releaseId}\n${state}\n${asOf}\n`;
}

/** The status of a note that the key signed; null otherwise. */
export function openStatus({ sha256, verify }: Tools, whole: string, key: VerifierKey): ReleaseStatus | null {
  const note = parseNote(whole);
  const [header, releaseId, written, asOf, ...rest] = note?.text.split("\n") ?? [];
  const state = RELEASE_STATES.find((each) => each === written);
  if (!note || header !== HEADER || !releaseId || !state || !asOf || rest.length !== 1) return null;
  const own = signaturesBy(sha256, note, key);
  const holds = own.length > 0 && own.every((each) => verify(key.publicKey, utf8(note.text), each));
  return holds ? { releaseId, state, asOf } : null;
}
