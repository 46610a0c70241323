/**
 * How many passports a status list has room for: so many that a place in it tells nothing of one of them. W3C Bitstring
 * Status List 1.0, section 6.1.
 */
export const STATUS_LIST_SIZE = 131_072;
const BITS = 8;

/** The list with these places set; the first place is the highest bit of the first byte. Throws on a place that it has not. */
export function statusBits(set: Iterable<number>): Uint8Array {
  const bytes = new Uint8Array(STATUS_LIST_SIZE / BITS);
  for (const index of set) {
    if (!Number.isInteger(index) || index < 0 || index >= STATUS_LIST_SIZE)
      throw new Error(`No place ${index} in a list`);
    const at = Math.floor(index / BITS);
    bytes[at] = (bytes[at] ?? 0) | maskOf(index);
  }
  return bytes;
}

/** Whether a place is set; null where the list has no such place, so that nobody takes that for "not revoked". */
export function isStatusSet(bytes: Uint8Array, index: number): boolean | null {
  if (!Number.isInteger(index) || index < 0 || index >= bytes.length * BITS) return null;
  return ((bytes[Math.floor(index / BITS)] ?? 0) & maskOf(index)) !== 0;
}

function maskOf(index: number): number {
  return 0b1000_0000 >> (index % BITS);
}
