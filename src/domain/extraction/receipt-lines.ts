import { add, compare, type Decimal, multiply, parseDecimal, round, ZERO } from "../shared/decimal";
import type { LineField, ReadField } from "./field";
import { beginsWith, squeeze } from "./fold";
import { boxAround, rowsOf, textOf, typicalHeight } from "./layout";
import { list } from "./lexicon/list";
import { parseAmount } from "./parse-value";
import type { PageText, Word } from "./words";

/** What tills print under the goods. */
const SUMS = list(`
  total, sub total, subtotal, grand total, net total, nett total, total sales, total amount, amount due, amount payable,
  balance, discount, rounding, round, cash, change, tax, gst, sst, vat, service charge, summe, zwischensumme, gesamt,
  zu zahlen, mwst, total ttc, a payer, totale, importe, totaal, 合计, 小计, 总计, items, no of items, qty, payment, visa
`).map(squeeze);
/** What stands between a count and a price. */
const SIGNS = /^(x|×|@|pcs?|unit|units|ea|stk|nos?|rm|à)$/i;
/** A name stands no more than so many heights over its figures. */
const FAR = 4;

/** How far lines are trusted that add up to a sum below them, and those that do not and are asked. */
const COMPLETE = 0.96;
const UNPROVED = 0.85;
/** Figures less than so many heights apart are one that is printed wide. */
const GLUED = 0.8;

type Row = readonly Word[];

/** A row and the page that it stands on, its wide figures put together. */
interface Printed {
  readonly page: number;
  readonly words: Row;
}

/** A figure of a row; a till writes the currency before it and the code of its tax behind it. */
interface Figure {
  readonly value: Decimal;
  readonly text: string;
  readonly word: Word;
}

interface Item {
  readonly page: number;
  readonly name: readonly Word[];
  readonly figures: readonly (readonly [LineField, Figure])[];
  /** Whether the count and the price look alike, so that which is which is asked. */
  readonly isAmbiguous?: boolean;
}

/**
 * The goods on a till receipt, which has no columns: a row whose figures are a count, a price and their product, named by
 * its own words or those above it. Rows of a name and an amount count too, if all of them add up to a sum below them.
 */
export function readReceiptLines(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const rows = pages.flatMap((page) =>
    rowsOf(page)
      .filter((row) => /[\p{L}\d]/u.test(textOf(row)))
      .map((row) => ({ page: page.number, words: glued(row, page.aspect) })),
  );
  const end = rows.findIndex(({ words }) => beginsWith(textOf(words), SUMS) && figuresIn(words).length > 0);
  const goods = end < 0 ? rows : rows.slice(0, end);
  const stated = rows.slice(goods.length).flatMap(({ words }) => figuresIn(words).map(({ value }) => value));
  const proved = goods.flatMap((row, at) => productIn(row, goods.slice(0, at)) ?? []);
  const all = goods.flatMap((row, at) => productIn(row, goods.slice(0, at)) ?? priced(row) ?? []);
  const items = all.length > proved.length && addsUp(all, stated) ? all : proved;
  // Only what adds up to a printed sum is known to be all of it.
  const trust = addsUp(items, stated) ? COMPLETE : UNPROVED;
  return items.flatMap((item, line) => fieldsOf(item, line, method, trust));
}

/** "6 9.0 6" is what engines make of a figure that is printed wide. */
function glued(row: Row, aspect: number): Row {
  const words: Word[] = [];
  for (const word of row) {
    const last = words.at(-1);
    const isPart = /^[\d.,]+$/.test(word.text) && last !== undefined && /^(RM)?[\d.,]+$/.test(last.text);
    const gap = last ? (word.box.x - last.box.x - last.box.width) * aspect : 0;
    if (isPart && last && gap < Math.max(last.box.height, word.box.height) * GLUED)
      words[words.length - 1] = {
        text: last.text + word.text,
        box: boxAround([last, word]),
        confidence: Math.min(last.confidence, word.confidence),
      };
    else words.push(word);
  }
  return words;
}

