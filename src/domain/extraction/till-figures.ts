import { type Decimal, formatDecimal, parseDecimal } from "../shared/decimal";
import { oneWord } from "./layout";
import { parseAmount } from "./parse-value";
import type { Word } from "./words";

export type Row = readonly Word[];

/** A figure of a row; a till writes the currency before it and the code of its tax behind it. */
export interface Figure {
  readonly value: Decimal;
  readonly text: string;
  /** As it is written everywhere, with a point. */
  readonly plain: string;
  /** Whether it has the decimals of money, or is a round sum of money that has none. */
  readonly isMoney: boolean;
  /** Whether its word says that it is a measure or the price of one: "0.486kg", "12.90/kg". */
  readonly hasUnit: boolean;
  readonly word: Word;
}

/** Figures less than so many heights apart are one that is printed wide. */
const GLUED = 0.8;

/** "6 9.0 6" is what engines make of a figure that is printed wide. */
export function glued(row: Row, aspect: number): Row {
  const words: Word[] = [];
  for (const word of row) {
    const last = words.at(-1);
    const isPart = /^[\d.,]+$/.test(word.text) && last !== undefined && /^(RM)?[\d.,]+$/.test(last.text);
    const gap = last ? (word.box.x - last.box.x - last.box.width) * aspect : 0;
    if (isPart && last && gap < Math.max(last.box.height, word.box.height) * GLUED)
      words[words.length - 1] = oneWord(last, word);
    else words.push(word);
  }
  return words;
}

/** What a pound's sign is taken for, where its engine does not know it. */
const SIGN = "RM|MYR|Rp\\.?|[A-Z]{0,2}[$€£¥]|[fFE](?=\\d+[.,]\\d{2}(?!\\d))";
const NUMBER = "\\d[\\d,]*(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d{2})?|\\d+,\\d{2,3}";
const UNIT = "(?:kgs?|lbs?|oz|ltrs?|litres?|liter|l|gal|g|m|pcs?|ea|each|p|c)";
const PER = `(?:${UNIT}|KG|LB|LTR|L|GAL|EA|PC)`;
/** A figure, perhaps taken off, with the currency or the sign of a price before it and the code of its tax behind it. */
const FIGURE = new RegExp(
  `^[@àx×(/]*([-–−]?)(?:${SIGN})?([-–−]?)(${NUMBER})([-–−]?)\\)?(?:(?<=[.,]\\d+)(${UNIT}(?:/${PER})?)|(/${PER}))?[.*"'”]?[A-Zx×]{0,2}$`,
);
const MINUS = /^\(?[-–−]$/;

export function isMinusSign({ text }: Word): boolean {
  return MINUS.test(text);
}

export function isFigureOfTill(text: string): boolean {
  return FIGURE.test(text);
}

/** The figures of a row from left to right; `isWhole` where all sums are thousands, and have no decimals. */
export function figuresIn(row: Row, decimal: "." | ",", isWhole: boolean): readonly Figure[] {
  return row.flatMap((word, at) => {
    const [, before = "", inside = "", text, after = "", unit, per] = FIGURE.exec(word.text) ?? [];
    if (!text || /^\d{7}/.test(text)) return [];
    const isMoney = isWhole ? /^\d{1,3}(?:[.,]\d{3})+$/.test(text) : /[.,]\d{2}$/.test(text);
    const isTakenOff = isMoney && (`${before}${inside}${after}` !== "" || isMinus(row[at - 1], word));
    const plain = `${isTakenOff ? "-" : ""}${parseAmount(text, decimal)}`;
    const parsed = parseDecimal(plain);
    const hasUnit = unit !== undefined || per !== undefined;
    return parsed.ok ? [{ value: parsed.value, text, plain, word, isMoney, hasUnit }] : [];
  });
}

/** A price in hundredths, as fuel has at its pumps in some countries, in the money of the other prices. */
export function fromHundredths(figure: Figure): Figure {
  const value = { units: figure.value.units, scale: figure.value.scale + 2 };
  return { ...figure, value, plain: formatDecimal(value) };
}

/** A minus that an engine read apart from its figure. */
function isMinus(before: Word | undefined, { box }: Word): boolean {
  return before !== undefined && isMinusSign(before) && box.x - before.box.x - before.box.width < box.height * 2;
}

/** Behind an amount stands the class of its tax, in tills that number them. */
export function withoutClass(figures: readonly Figure[]): readonly Figure[] {
  const [amount, last] = figures.slice(-2);
  return amount?.isMoney && last && !last.isMoney && /^\d$/.test(last.text) ? figures.slice(0, -1) : figures;
}

/** "2.27 L" and "1.50KG" before an amount are of a name. */
export function isMeasure({ word }: Figure, row: Row): boolean {
  const [next, ...rest] = row.slice(row.indexOf(word) + 1);
  const unit = /\p{L}{1,3}$/u.exec(word.text)?.[0] ?? next?.text ?? "";
  const behind = unit === next?.text ? rest : [next, ...rest];
  return (
    /^(?:l|lt|ltr|ml|cl|kg|g|gr|gm|oz|lbs?|m|cm|mm|w|v)$/i.test(unit) &&
    behind.some((each) => isFigureOfTill(each?.text ?? ""))
  );
}
