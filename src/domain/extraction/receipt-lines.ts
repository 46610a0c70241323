import { add, compare, type Decimal, parseDecimal, ZERO } from "../shared/decimal";
import type { LineField, ReadField } from "./field";
import { beginsWith, squeeze } from "./fold";
import { boxAround, rowsOf, textOf } from "./layout";
import { list } from "./lexicon/list";
import { type Figure, figuresIn, glued } from "./till-figures";
import { counted, type Item, isName, type Printed, priced } from "./till-goods";
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

/** How far lines are trusted that add up to a sum below them, and those that do not and are asked. */
const COMPLETE = 0.96;
const UNPROVED = 0.85;
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
  const end = rows.findIndex(({ words, figures }, at) =>
    isSum(textOf(words), figures.length > 0 ? figures : figuresAlone(rows[at + 1])),
  );
  const goods = end < 0 ? rows : rows.slice(0, end);
  const stated = rows.slice(goods.length).flatMap(({ figures }) => figures.map(({ value }) => value));
  const products = goods.map((row, at) => counted(row, goods.slice(0, at), goods[at + 1]));
  const proved = products.flatMap((product) => product ?? []);
  const all = withCounts(
    goods.flatMap((row, at) => products[at] ?? pricedRow(row, goods.slice(0, at), goods[at + 1]) ?? []),
  ).filter((item) => !isAddition(item));
  const paid = all.filter((item) => !isReduction(item));
  const items = [all, paid].find((each) => each.length > proved.length && addsUp(each, stated)) ?? proved;
  // Only what adds up to a printed sum is known to be all of it.
  const trust = addsUp(items, stated) ? COMPLETE : UNPROVED;
  return items.flatMap((item, line) => fieldsOf(item, line, method, trust));
}

/** Before a sum a till may count the goods: "5 BALANCE DUE". */
const COUNTED_SUM =
  /^\d{1,3}\s+(?=(?:(?:sub ?|grand )?total|balance|items?|articles?|artikel|art\.|amount due|posten)(?!\p{L}))/iu;

/** At its head a till prints under which number the tax office knows it, and which number its bill has. */
const TAX_NUMBER =
  /^(?:vat|gst|sst|tax|tva|iva|mwst|ust|service tax|cash (?:bill|sales?|memo|receipt|invoice)|bar(?:verkauf|rechnung|beleg))(?!\p{L})/iu;

function isSum(text: string, figures: readonly Figure[]): boolean {
  if (TAX_NUMBER.test(text) && figures.every(({ isMoney }) => !isMoney)) return false;
  return figures.length > 0 && beginsWith(text.replace(COUNTED_SUM, ""), SUMS);
}

/** The figures of a row that has nothing else: a sum whose label stands a little higher. */
function figuresAlone(row: Printed | undefined): readonly Figure[] {
  return row && !isName(row.words) ? row.figures : [];
}

function pricedRow(row: Printed, above: readonly Printed[], below: Printed | undefined): Item | null {
  return (
    priced(row, above, below) ??
    (row.apart ? priced({ ...row, ...row.apart }, above, below) : null) ??
    pricedTwice(row, above, below)
  );
}

/** Goods of which there is one, whose count was not read: their price and their amount are the same. */
function pricedTwice(row: Printed, above: readonly Printed[], below: Printed | undefined): Item | null {
  const [price, amount, ...others] = row.figures.filter(({ isMoney }) => isMoney);
  if (!price || !amount || others.length > 0 || compare(price.value, amount.value) !== 0) return null;
  const without = {
    ...row,
    words: row.words.filter((word) => word !== price.word),
    figures: row.figures.filter((figure) => figure !== price),
  };
  const item = priced(without, above, below);
  return item && { ...item, figures: [["unit_price", price], ...item.figures] };
}

