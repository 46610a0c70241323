import { err, ok, type Result } from "../shared/result";
import type { Jurisdiction } from "./jurisdiction";

export type NotACommodityCode = { readonly kind: "not_a_commodity_code"; readonly text: string };

/**
 * How many digits a code has in each tariff: the 6 of the Harmonized System, then national lines. In China 8 of the
 * tariff law, 10 with the statistical lines of customs, and 13 with the three of inspection and quarantine (CIQ); in the
 * EU 8 of the Combined Nomenclature, 10 of TARIC, 11 of the German Codenummer.
 */
const LENGTHS: Readonly<Record<Jurisdiction, readonly number[]>> = {
  CN: [6, 8, 10, 13],
  EU: [6, 8, 10, 11],
  GB: [6, 8, 10],
  US: [6, 8, 10],
  SG: [6, 8],
};
/** Codes of other tariffs, the German of 11 digits and those of 12 as Turkey and the Gulf have them. */
const FOREIGN_LENGTHS = [11, 12];

/** A commodity code of the jurisdiction; dots and blanks between the digits are left out. There is no check digit. */
export function parseCommodityCode(text: string, jurisdiction: Jurisdiction = "CN"): Result<string, NotACommodityCode> {
  const digits = digitsOf(text);
  return digits && LENGTHS[jurisdiction].includes(digits.length)
    ? ok(digits)
    : err({ kind: "not_a_commodity_code", text });
}

/** A code as a document states it, and whether it was cut. */
export interface StatedCode {
  readonly code: string;
  /** All digits of a code of another tariff, of which six were taken; null where none was dropped. */
  readonly cutFrom: string | null;
}

/**
 * A commodity code from a document. A code of 11 or 12 digits that the jurisdiction does not have is one of another
 * tariff; of it only the six digits of the Harmonized System mean the same here, and the rest is asked.
 */
export function readCommodityCode(
  text: string,
  jurisdiction: Jurisdiction = "CN",
): Result<StatedCode, NotACommodityCode> {
  const own = parseCommodityCode(text, jurisdiction);
  if (own.ok) return ok({ code: own.value, cutFrom: null });
  const digits = digitsOf(text);
  return digits && FOREIGN_LENGTHS.includes(digits.length) ? ok({ code: digits.slice(0, 6), cutFrom: digits }) : own;
}

function digitsOf(text: string): string | null {
  const digits = text.replace(/[.\s]/g, "");
  return /^\d+$/.test(digits) ? digits : null;
}

/** Whether the code lies under the heading, chapter or line that the prefix names. */
export function isUnder(code: string, prefix: string): boolean {
  return code.startsWith(prefix);
}

/** The longest prefix of `prefixes` that the code lies under; null when there is none. */
export function longestPrefix(code: string, prefixes: readonly string[]): string | null {
  const matching = prefixes.filter((prefix) => isUnder(code, prefix));
  return matching.reduce<string | null>(
    (best, prefix) => (best === null || prefix.length > best.length ? prefix : best),
    null,
  );
}

/** The chapter, heading, subheading and every longer beginning of the codes: what a measure for them may be kept under. */
export function prefixesOf(codes: readonly string[]): ReadonlySet<string> {
  return new Set(
    codes.flatMap((code) =>
      Array.from({ length: Math.max(0, code.length - 1) }, (_, index) => code.slice(0, index + 2)),
    ),
  );
}
