import { compare, type Decimal, parseDecimal } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";

/** What a laboratory found of one property of the goods, and what it may be. */
export interface QualityReport {
  readonly laboratory: string;
  /** What the goods are held to, such as `GB 4806.7-2023`. */
  readonly standard: string;
  /** The rule of law that asks for the standard, where one does. */
  readonly regulation: string | null;
  /** How it was measured. */
  readonly method: string;
  readonly property: string;
  /** Plain decimals in the unit. */
  readonly result: string;
  readonly lowerLimit: string | null;
  readonly upperLimit: string | null;
  readonly unit: string;
  readonly number: string;
  readonly reportedOn: LocalDate;
  /** Hex SHA-256 of the report's file. */
  readonly sha256: string;
}

export type Judgement = "within" | "below" | "above" | "no_limit";

/**
 * Whether a result lies within its limits, which belong to what is allowed; by exact decimals, so that 0.3 is not above
 * 0.30. Throws on a text that is no decimal: reports are checked before they are kept.
 */
export function judge({
  result,
  lowerLimit,
  upperLimit,
}: Pick<QualityReport, "result" | "lowerLimit" | "upperLimit">): Judgement {
  if (lowerLimit === null && upperLimit === null) return "no_limit";
  const found = exact(result);
  if (lowerLimit !== null && compare(found, exact(lowerLimit)) < 0) return "below";
  if (upperLimit !== null && compare(found, exact(upperLimit)) > 0) return "above";
  return "within";
}

function exact(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(`Not a decimal: ${text}`);
  return parsed.value;
}