/** What a guest wishes with his dish and pays nothing for: "+ Oat milk (0.00)". */
function isAddition({ name, figures }: Item): boolean {
  return (
    /^[+*>•·-]/.test(textOf(name)) && figures.some(([field, { value }]) => field === "amount" && value.units === 0n)
  );
}

/** Where other goods are counted before their names, an engine may have set a count too close: "1Lox & Bagel"; "7Up" is a name. */
function withCounts(items: readonly Item[]): readonly Item[] {
  const hasCount = ({ figures }: Item) => figures.some(([field]) => field === "quantity");
  return items.map((item) => {
    const [first, ...rest] = item.name;
    const [, count, begin] = /^([1-9]\d?)(\p{Lu}\p{Ll}{2,}.*)$/u.exec(first?.text ?? "") ?? [];
    const parsed = parseDecimal(count ?? "");
    if (!first || !count || !begin || !parsed.ok || hasCount(item) || !items.some(hasCount)) return item;
    const figure = { value: parsed.value, text: count, plain: count, isMoney: false, hasUnit: false, word: first };
    return {
      ...item,
      name: [{ ...first, text: begin }, ...rest],
      isAmbiguous: true,
      figures: [["quantity", figure] as const, ...item.figures],
    };
  });
}

function isReduction({ figures }: Item): boolean {
  return figures.some(([name, { value }]) => name === "amount" && value.units < 0n);
}

function addsUp(items: readonly Item[], stated: readonly Decimal[]): boolean {
  const sum = items
    .flatMap(({ figures }) => figures.flatMap(([name, { value }]) => (name === "amount" ? [value] : [])))
    .reduce(add, ZERO);
  return stated.some((each) => compare(each, sum) === 0);
}

/** The number of the article before or behind its name, with the letters of its tax, and the pump that fuel is from. */
const CODE_BEFORE = /^\d{4,}\s+(?=.*\p{L}{2})/u;
const CODE_BEHIND = /(?<=\p{L}.*)\s+\d{6,14}\s?[A-Z]{0,2}(?:\s[A-Z])?$/u;
const PUMP =
  /^(?:pump|zapfs(?:a|ä|ae)ule|s(?:a|ä|ae)ule|zp|pompe|pompa|pomp|surtidor|bomba|dystrybutor|stojan|pumpe)\s*(?:no\.?|nr\.?|#|:)*\s*\d{1,2}\s+(?=\p{L}{2})/iu;

function withoutCodes(name: string): string {
  return name.replace(CODE_BEFORE, "").replace(CODE_BEHIND, "").replace(PUMP, "");
}

/** An engine takes noughts and the letter for one another; which is meant tell their neighbours. */
function withNoughts(name: string): string {
  return (
    name
      .replace(/(?<=\d)O+(?=\d|(?:G|KG|GSM|ML|L|MM|CM|W|S|PK|PCS)(?![\p{L}\d]))/gu, (letters) =>
        "0".repeat(letters.length),
      )
      .replace(/(?<=\p{Lu})0+(?=\p{Lu}{2})|(?<![\p{L}\d.,-])0(?=\p{Lu}{2})|(?<=\p{Lu})00(?=\p{Lu})/gu, (noughts) =>
        "O".repeat(noughts.length),
      )
      // "MIL0" is a word, "SIZE0" a size.
      .replace(/(?<=(?<![\p{L}\d])(?=\p{Lu}{0,30}[AEIOUY])\p{Lu}{2,30}[BCDFGHJ-NP-TV-XZ])0(?![\p{L}\d])/gu, "O")
  );
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
  const name = withoutCodes(textOf(item.name));
  return [
    field("description", method === "ocr" ? withNoughts(name) : name, item.name),
    ...item.figures.map(([column, { plain, word }]) => {
      const read = field(column, plain, [word]);
      const isAsked = item.isAmbiguous && column !== "amount";
      return isAsked ? { ...read, confidence: Math.min(read.confidence, UNPROVED) } : read;
    }),
  ];
}
