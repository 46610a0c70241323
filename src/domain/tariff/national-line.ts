import type { LocalDate, Validity } from "../shared/local-date";
import type { Jurisdiction } from "./jurisdiction";

/** A line of a national tariff: the Harmonized System's six digits, or more. Its measures are kept under its code. */
export interface TariffLine extends Validity {
  readonly id: string;
  readonly jurisdiction: Jurisdiction;
  readonly code: string;
  readonly description: string;
  readonly descriptionZh: string | null;
  /** The texts that the line stands under, from the outermost; null where the source has none. */
  readonly context: string | null;
  /** The units that the tariff asks for, as it writes them. */
  readonly units: readonly string[];
  /** The duties as they are printed, by column. Those that are understood are measures as well. */
  readonly duties: Readonly<Record<string, string>>;
  readonly edition: string;
  readonly citation: string;
}

/** The id of a line: one code begins once on a day. */
export function lineId(jurisdiction: Jurisdiction, code: string, validFrom: LocalDate): string {
  return `line:${jurisdiction}:${code}@${validFrom}`;
}
