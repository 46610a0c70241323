import { err, ok, type Result } from "../shared/result";

/** A commodity code of the Harmonized System: 6 digits, or 8 or 10 with the national lines. There is no check digit. */
export function parseCommodityCode(text: string): Result<string, { kind: "not_a_commodity_code"; text: string }> {
  const digits = text.replace(/[.\s]/g, "");
  return /^\d{6}(\d{2}(\d{2})?)?$/.test(digits) ? ok(digits) : err({ kind: "not_a_commodity_code", text });
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
