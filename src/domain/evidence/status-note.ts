import { isSignedBy, type Tools } from "../transparency/checkpoint";
import { parseNote, type VerifierKey } from "../transparency/signed-note";

/** What became of released goods since. A release is not undone; what came after it is said beside it. */
export const RELEASE_STATES = ["stands", "goods_held", "goods_returned"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What the installation says of a release at a moment, so that a proof says as of when it is true. */
export interface ReleaseStatus {
  readonly releaseId: string;
  readonly state: ReleaseState;
  /** An instant as `2026-12-01T09:30:00.000Z`. */
  readonly asOf: string;
}

const HEADER = "twogate release status v1";

/** The text that is signed. */
export function statusText({ releaseId, state, asOf }: ReleaseStatus): string {
  return `${HEADER}\n${releaseId}\n${state}\n${asOf}\n`;
}

/** The status of a note that the key signed; null otherwise. */
export function openStatus(tools: Tools, whole: string, key: VerifierKey): ReleaseStatus | null {
  const note = parseNote(whole);
  const [header, releaseId, written, asOf, ...rest] = note?.text.split("\n") ?? [];
  const state = RELEASE_STATES.find((each) => each === written);
  if (!note || header !== HEADER || !releaseId || !state || !asOf || rest.length !== 1) return null;
  return isInstant(asOf) && isSignedBy(tools, note, key) ? { releaseId, state, asOf } : null;
}

/** Whether the text is the one way to write an instant: by the calendar, in UTC, to the millisecond. */
function isInstant(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
}
