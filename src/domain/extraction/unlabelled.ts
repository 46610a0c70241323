import type { Accept, Found } from "./labels";
import { toFound } from "./labels";
import type { Segment } from "./layout";
import { CURRENCIES, INCOTERMS, parseCount, parseDate } from "./parse-value";

/** What is told by its form alone, wherever on the page it stands. */
export interface Form {
  readonly accept: Accept;
  /** 0 to 1: how far the form is to be trusted. */
  readonly trust: number;
}

/** The one value of this form; two different ones are none. */
export function findByForm(segments: readonly Segment[], { accept, trust }: Form): Found | null {
  const found = segments.flatMap((segment) => toFound(segment.words, segment.page, accept, trust) ?? []);
  const values = new Set(found.map((each) => each.value));
  if (values.size !== 1) return null;
  return found.reduce((surest, each) => (each.confidence > surest.confidence ? each : surest));
}

const CODES = CURRENCIES.join("|");
const CURRENCY_CODE = new RegExp(`(?:^|[\\s(])(${CODES})(?=[\\s).:]*$|\\)|[\\s:]*\\d)|\\d\\s*(${CODES})(?![A-Z])`);

/** An ISO 4217 code that stands alone, in brackets or at a figure. */
export const currencyAtFigure: Accept = (text) => {
  const match = CURRENCY_CODE.exec(text);
  return match?.[1] ?? match?.[2] ?? null;
};

const TERM = new RegExp(`(?:^|[\\s(])(${INCOTERMS.join("|")})(?:\\s+\\(?\\p{L}{2}|\\s*[,(]|$)`, "u");

/** An Incoterm before its named place. */
export const incotermAtPlace: Accept = (text) => TERM.exec(text)?.[1] ?? null;

/** The number of an invoice that is spoken of in running text. */
export const invoiceSpokenOf: Accept = (text) => {
  const match =
    /(?<![\p{L}])inv(?:oice)?\.?(?![\p{L}])\s*(?:no\.?|ref\.?|number)?\s*[:.;#]?\s*([A-Z0-9][A-Z0-9\-/._]{2,30})/iu.exec(
      text,
    );
  return match?.[1] && /\d{3}/.test(match[1]) ? match[1].replace(/[.\-_/]+$/, "") : null;
};

/** The port behind `from` or `to` of a sentence on the carriage. */
export const spokenPort =
  (which: "from" | "to"): Accept =>
  (text) => {
    const match =
      /\bby (?:sea|air|rail|road|truck|vessel)\b.*?\bfrom (\p{L}[\p{L} .'-]+?) to (\p{L}[\p{L} .'-]+)$/iu.exec(text);
    return (which === "from" ? match?.[1] : match?.[2])?.trim() ?? null;
  };

/** A count before a word for packages. */
export const countOfPackages: Accept = (text) => {
  const match =
    /(?<![\d.,])(\d{1,5})\s+(?:packages?|cartons?|ctns?|pallets?|pkgs?|cases|crates|drums|bags|件|箱)(?![\p{L}])/iu.exec(
      text,
    );
  return match?.[1] ? parseCount(match[1]) : null;
};

export const anyDate: Accept = parseDate;
