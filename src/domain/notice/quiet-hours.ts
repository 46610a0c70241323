const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** China Standard Time, which knows no summer. */
const OFFSET_MINUTES = 480;
const FORM = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Hours of every day in which a person wants no e-mail; `until` is the first minute after them. They may span midnight. */
export interface QuietHours {
  /** `HH:MM` of the local time at the customs office. */
  readonly from: string;
  readonly until: string;
}

/** Whether both are times of a day and enclose some of it. */
export function areQuietHours({ from, until }: QuietHours): boolean {
  return FORM.test(from) && FORM.test(until) && from !== until;
}

/**
 * When what happened at an instant may be sent: at once, or at the end of the quiet hours that it falls into. All that
 * falls into the same hours has the same end, so that it is sent together.
 *
 * @param at milliseconds since 1970
 */
export function sendAt(at: number, quiet: QuietHours | null): number {
  if (quiet === null) return at;
  const minute = (Math.floor(at / MINUTE_MS) + OFFSET_MINUTES) % DAY_MINUTES;
  const [from, until] = [minuteOf(quiet.from), minuteOf(quiet.until)];
  const since = (minute - from + DAY_MINUTES) % DAY_MINUTES;
  const length = (until - from + DAY_MINUTES) % DAY_MINUTES;
  if (since >= length) return at;
  return (Math.floor(at / MINUTE_MS) + length - since) * MINUTE_MS;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}
