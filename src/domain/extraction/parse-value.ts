import { isLocalDate } from "../shared/local-date";
import { hasKnownHeading } from "../tariff/headings";
import { countryInside, countryNamed, isCountryCode } from "./countries";
import { fold } from "./fold";
import { poundsInKg } from "./pounds";
import type { Style } from "./style";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * "12 MARKED 25 KG BAGS" is none: no measure stands behind a year.
 * A date in one of the ways in which trade writes it, as ISO 8601; null when it is none, or could be two and nothing is
 * known of which the document means.
 */
export function parseDate(text: string, order: Style["dates"] = null): string | null {
  const cleaned = text.trim().replace(/(\d)(st|nd|rd|th)\b/gi, "$1");
  const named =
    /(?:^|[^\p{L}\d])(\d{1,2})[\s./-]*(?:de\s+)?(\p{L}{3,12})[\s.,/'’-]*(?:de\s+)?(\d{4}|\d{2})(?!\d|\s?(?:kgs?|gr?|lbs?|l|ml|ltrs?|mm|cm|pcs|cbm)(?!\p{L}))/iu.exec(
      cleaned,
    );
  if (named && monthOf(named[2]) > 0) return compose(named[3], monthOf(named[2]), named[1]);
  const american = /([a-z]{3,9})[\s.]*(\d{1,2})[,.]?\s*(\d{4})(?!\d)/i.exec(cleaned);
  if (american) return compose(american[1 + 2], monthOf(american[1]), american[2]);
  const iso = /(?<!\d)(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})(?!\d)/.exec(cleaned);
  if (iso) return compose(iso[1], Number(iso[2]), iso[3]);
  const numeric = /(?<![\d.,])(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{4}|\d{2})(?![\d.,]\d|\d)/.exec(cleaned);
  if (!numeric) return null;
  const [first, second] = [Number(numeric[1]), Number(numeric[2])];
  if (first > 12) return compose(numeric[3], second, numeric[1]);
  if (second > 12) return compose(numeric[3], first, numeric[2]);
  // 03/04/2026 is two days; only where both readings agree is it known. A point is never American.
  const isPointed = cleaned.includes(`${numeric[1]}.`);
  if (first === second || isPointed || order === "day_first") return compose(numeric[3], second, numeric[1]);
  return order === "month_first" ? compose(numeric[3], first, numeric[2]) : null;
}

function monthOf(name: string | undefined): number {
  const folded = fold(name ?? "");
  const other = OTHER_MONTHS.find(([pattern]) => pattern.test(folded))?.[1];
  return other ?? MONTHS.indexOf(folded.slice(0, 3)) + 1;
}

/** Names of months that begin otherwise than the English ones. */
const OTHER_MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(genn|gen|janv|ene|jan|stycz|led(en|na)|tammi|oca)/, 1],
  [/^(fev|febb|feb|lut|unor|helmi|sub)/, 2],
  [/^(marz|mars|maer|mrt|marc|maalis|brez|mar(?!ras))/, 3],
  [/^(avr|abr|apr|kwie|dub|huhti|nis)/, 4],
  [/^(mai|mag|mei|may|maj|kvet|touko)/, 5],
  [/^(cervenec|cervence|juil|lug|jul|lip|heina|tem)/, 7],
  [/^(juin|giu|jun|czerw|cerv|kesa|haz)/, 6],
  [/^(aou|ago|aug|agu|sierp|srp|elo)/, 8],
  [/^(sett|set|sep|szept|wrze|zari|syys|eyl)/, 9],
  [/^(ott|okt|out|oct|pazd|rij|loka|eki)/, 10],
  [/^(nov|listop|marras|kas)/, 11],
  [/^(dez|dic|dec|des|gru|prosin|joulu|ara)/, 12],
];

