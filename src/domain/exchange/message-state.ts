import type { MessageState } from "../message/apply-receipt";
import { type Meaning, type StatusProfile, statusOf } from "../message/receipt-status";

/** Where a message to an authority stands. */
export const EXCHANGE_STATES = ["queued", "sent", "unanswered", "answered", "failed", "contested"] as const;
export type ExchangeState = (typeof EXCHANGE_STATES)[number];

/** What becomes of a message that is at the authority, by what its receipts come to. No receipt takes it back. */
export function stateByReceipts(state: ExchangeState, receipts: MessageState): ExchangeState {
  if (receipts.contested) return "contested";
  if (receipts.standing) return "answered";
  return state === "contested" ? "sent" : state;
}

/** Whether the authority's release of what the message declares stands. */
export function isReleased(profile: StatusProfile, state: ExchangeState, status: string | null): boolean {
  const known = status === null ? null : statusOf(profile, status);
  return state === "answered" && (known?.meaning === "released" || known?.meaning === "closed");
}

/** Whether the authority takes the message as if it had not been sent. */
export function isRejected(profile: StatusProfile, status: string | null): boolean {
  return status !== null && statusOf(profile, status)?.meaning === "rejected";
}

/** What of the meanings decides an application, such as the one to cancel a list; received or looked at, it is open. */
const DECISIONS: Partial<Record<Meaning, "granted" | "refused">> = {
  concluded: "granted",
  released: "granted",
  closed: "granted",
  rejected: "refused",
  returned: "refused",
};

/**
 * What the authority decided on an application (CEB624), by the status of its receipts; open while they contradict each
 * other. That 399 (审结) grants it is field practice, not checked at source.
 */
export function decisionOn(
  profile: StatusProfile,
  state: ExchangeState,
  status: string | null,
): "granted" | "refused" | "open" {
  const known = state !== "answered" || status === null ? null : statusOf(profile, status);
  return (known && DECISIONS[known.meaning]) ?? "open";
}

/** Whose list of status codes answers to a message use, by its syntax. */
export function profileOf({ syntax }: { readonly syntax: string }): StatusProfile {
  return syntax === "ceb" ? "ceb" : "un";
}

const MINUTE_MS = 60_000;

/** Whether the time in which an answer was expected is over. */
export function isOverdue(sentAt: Date, answerWithinMinutes: number, now: Date): boolean {
  return now.getTime() - sentAt.getTime() > answerWithinMinutes * MINUTE_MS;
}

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;
/** Together a little over an hour; then a person is asked. */
export const MAX_ATTEMPTS = 12;

/** How long to wait before the next attempt, in milliseconds: twice as long each time, ten minutes at most. */
export function waitAfter(attempts: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
}

/** Why a message that is owed is not sent yet, though it is complete. */
export const WAIT_REASONS = ["channel_suspended", "in_maintenance", "behind_version", "behind_cancellation"] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/** A time in which the authority's system takes nothing; instants of ISO 8601. */
export interface MaintenanceWindow {
  readonly from: string;
  readonly until: string;
}

/** The end of the maintenance that is on; null when none is. Windows may follow one another. */
export function maintenanceUntil(windows: readonly MaintenanceWindow[], now: Date): Date | null {
  let until: Date | null = null;
  for (const window of [...windows].sort((a, b) => Date.parse(a.from) - Date.parse(b.from))) {
    const at = until ?? now;
    if (Date.parse(window.from) <= at.getTime() && Date.parse(window.until) > at.getTime())
      until = new Date(window.until);
  }
  return until;
}
