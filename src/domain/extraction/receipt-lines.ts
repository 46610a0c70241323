import { add, compare, type Decimal, multiply, parseDecimal, round, ZERO } from "../shared/decimal";
import type { LineField, ReadField } from "./field";
import { beginsWith, squeeze } from "./fold";
import { boxAround, rowsOf, textOf, typicalHeight } from "./layout";
import { list } from "./lexicon/list";
import { parseAmount } from "./parse-value";
import { decimalOfThousands, styleOfTill } from "./till-home";
import type { PageText, Word } from "./words";

/** What tills print under the goods. */
const SUMS = list(`
  total, sub total, subtotal, grand total, net total, nett total, total sales, total amount, amount due, amount payable,
  balance, discount, rounding, round, cash, change, tax, gst, sst, vat, service charge, summe, zwischensumme, gesamt,
  zu zahlen, mwst, total ttc, a payer, totale, importe, totaal, 合计, 小计, 总计, items, no of items, qty, payment, visa,
  sous total, net a payer, subtotale, subtotaal, suma, razem, sprzed opod, celkem, mezisoucet, osszesen, reszosszeg, totalt, summa, sum, i alt,
  delsumma, yhteensa, toplam, ara toplam, jumlah, sub jumlah, harga jual, total belanja, total bayar, item total, ppn, pb1, pajak, svc chg, service,
  balance due, amt due, total due, bar, gegeben, tunai, qris, efectivo, tarjeta, contante, pinnen, cb, carte bancaire, especes, gotowka, 合計, 小計, 現計
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

/** A row and the page that it stands on, its wide figures put together, and its figures. */
interface Printed {
  readonly page: number;
  readonly words: Row;
  readonly figures: readonly Figure[];
}

/** A figure of a row; a till writes the currency before it and the code of its tax behind it. */
interface Figure {
  readonly value: Decimal;
  readonly text: string;
  /** As it is written everywhere, with a point. */
  readonly plain: string;
  /** Whether it has the decimals of money, or is a round sum of money that has none. */
  readonly isMoney: boolean;
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
  const decimal = styleOfTill(pages).decimal ?? ".";
  const isWhole = decimalOfThousands(pages) !== null;
  const rows = pages.flatMap((page) =>
    rowsOf(page)
      .filter((row) => /[\p{L}\d]/u.test(textOf(row)))
      .map((row): Printed => {
        const words = glued(row, page.aspect);
        return { page: page.number, words, figures: figuresIn(words, decimal, isWhole) };
      }),
  );
  const end = rows.findIndex(({ words, figures }) => beginsWith(textOf(words), SUMS) && figures.length > 0);
  const goods = end < 0 ? rows : rows.slice(0, end);
  const stated = rows.slice(goods.length).flatMap(({ figures }) => figures.map(({ value }) => value));
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

const FIGURE =
  /^(?:RM|MYR|Rp\.?|[A-Z]{0,2}[$€£¥])?(\d[\d,]*(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d+,\d{2,3})[*"'”]?[A-Z]{0,2}$/;

function figuresIn(row: Row, decimal: "." | ",", isWhole: boolean): readonly Figure[] {
  return row.flatMap((word) => {
    const text = FIGURE.exec(word.text)?.[1];
    const plain = text && !/^\d{7}/.test(text) ? parseAmount(text, decimal) : null;
    const parsed = plain ? parseDecimal(plain) : null;
    const isMoney = isWhole ? /^\d{1,3}(?:[.,]\d{3})+$/.test(text ?? "") : /[.,]\d{2}$/.test(text ?? "");
    return parsed?.ok && text && plain ? [{ value: parsed.value, text, plain, word, isMoney }] : [];
  });
}

/** A row that counts, prices and multiplies; the price may come first. */
function productIn({ page, words: row, figures }: Printed, above: readonly Printed[]): Item | null {
  const [first, second, amount] = figures.slice(-3);
  if (!first || !second || !amount?.isMoney || amount.value.units <= 0n) return null;
  if (compare(round(multiply(first.value, second.value), amount.value.scale), amount.value) !== 0) return null;
  const [quantity, price] = first.isMoney && !second.isMoney ? [second, first] : [first, second];
  const own = row.slice(0, row.indexOf(first.word)).filter((word) => !SIGNS.test(word.text));
  const name = isName(own)
    ? own
    : nameAbove(
        row,
        above.filter((each) => each.page === page),
      );
  return name
    ? {
        page,
        name,
        isAmbiguous: first.isMoney && second.isMoney,
        figures: [
          ["quantity", quantity],
          ["unit_price", price],
          ["amount", amount],
        ],
      }
    : null;
}

/** A row of a name and an amount, perhaps with a count before them. */
function priced({ page, words: row, figures: all }: Printed): Item | null {
  const figures = all.filter(({ isMoney }) => isMoney);
  const [amount] = figures;
  const words = amount ? row.slice(0, row.indexOf(amount.word)).filter((word) => !SIGNS.test(word.text)) : [];
  const count = all.find(({ word, text }) => word === words[0] && /^[1-9]\d?$/.test(text));
  const name = count && isName(words.slice(1)) ? words.slice(1) : words;
  if (!amount || figures.length !== 1 || !isName(name) || /[:：]/.test(textOf(name))) return null;
  const counted = count && name !== words ? [["quantity", count] as const] : [];
  return { page, name, figures: [...counted, ["amount", amount]] };
}

/** The nearest row of words above, past the code of the goods. */
function nameAbove(row: Row, above: readonly Printed[]): Row | null {
  const height = typicalHeight(row);
  const top = boxAround(row).y;
  for (const { words, figures } of above.slice(-2).reverse()) {
    const box = boxAround(words);
    if (top - box.y - box.height > height * FAR) return null;
    if (isName(words)) return figures.every(({ isMoney }) => !isMoney) ? words : null;
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
    ...item.figures.map(([column, { plain, word }]) => {
      const read = field(column, plain, [word]);
      const isAsked = item.isAmbiguous && column !== "amount";
      return isAsked ? { ...read, confidence: Math.min(read.confidence, UNPROVED) } : read;
    }),
  ];
}