function figuresIn(row: Row): readonly Figure[] {
  return row.flatMap((word) => {
    const text = /^(?:RM|MYR|[A-Z]{0,2}[$€£])?(\d[\d,]*(?:\.\d+)?|\d+,\d{2})[*"'”]?[A-Z]{0,2}$/.exec(word.text)?.[1];
    const parsed = text && !/^\d{7}/.test(text) ? parseDecimal(parseAmount(text, ".") ?? "") : null;
    return parsed?.ok && text ? [{ value: parsed.value, text, word }] : [];
  });
}

const isMoney = ({ text }: Figure) => /[.,]\d{2}$/.test(text);

/** A row that counts, prices and multiplies; the price may come first. */
function productIn({ page, words: row }: Printed, above: readonly Printed[]): Item | null {
  const [first, second, amount] = figuresIn(row).slice(-3);
  if (!first || !second || !amount || !isMoney(amount) || amount.value.units <= 0n) return null;
  if (compare(round(multiply(first.value, second.value), amount.value.scale), amount.value) !== 0) return null;
  const [quantity, price] = isMoney(first) && !isMoney(second) ? [second, first] : [first, second];
  const own = row.slice(0, row.indexOf(first.word)).filter((word) => !SIGNS.test(word.text));
  const name = isName(own)
    ? own
    : nameAbove(
        row,
        above.flatMap((each) => (each.page === page ? [each.words] : [])),
      );
  return name
    ? {
        page,
        name,
        isAmbiguous: isMoney(first) && isMoney(second),
        figures: [
          ["quantity", quantity],
          ["unit_price", price],
          ["amount", amount],
        ],
      }
    : null;
}

/** A row of a name and an amount. */
function priced({ page, words: row }: Printed): Item | null {
  const figures = figuresIn(row).filter(isMoney);
  const [amount] = figures;
  const name = amount ? row.slice(0, row.indexOf(amount.word)).filter((word) => !SIGNS.test(word.text)) : [];
  return amount && figures.length === 1 && isName(name) && !/[:：]/.test(textOf(name))
    ? { page, name, figures: [["amount", amount]] }
    : null;
}

/** The nearest row of words above, past the code of the goods. */
function nameAbove(row: Row, above: readonly Row[]): Row | null {
  const height = typicalHeight(row);
  const top = boxAround(row).y;
  for (const each of above.slice(-2).reverse()) {
    const box = boxAround(each);
    if (top - box.y - box.height > height * FAR) return null;
    if (isName(each)) return figuresIn(each).filter(isMoney).length === 0 ? each : null;
  }
  return null;
}

function isName(words: Row): boolean {
  return /\p{L}{2}|\p{Script=Han}/u.test(textOf(words));
}

function addsUp(items: readonly Item[], stated: readonly Decimal[]): boolean {
  const sum = items
    .flatMap(({ figures }) => figures.flatMap(([name, { value }]) => (name === "amount" ? [value] : [])))
    .reduce(add, ZERO);
  return stated.some((each) => compare(each, sum) === 0);
}

function fieldsOf(item: Item, line: number, method: ReadField["method"], trust: number): readonly ReadField[] {
  const field = (name: LineField, value: string, words: readonly Word[]): ReadField => ({
    name,
    line,
    value,
    raw: textOf(words),
    page: item.page,
    box: boxAround(words),
    confidence: words.reduce((least, word) => Math.min(least, word.confidence), 1) * trust,
    method,
  });
  const name = textOf(item.name).replace(/^\d{4,}\s+(?=.*\p{L}{2})/u, "");
  return [
    field("description", name, item.name),
    ...item.figures.map(([column, { text, word }]) => {
      const read = field(column, parseAmount(text, ".") ?? text, [word]);
      const isAsked = item.isAmbiguous && column !== "amount";
      return isAsked ? { ...read, confidence: Math.min(read.confidence, UNPROVED) } : read;
    }),
  ];
}
