import { z } from "zod";

/** The plain forms that every view is made of: amounts are plain decimal texts, times ISO 8601 instants. */
export const id = z.uuid();

export const instant = z.iso.datetime();

export const amount = z.string().regex(/^-?\d+(\.\d+)?$/);

/** Rows beside a list are counted up to here: to know that there are many, they need not all be counted. */
export const COUNTED_AT_MOST = 999;

/** A count of rows that ends; one more than `COUNTED_AT_MOST` stands for that many and more. */
export const counted = z
  .number()
  .int()
  .min(0)
  .max(COUNTED_AT_MOST + 1);

/** A count as people read it: 999 as it is, one more as 999+. */
export function countWords(count: number): string {
  return count > COUNTED_AT_MOST ? `${COUNTED_AT_MOST}+` : String(count);
}
