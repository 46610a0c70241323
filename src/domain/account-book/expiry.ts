import { daysBetween, type LocalDate } from "../shared/local-date";

/** How near the expiry of a lot is: within 7, 30 or 60 days, past, or none of it. */
export const EXPIRY_BANDS = ["expired", "within_7", "within_30", "within_60"] as const;
export type ExpiryBand = (typeof EXPIRY_BANDS)[number];

/** Days ahead at which an expiry is pointed at; house practice, no rule of law. */
const WARNED = [
  ["within_7", 7],
  ["within_30", 30],
  ["within_60", 60],
] as const;

/** Whether the day after the lot's last day has come. */
export function isExpired(expiresOn: LocalDate | null, day: LocalDate): boolean {
  return expiresOn !== null && expiresOn < day;
}

/** The band in which the expiry lies; null for one that is farther away and for goods that do not expire. */
export function expiryBand(expiresOn: LocalDate | null, day: LocalDate): ExpiryBand | null {
  if (expiresOn === null) return null;
  if (isExpired(expiresOn, day)) return "expired";
  const left = daysBetween(day, expiresOn);
  return WARNED.find(([, days]) => left <= days)?.[0] ?? null;
}
