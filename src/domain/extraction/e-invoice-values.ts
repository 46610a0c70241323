import { add, compare, type Decimal, divide, formatDecimal, multiply, parseDecimal, ZERO } from "../shared/decimal";
import { isLocalDate } from "../shared/local-date";
import { isCountryCode } from "./countries";
import type { HeaderField, LineField } from "./field";
import { INCOTERMS, parseCommodityDigits } from "./parse-value";
import type { XmlElement } from "./xml-tree";

/** A fact that a structured invoice states, and the characters in which it does. */
export interface Statement {
  readonly name: HeaderField | LineField;
  /** The goods line, from 0; null for the whole invoice. */
  readonly line: number | null;
  readonly value: string;
  readonly raw: string;
}

/** One fact under its name, or none: what is not stated, or not in its form, does not exist. */
export type Stated = Readonly<{ name: HeaderField | LineField; value: string | null; raw?: string | null }>;

/** The facts that exist, of the whole invoice or of one line. */
export function stated(line: number | null, facts: readonly Stated[]): readonly Statement[] {
  return facts.flatMap(({ name, value, raw }) => (value === null ? [] : [{ name, line, value, raw: raw ?? value }]));
}

/** A number as it is written, which is exact; signs, blanks and zeros in front are dropped. */
export function exactNumber(text: string | null): string | null {
  const plain = (text ?? "").replace(/^\+/, "").replace(/^(-?)\./, "$10.");
  const parsed = parseDecimal(plain.replace(/\.$/, ""));
  return parsed.ok ? formatDecimal(parsed.value) : null;
}

/** Basic ISO 8601 as CII writes it (qualifier 102), or the extended form of UBL. */
export function isoDate(text: string | null): string | null {
  const compact = /^(\d{4})-?(\d{2})-?(\d{2})/.exec(text ?? "");
  const date = compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : "";
  return isLocalDate(date) ? date : null;
}

/** A currency of ISO 4217 by its form; a structured invoice has its codes checked by whoever made it. */
export function currencyCode(text: string | null): string | null {
  return text !== null && /^[A-Z]{3}$/.test(text) ? text : null;
}

/** A country of ISO 3166. */
export function countryCode(text: string | null): string | null {
  return text !== null && isCountryCode(text) ? text : null;
}

/** One of the Incoterms; terms of delivery in other words are none. */
export function incoterm(text: string | null): string | null {
  const code = text?.toUpperCase() ?? "";
  return INCOTERMS.includes(code) ? code : null;
}

/** The list under which UNTDID 7143 keeps the codes of the Harmonized System, and those that name it otherwise. */
const TARIFF_LISTS = ["HS", "HSN", "CV", "TSN", "TARIC"];

/** A commodity code among the classifications of a product, each with the list that it is from. */
export function commodityCode(classifications: readonly XmlElement[]): string | null {
  for (const { attributes, text } of classifications)
    if (TARIFF_LISTS.includes((attributes.listID ?? "").toUpperCase())) {
      const code = parseCommodityDigits(text.trim());
      if (code) return code;
    }
  return null;
}

/** Kilograms out of a measure with a unit of UNECE Recommendation 20; other units are left alone. */
export function kilograms(measure: XmlElement | null): string | null {
  const number = measure && exactNumber(measure.text.trim());
  if (!measure || !number) return null;
  const unit = measure.attributes.unitCode ?? "";
  if (unit === "KGM") return number;
  const factor = unit === "TNE" ? "1000" : unit === "GRM" ? "0.001" : null;
  return factor && product(number, factor);
}

/** The price for one, where the price is stated for several; null when it cannot be written exactly. */
export function priceForOne(price: string | null, basis: string | null): string | null {
  const [whole, parts] = [decimalOf(price), decimalOf(basis)];
  if (!whole || !parts || parts.units === 0n || basis === null) return price;
  if (compare(parts, { units: 1n, scale: 0 }) === 0) return price;
  const quotient = divide(whole, parts, whole.scale + 6);
  if (compare(multiply(quotient, parts), whole) !== 0) return null;
  return formatDecimal(quotient)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** The sum of amounts; null when there is none. */
export function sumOf(amounts: readonly (string | null)[]): string | null {
  const known = amounts.flatMap((amount) => decimalOf(amount) ?? []);
  return known.length === 0 ? null : formatDecimal(known.reduce(add, ZERO));
}

/** The code of UNTDID 7161 for freight, and the words for it. */
const FREIGHT = /fracht|freight|transport|versand|shipping|carriage|livraison|\bport\b|运费/i;
const INSURANCE = /versicherung|insurance|assurance|保险/i;

/** What a charge beside the goods is for, as far as a customs value asks. */
export function chargeKind(code: string | null, reason: string | null): "freight" | "insurance" | null {
  if (code === "FC" || FREIGHT.test(reason ?? "")) return "freight";
  return INSURANCE.test(reason ?? "") ? "insurance" : null;
}

function product(a: string, b: string): string | null {
  const [first, second] = [decimalOf(a), decimalOf(b)];
  return first && second ? formatDecimal(multiply(first, second)) : null;
}

function decimalOf(text: string | null): Decimal | null {
  const parsed = text === null ? null : parseDecimal(text);
  return parsed?.ok ? parsed.value : null;
}
