import { isLocalDate } from "../shared/local-date";
import { readCommodityCode } from "../tariff/commodity-code";
import { hasKnownHeading } from "../tariff/headings";
import { FIELD_KIND, type FieldKind } from "./field";
import {
  parseAmount,
  parseCommodityDigits,
  parseCount,
  parseCountry,
  parseCurrency,
  parseDate,
  parseIncoterm,
  parseWeightKg,
} from "./parse-value";

const PARSERS: Readonly<Record<FieldKind, (text: string) => string | null>> = {
  text: (text) => text.trim() || null,
  date: (text) => (isLocalDate(text.trim()) ? text.trim() : parseDate(text)),
  decimal: parseAmount,
  integer: parseCount,
  currency: parseCurrency,
  country: parseCountry,
  incoterm: parseIncoterm,
  commodity_code: (text) => wholeCode(text) ?? parseCommodityDigits(text),
};

/**
 * What a text says as the value of a field, in the canonical form of its kind; null when it is none. Unlike a reader a
 * person has said which field it is, so a weight needs no unit beside it.
 */
export function parseField(name: string, text: string): string | null {
  if (name.endsWith("_weight_kg")) return parseWeightKg(text, true);
  return PARSERS[kindOf(name)](text);
}

/** A text that is nothing but a code. Of 11 to 13 digits it is one only where a person says so: bar codes have as many. */
function wholeCode(text: string): string | null {
  const stated = readCommodityCode(text.trim());
  if (!stated.ok) return null;
  const digits = stated.value.cutFrom ?? stated.value.code;
  return hasKnownHeading(digits) ? digits : null;
}

/** How the value of a field is written; a field that nobody knows is text. */
export function kindOf(name: string): FieldKind {
  return (FIELD_KIND as Readonly<Record<string, FieldKind>>)[name] ?? "text";
}