function compose(year: string | undefined, month: number, day: string | undefined): string | null {
  const full = (year ?? "").length === 2 ? `20${year}` : (year ?? "");
  const date = `${full}-${String(month).padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  return isLocalDate(date) && full >= EARLIEST && full <= LATEST ? date : null;
}

/** Papers of trade are of these years; what looks like a date of another is a number: 0805.10.19. */
const EARLIEST = "1950";
const LATEST = "2099";

/**
 * An amount with or without grouping marks, as a plain decimal. A mark that could be either (1.234) is a group when
 * three digits follow it and it is not the only one or is a comma.
 */
export function parseAmount(text: string, decimal: Style["decimal"] = null): string | null {
  const match = /(?<![\d.,])-?\d[\d.,'’\s]*\d|(?<![\d\p{L}.,]\s?)-\d|\d/u.exec(
    text.replace(/[oO](?=\d)|(?<=\d)[oO]/g, "0").replace(/[−–](?=\d)/g, "-"),
  );
  if (!match || TWO_FIGURES.test(match[0])) return null;
  const compact = match[0].replace(/[\s'’]/g, "");
  const lastMark = Math.max(compact.lastIndexOf("."), compact.lastIndexOf(","));
  if (lastMark < 0) return trimZeros(compact);
  const mark = compact[lastMark] ?? ".";
  const decimals = compact.length - lastMark - 1;
  const isRepeated = compact.indexOf(mark) !== lastMark;
  const hasOther = compact.includes(mark === "." ? "," : ".");
  // "5,841,94" is what a copier makes of "5,841.94": groups have three figures.
  // No more than three figures stand before a mark of groups: "9840,500" has decimals.
  const isLoneGroup =
    decimals === 3 && lastMark <= 3 && !hasOther && !isRepeated && (decimal === null ? mark === "," : mark !== decimal);
  const isGroup = (isRepeated && decimals === 3 && !hasOther) || isLoneGroup;
  const whole = (isGroup ? compact : compact.slice(0, lastMark)).replace(/[.,]/g, "");
  return trimZeros(isGroup ? whole : `${whole}.${compact.slice(lastMark + 1)}`);
}

/** Behind decimals and a blank another figure begins, of the next column: "11,808.00 13,488.00". */
const TWO_FIGURES = /[.,]\d{1,3}\s+\d[\d.,]*[.,]\d{2}(?!\d)/;

function trimZeros(number: string): string | null {
  const plain = number.replace(/^(-?)0+(?=\d)/, "$1");
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null;
}

const UNITS_IN_KG: Readonly<Record<string, string>> = {
  kg: "1",
  kgs: "1",
  kgm: "1",
  kilos: "1",
  kilogram: "1",
  kilograms: "1",
  公斤: "1",
  千克: "1",
  kilo: "1",
  kilogramo: "1",
  kilogramos: "1",
  kilogramme: "1",
  kilogrammes: "1",
  kilogramm: "1",
};
/** A metric tonne, as trade writes it. */
const TONNES = /^(?:m\.?\/?\s?)?t(?:s|ons?|onnes?|onnen|oneladas?|onnellate)?$/;

function thousandfold(amount: string): string {
  const [whole = "", part = ""] = amount.split(".");
  const moved = `${whole}${part.slice(0, 3).padEnd(3, "0")}`.replace(/^0+(?=\d)/, "");
  return part.length > 3 ? `${moved}.${part.slice(3)}` : moved;
}

/** "12 lb 8 oz". */
const OUNCES = /^\.?\s*(\d{1,2}(?:\.\d+)?)\s*oz(?!\p{L})/iu;

const WEIGHT =
  /(?<![\p{L}\d-])(\d[\d.,'\s]*)\s*(kgs?|kgm|kilos?|kilograms?|kilogramos?|kilogrammes?|kilogramm|k|公斤|千克|lbs?|pounds?|g|mts?|m\.?\/?\s?t(?:on)?s?|tons?|tonnes?|tonnen|toneladas?|tonnellate|t)?(?![\p{L}])/giu;

/**
 * A weight in kilograms; tonnes and pounds are converted, another unit is left. Of a weight in pounds and the same in
 * kilograms or tonnes the second is taken as it stands. A bare number counts only if `isUnitKnown`.
 */
export function parseWeightKg(text: string, isUnitKnown: boolean, mark: Style["decimal"] = null): string | null {
  const [first, ...others] = text.matchAll(WEIGHT);
  if (!first) return null;
  const isInPounds = (each: RegExpMatchArray) => /^(?:lb|pound)/i.test(each[2] ?? "");
  const isMetric = (each: RegExpMatchArray) =>
    UNITS_IN_KG[(each[2] ?? "").toLowerCase()] !== undefined || TONNES.test((each[2] ?? "").toLowerCase());
  const match = (isInPounds(first) ? others.find(isMetric) : null) ?? first;
  const behind = text.slice(match.index + match[0].length);
  if (/^\s*oz(?!\p{L})/iu.test(behind)) return null;
  const unit = (match[2] ?? "").toLowerCase();
  const amount = parseAmount(match[1] ?? "", mark);
  if (amount !== null && isInPounds(match)) return poundsInKg(amount, OUNCES.exec(behind)?.[1]);
  if (TONNES.test(unit)) return amount === null ? null : thousandfold(amount);
  if (unit !== "" && unit !== "k" && !UNITS_IN_KG[unit]) return null;
  return unit === "" && !isUnitKnown ? null : amount;
}

/** A count of packages: a whole number, alone or before a word for a package. */
export function parseCount(text: string): string | null {
  const match = /(?<![\d.,-])(\d{1,6})(?![\d]|[.,]\d)/.exec(text.replace(/(?<=\d)[,.\s’'](?=\d{3}(?!\d))/g, ""));
  return match && Number(match[1]) > 0 ? String(Number(match[1])) : null;
}

export const CURRENCIES = [
  "USD",
  "EUR",
  "GBP",
  "CNY",
  "JPY",
  "AUD",
  "CAD",
  "CHF",
  "HKD",
  "SGD",
  "NZD",
  "SEK",
  "NOK",
  "DKK",
  "KRW",
  "TWD",
  "THB",
  "MYR",
  "IDR",
  "VND",
  "INR",
  "AED",
  "SAR",
  "BRL",
  "MXN",
  "ZAR",
  "PLN",
  "CZK",
  "HUF",
  "RON",
  "TRY",
  "ILS",
  "PHP",
  "RUB",
];
const SIGNS: Readonly<Record<string, string>> = {
  US$: "USD",
  HK$: "HKD",
  A$: "AUD",
  C$: "CAD",
  S$: "SGD",
  "€": "EUR",
  "£": "GBP",
  RMB: "CNY",
  人民币: "CNY",
  美元: "USD",
  欧元: "EUR",
  英镑: "GBP",
  日元: "JPY",
  NT$: "TWD",
  R$: "BRL",
  AU$: "AUD",
  CA$: "CAD",
  "₹": "INR",
  "₩": "KRW",
  zł: "PLN",
  "CN¥": "CNY",
  "JP¥": "JPY",
};

/** A currency by its ISO 4217 code or an unambiguous sign; a bare `$` or `¥` is several currencies and none. */
export function parseCurrency(text: string): string | null {
  const code = new RegExp(`(?<![A-Z])(${CURRENCIES.join("|")})(?![A-Z])`).exec(text.toUpperCase());
  if (code?.[1]) return code[1];
  if (/(?<![A-Z])RM(?=\s?[\d)]|$)/.test(text)) return "MYR";
  const sign = Object.keys(SIGNS).find((each) => text.includes(each));
  return sign ? (SIGNS[sign] ?? null) : null;
}

export const INCOTERMS = ["EXW", "FCA", "FAS", "FOB", "CFR", "CIF", "CPT", "CIP", "DAP", "DPU", "DDP", "DAT"];

/** "C.I.F." is CIF. */
const POINTED = /(?<![A-Z])([A-Z])\.\s?([A-Z])\.\s?([A-Z])\.?(?![A-Z])/g;

/** A text with the points between the three letters of a term taken out. */
export function withoutPoints(text: string): string {
  return text.replace(POINTED, "$1$2$3");
}

/** An Incoterm of three letters, with points or without, wherever it stands in the text. */
export function parseIncoterm(text: string): string | null {
  const plain = withoutPoints(text.toUpperCase());
  return new RegExp(`(?<![A-Z])(${INCOTERMS.join("|")})(?![A-Z])`).exec(plain)?.[1] ?? null;
}

/** A country by name or code, as ISO 3166 alpha-2. */
export function parseCountry(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(made in|product of|origin:?|country of origin:?)\s*/i, "")
    .replace(/[.,;:()]+$/, "");
  const exact = countryNamed(plain);
  if (exact) return exact;
  return isCountryCode(text.trim()) ? text.trim() : countryInside(plain);
}

/** A commodity code of 6 to 10 digits, with or without points, or of 12 with points, as Turkey has them. */
export function parseCommodityDigits(text: string): string | null {
  const match =
    /(?<![\p{L}\d.,/-])(\d{4}\.\d{2}\.\d{2}\.\d{2}\.\d{2}|\d{4}\.\d{2}(?:\.?\d{2}){0,2}|\d{4}\s?\d{2}(?:[.\s]?\d{2}){0,2})(?![\d.,]*\d)/u.exec(
      text,
    );
  const digits = match?.[1]?.replace(/[.\s]/g, "") ?? "";
  return hasKnownHeading(digits) ? digits : null;
}
