import { add, compare, type Decimal, multiply, parseDecimal, round, subtract, ZERO } from "../shared/decimal";
import type { LineField, ReadField } from "./field";
import { beginsWith, squeeze } from "./fold";
import { boxAround, oneWord, rowsOf, textOf, typicalHeight } from "./layout";
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
  /** The same as it was read, where putting wide figures together may have joined a count with its price. */
  readonly apart?: Pick<Printed, "words" | "figures">;
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
        return {
          page: page.number,
          words,
          figures: figuresIn(words, decimal, isWhole),
          ...(words.length < row.length && { apart: { words: row, figures: figuresIn(row, decimal, isWhole) } }),
        };
      }),
  );
  const end = rows.findIndex(({ words, figures }) => isSum(textOf(words), figures));
  const goods = end < 0 ? rows : rows.slice(0, end);
  const stated = rows.slice(goods.length).flatMap(({ figures }) => figures.map(({ value }) => value));
  const products = goods.map((row, at) => counted(row, goods.slice(0, at), goods[at + 1]));
  const proved = products.flatMap((product) => product ?? []);
  const all = goods.flatMap(
    (row, at) => products[at] ?? priced(row) ?? (row.apart ? priced({ ...row, ...row.apart }) : null) ?? [],
  );
  const paid = all.filter((item) => !isReduction(item));
  const items = [all, paid].find((each) => each.length > proved.length && addsUp(each, stated)) ?? proved;
  // Only what adds up to a printed sum is known to be all of it.
  const trust = addsUp(items, stated) ? COMPLETE : UNPROVED;
  return items.flatMap((item, line) => fieldsOf(item, line, method, trust));
}

/** Before a sum a till may count the goods: "5 BALANCE DUE". */
const COUNTED_SUM =
  /^\d{1,3}\s+(?=(?:(?:sub ?|grand )?total|balance|items?|articles?|artikel|art\.|amount due|posten)(?!\p{L}))/iu;

/** At its head a till prints under which number the tax office knows it. */
const TAX_NUMBER = /^(?:vat|gst|sst|tax|tva|iva|mwst|ust|service tax)(?!\p{L})/iu;

function isSum(text: string, figures: readonly Figure[]): boolean {
  if (TAX_NUMBER.test(text) && figures.every(({ isMoney }) => !isMoney)) return false;
  return figures.length > 0 && beginsWith(text.replace(COUNTED_SUM, ""), SUMS);
}

