/** China has kept one time, eight hours before UTC, without summer time since 1991. */
const SHANGHAI_MS = 8 * 3_600_000;

/** A time of UTC as the messages write it: digits of the local time, with milliseconds where it has them. */
export function toWireTime(instant: string): string {
  const local = new Date(Date.parse(instant) + SHANGHAI_MS).toISOString();
  const digits = local.replace(/\D/g, "");
  return instant.includes(".") ? digits : digits.slice(0, 14);
}

/**
 * The time of UTC that the digits stand for; null where they stand for none, such as a 31st of November.
 *
 * @param digits `YYYYMMDDhhmmss`, with three more for milliseconds
 */
export function fromWireTime(digits: string, length: 14 | 17): string | null {
  if (digits.length !== length || !/^\d+$/.test(digits)) return null;
  const part = (from: number, to: number) => digits.slice(from, to);
  const [day, time] = [
    `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}`,
    `${part(8, 10)}:${part(10, 12)}:${part(12, 14)}.${length === 17 ? part(14, 17) : "000"}`,
  ];
  const local = Date.parse(`${day}T${time}Z`);
  if (Number.isNaN(local) || new Date(local).toISOString() !== `${day}T${time}Z`) return null;
  const utc = new Date(local - SHANGHAI_MS).toISOString();
  return length === 17 ? utc : utc.replace(".000Z", "Z");
}
