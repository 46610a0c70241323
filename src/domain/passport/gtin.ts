import { err, ok, type Result } from "../shared/result";

const LENGTHS: readonly number[] = [8, 12, 13, 14];
/** A trade item is named by fourteen digits; shorter numbers stand behind zeros. */
const FULL_LENGTH = 14;

export type GtinFault = "gtin_form" | "gtin_check_digit";

/**
 * The check digit of the digits before it: weights 3 and 1 in turn from the right, what is missing to the next ten. GS1
 * General Specifications, section 7.9.
 */
export function gtinCheckDigit(body: string): string {
  const sum = [...body].reduceRight((total, digit, index) => {
    const weight = (body.length - 1 - index) % 2 === 0 ? 3 : 1;
    return total + Number(digit) * weight;
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/**
 * A GTIN-8, -12, -13 or -14 as the fourteen digits that every system compares. Blanks and hyphens of print are taken
 * away; nothing is guessed where the check digit does not fit.
 */
export function parseGtin(text: string): Result<string, GtinFault> {
  const digits = text.replace(/[\s-]/g, "");
  if (!/^\d+$/.test(digits) || !LENGTHS.includes(digits.length)) return err("gtin_form");
  if (gtinCheckDigit(digits.slice(0, -1)) !== digits.at(-1)) return err("gtin_check_digit");
  return ok(digits.padStart(FULL_LENGTH, "0"));
}