/** "6 9.0 6" is what engines make of a figure that is printed wide. */
function glued(row: Row, aspect: number): Row {
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

/** A figure, perhaps taken off, with the currency or the sign of a price before it and the code of its tax behind it. */
const FIGURE =
  /^[@àx×(]?([-–−]?)(?:RM|MYR|Rp\.?|[A-Z]{0,2}[$€£¥])?([-–−]?)(\d[\d,]*(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d+,\d{2,3})([-–−]?)\)?[*"'”]?[A-Zx×]{0,2}$/;
const MINUS = /^\(?[-–−]$/;

function figuresIn(row: Row, decimal: "." | ",", isWhole: boolean): readonly Figure[] {
  return row.flatMap((word, at) => {
    const [, before = "", inside = "", text, after = ""] = FIGURE.exec(word.text) ?? [];
    if (!text || /^\d{7}/.test(text)) return [];
    const isMoney = isWhole ? /^\d{1,3}(?:[.,]\d{3})+$/.test(text) : /[.,]\d{2}$/.test(text);
    const isTakenOff = isMoney && (`${before}${inside}${after}` !== "" || isMinus(row[at - 1], word));
    const plain = `${isTakenOff ? "-" : ""}${parseAmount(text, decimal)}`;
    const parsed = parseDecimal(plain);
    return parsed.ok ? [{ value: parsed.value, text, plain, word, isMoney }] : [];
  });
}

/** A minus that an engine read apart from its figure. */
function isMinus(before: Word | undefined, { box }: Word): boolean {
  return before !== undefined && MINUS.test(before.text) && box.x - before.box.x - before.box.width < box.height * 2;
}

/** The goods of a row, its figures put together or as they were read. */
function counted(row: Printed, above: readonly Printed[], below: Printed | undefined): Item | null {
  return productIn(row, above, below) ?? (row.apart ? productIn({ ...row, ...row.apart }, above, below) : null);
}

/** Behind an amount stands the class of its tax, in tills that number them. */
function withoutClass(figures: readonly Figure[]): readonly Figure[] {
  const [amount, last] = figures.slice(-2);
  return amount?.isMoney && last && !last.isMoney && /^\d$/.test(last.text) ? figures.slice(0, -1) : figures;
}

/** What was taken off the price of the goods above. */
const TAKEN_OFF =
  /(?<!\p{L})(?:disc(?:ount)?|diskaun|diskon|potongan|hemat|rabatt?|nachlass|remise|r[eé]duction|sconto|korting|descuento|dto|desconto|sleva|zlavo?a|kedvezm[eé]ny|alennus|indirim|offer|promo\w*|saving|折扣|优惠|値引|割引|할인)(?!\p{L})/iu;

/** What the row below takes off the amount of its goods, if it does. */
function takenOff(below: Printed | undefined): Decimal | null {
  const [off] = below?.figures.filter(({ isMoney }) => isMoney) ?? [];
  return below && off && TAKEN_OFF.test(textOf(below.words)) ? off.value : null;
}

function isProduct(first: Figure, second: Figure, amount: Figure, off: Decimal | null): boolean {
  const whole = round(multiply(first.value, second.value), amount.value.scale);
  if (compare(whole, amount.value) === 0) return true;
  return (
    off !== null && [add(amount.value, off), subtract(amount.value, off)].some((each) => compare(each, whole) === 0)
  );
}

/** A row that counts, prices and multiplies; the price may come first. */
function productIn({ page, words: row, figures }: Printed, above: readonly Printed[], below?: Printed): Item | null {
  const [first, second, amount] = withoutClass(figures).slice(-3);
  if (!first || !second || !amount?.isMoney || amount.value.units <= 0n) return null;
  if (!isProduct(first, second, amount, takenOff(below))) return null;
  const [quantity, price] = first.isMoney && !second.isMoney ? [second, first] : [first, second];
  const own = row.slice(0, row.indexOf(first.word)).filter(isOfName);
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
  const figures = all.filter((figure) => figure.isMoney && !isMeasure(figure, row));
  const [amount] = figures;
  const words = amount ? row.slice(0, row.indexOf(amount.word)).filter(isOfName) : [];
  const count = all.find(({ word, text }) => word === words[0] && /^[1-9]\d?$/.test(text));
  const name = count && isName(words.slice(1)) ? words.slice(1) : words;
  if (!amount || figures.length !== 1 || !isName(name) || /[:：]/.test(textOf(name))) return null;
  const counted = count && name !== words ? [["quantity", count] as const] : [];
  // "7 UP" is a name; that the amounts add up says nothing of the count.
  return { page, name, isAmbiguous: counted.length > 0, figures: [...counted, ["amount", amount]] };
}

/** Whether a word before the figures belongs to a name, and is no sign between them. */
function isOfName({ text }: Word): boolean {
  return !SIGNS.test(text) && !MINUS.test(text);
}

function isReduction({ figures }: Item): boolean {
  return figures.some(([name, { value }]) => name === "amount" && value.units < 0n);
}

/** "2.27 L" and "1.50KG" before an amount are of a name. */
function isMeasure({ word }: Figure, row: Row): boolean {
  const [next, ...rest] = row.slice(row.indexOf(word) + 1);
  const unit = /[A-Z]{1,2}$/.exec(word.text)?.[0] ?? next?.text ?? "";
  const behind = unit === next?.text ? rest : [next, ...rest];
  return (
    /^(?:l|lt|ltr|ml|cl|kg|g|gr|gm|oz|lbs?|m|cm|mm|w|v)$/i.test(unit) &&
    behind.some((each) => FIGURE.test(each?.text ?? ""))
  );
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
