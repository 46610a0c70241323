const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long after one attempt the next is made: ten attempts, over three days and some. Standard Webhooks, "Deliverability
 * and reliability", read on 2026-08-17.
 */
export const WAITS_MS = [
  0,
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const;

/** The longest pause that an endpoint may ask for. */
const LONGEST_PAUSE_MS = 24 * HOUR_MS;
/** So many failures in a row, and what else is for the endpoint waits. */
const FAILURES_BEFORE_PAUSE = 3;
const FIRST_PAUSE_MS = 30 * SECOND_MS;
const LONGEST_REST_MS = 30 * MINUTE_MS;

/** Why an attempt came to nothing; the words are in the catalogues. */
export const DELIVERY_FAULTS = [
  "status",
  "redirect",
  "timeout",
  "unreachable",
  "broke_off",
  "too_large",
  "address_refused",
] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

/** What an attempt came to. */
export interface Attempt {
  /** The HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** Null when it was taken. */
  readonly fault: DeliveryFault | null;
  /** What the endpoint asked for by `Retry-After`, in milliseconds; null where it asked for nothing. */
  readonly retryAfterMs: number | null;
}

/** What follows for the delivery and for its endpoint. */
export type Verdict =
  | { readonly kind: "delivered" }
  /** The endpoint said that it is no more. */
  | { readonly kind: "gone" }
  | { readonly kind: "given_up" }
  | { readonly kind: "again"; readonly inMs: number };

const GONE = 410;

/** Whether so many attempts are all that there are. */
export function isUsedUp(attempts: number): boolean {
  return attempts >= WAITS_MS.length;
}

/** What becomes of a delivery after so many attempts, the last of which came to this. */
export function judge(attempts: number, { status, fault, retryAfterMs }: Attempt): Verdict {
  if (fault === null) return { kind: "delivered" };
  if (status === GONE) return { kind: "gone" };
  const wait = WAITS_MS[attempts];
  if (wait === undefined) return { kind: "given_up" };
  return { kind: "again", inMs: Math.max(wait, Math.min(retryAfterMs ?? 0, LONGEST_PAUSE_MS)) };
}

/**
 * How long an endpoint is left alone after so many failures in a row, in milliseconds: what it asked for, or more and
 * more once it seems to be dead, so that a dead one takes no room from others. Zero for not at all.
 */
export function pauseAfter(failures: number, retryAfterMs: number | null): number {
  const asked = Math.min(retryAfterMs ?? 0, LONGEST_PAUSE_MS);
  if (failures < FAILURES_BEFORE_PAUSE) return asked;
  return Math.max(asked, Math.min(FIRST_PAUSE_MS * 2 ** (failures - FAILURES_BEFORE_PAUSE), LONGEST_REST_MS));
}

/** What `Retry-After` says, in milliseconds from now on: seconds, or a date of HTTP. RFC 9110, 10.2.3. */
export function retryAfterOf(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND_MS;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(at - now, 0);
}
