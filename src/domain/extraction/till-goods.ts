import { add, compare, type Decimal, multiply, round, subtract } from "../shared/decimal";
import type { LineField } from "./field";
import { boxAround, textOf, typicalHeight } from "./layout";
import { type Figure, fromHundredths, isMeasure, isMinusSign, type Row, withoutClass } from "./till-figures";

/** A row and the page that it stands on, its wide figures put together, and its figures. */
export interface Printed {
  readonly page: number;
  readonly words: Row;
  readonly figures: readonly Figure[];
  /** The same as it was read, where putting wide figures together may have joined a count with its price. */
  readonly apart?: Pick<Printed, "words" | "figures">;
}

/** What was bought. */
export interface Item {
  readonly page: number;
  readonly name: Row;
  readonly figures: readonly (readonly [LineField, Figure])[];
  /** Whether the count and the price look alike, so that which is which is asked. */
  readonly isAmbiguous?: boolean;
}

/** What stands between a count and a price, and the units of what is weighed. */
const SIGNS = /^(x|×|@|pcs?|unit|units|ea|stk|nos?|rm|à)$/i;
const UNITS = /^(\/|each|kgs?|lbs?|oz|ltrs?|litres?|liters?|lt?|gal|per|p|p\/l|p\/ltr|\/(?:kg|l|lb|ltr|gal|ea|pc))$/i;
/** A name stands no more than so many heights over its figures. */
const FAR = 4;

/** The goods of a row that is proved by multiplication, its figures put together or as they were read. */
export function counted(row: Printed, above: readonly Printed[], below: Printed | undefined): Item | null {
  return productIn(row, above, below) ?? (row.apart ? productIn({ ...row, ...row.apart }, above, below) : null);
}

/** What was taken off the price of the goods above. */
const TAKEN_OFF =
  /(?<!\p{L})(?:disc(?:ount)?|diskaun|diskon|potongan|hemat|rabatt?|nachlass|remise|r[eé]duction|sconto|korting|descuento|dto|desconto|sleva|zlavo?a|kedvezm[eé]ny|alennus|indirim|offer|promo\w*|saving|折扣|优惠|値引|割引|할인)(?!\p{L})/iu;

/** What the row below takes off the amount of its goods, if it does. */
function takenOff(below: Printed | undefined): Decimal | null {
  const [off] = below?.figures.filter(({ isMoney }) => isMoney) ?? [];
  return below && off && TAKEN_OFF.test(textOf(below.words)) ? off.value : null;
}

interface Product {
  readonly first: Figure;
  readonly second: Figure;
  readonly amount: Figure;
  /** The price where it is printed in hundredths. */
  readonly price?: Figure;
}

/** No row of goods has more figures; all pairs of them are tried. */
const MOST_FIGURES = 12;

/** A count, a price and their product among the figures of a row, where a price without tax or a discount may stand too. */
function productOf(all: readonly Figure[], off: Decimal | null, row: Row): Product | null {
  const figures = all.slice(-MOST_FIGURES);
  const at = figures.findLastIndex(({ isMoney }) => isMoney);
  const amount = figures[at];
  if (!amount || amount.value.units <= 0n) return null;
  for (let right = at - 1; right > 0; right--) {
    for (let left = right - 1; left >= 0; left--) {
      const [first, second] = [figures[left], figures[right]];
      const between = figures.slice(right + 1, at).filter(({ isMoney }) => isMoney);
      const product =
        first && second && asProduct(first, second, amount, row, [off, ...between.map(({ value }) => value)]);
      if (product) return product;
    }
  }
  return null;
}

/** What is priced in hundredths is measured in litres or kilowatt-hours, or the price says that it is in pence. */
const IN_HUNDREDTHS =
  /\d[.,]\d+\s?(?:lt?|ltrs?|lit(?:re|er)s?|kwh|p|p\/l(?:tr)?)(?![\p{L}\d])|(?<!\p{L})(?:ltrs?|lit(?:re|er)s?|kwh|ppl|pump)(?!\p{L})|\/\s?(?:l|ltr|lit(?:re|er)|kwh)(?!\p{L})/iu;

function asProduct(
  first: Figure,
  second: Figure,
  amount: Figure,
  row: Row,
  reductions: readonly (Decimal | null)[] = [],
): Product | null {
  const comesTo = (a: Figure, b: Figure, sums: readonly Decimal[]) => {
    const whole = round(multiply(a.value, b.value), amount.value.scale);
    return sums.some((each) => compare(each, whole) === 0);
  };
  const stated = reductions.flatMap((off) => (off ? [add(amount.value, off), subtract(amount.value, off)] : []));
  if (comesTo(first, second, [amount.value, ...stated])) return { first, second, amount };
  const isHundredths = amount.isMoney && /^\d{2,3}[.,]\d{1,2}$/.test(second.text) && IN_HUNDREDTHS.test(textOf(row));
  const price = isHundredths ? fromHundredths(second) : null;
  return price && comesTo(first, price, [amount.value]) ? { first, second, amount, price } : null;
}

/** A row that counts, prices and multiplies; the price may come first, and the name behind the count. */
function productIn({ page, words: row, figures }: Printed, above: readonly Printed[], below?: Printed): Item | null {
  const found = productOf(withoutClass(figures), takenOff(below), row);
  if (!found) return null;
  const { first, second, amount } = found;
  const [quantity, price] = inOrder(found, row);
  const before = nameOf(row.slice(0, row.indexOf(first.word)));
  const between = nameOf(row.slice(row.indexOf(first.word) + 1, row.indexOf(second.word)));
  const over = () =>
    nameAbove(
      row,
      above.filter((each) => each.page === page),
    );
  const name = isName(before) ? before : isNameBehindCount(between, first) ? between : over();
  return name
    ? {
        page,
        name,
        isAmbiguous: first.isMoney && second.isMoney && !isWeighed(first, second, row),
        figures: [
          ["quantity", quantity],
          ["unit_price", price],
          ["amount", amount],
        ],
      }
    : null;
}

/** The count and the price; a price may come first, but not before a figure that says that it is one. */
function inOrder({ first, second, price }: Product, row: Row): readonly [Figure, Figure] {
  const before = row[row.indexOf(second.word) - 1]?.text ?? "";
  const isPrice = price !== undefined || /[@/]/.test(second.word.text) || /^(?:@|à|per|rm|rp\.?)$/i.test(before);
  // "3.00/kg" is the price of one, wherever it stands.
  const isPriceFirst = first.isMoney && (!second.isMoney || /\//.test(first.word.text));
  return isPriceFirst && !isPrice ? [second, first] : [first, price ?? second];
}

/** "12 A4 paper 70gsm 14.50 174.00": forms that are filled in by hand count before they name. */
function isNameBehindCount(words: Row, first: Figure): boolean {
  const named = words.filter(({ text }) => !UNITS.test(text));
  return /^\d{1,4}$/.test(first.text) && /\p{L}{3}|\p{Script=Han}/u.test(textOf(named));
}

/** A unit behind the first of two figures, or per which the second is a price, says which is which. */
function isWeighed(first: Figure, second: Figure, row: Row): boolean {
  return first.hasUnit || second.hasUnit || isMeasure(first, row);
}

/** A row of a name and an amount, perhaps with a count before them and what it is made of below or above them. */
export function priced(row: Printed, above: readonly Printed[], below: Printed | undefined): Item | null {
  const figures = row.figures.filter((figure) => figure.isMoney && !isMeasure(figure, row.words));
  const [amount] = figures;
  if (!amount || figures.length !== 1) return null;
  const words = nameOf(row.words.slice(0, row.words.indexOf(amount.word)));
  if (words.length === 0) return amountAlone(row, amount, above);
  const count = row.figures.find(({ word, text }) => word === words[0] && /^[1-9]\d?$/.test(text));
  const name = count && isName(words.slice(1)) ? words.slice(1) : words;
  if (!isName(name) || isLabelled(textOf(name))) return null;
  const made = madeOf(amount, count, below) ?? (count ? null : madeOf(amount, count, above.at(-1)));
  const counts = count && name !== words && !made?.some(([field]) => field === "quantity");
  // "7 UP" is a name; that the amounts add up says nothing of the count, but that it comes to the amount does.
  const isProved = made !== null;
  return {
    page: row.page,
    name,
    isAmbiguous: count !== undefined && name !== words && !isProved,
    figures: [...(counts ? [["quantity", count] as const] : []), ...(made ?? []), ["amount", amount]],
  };
}

/** An amount on a row of its own under the name. */
function amountAlone({ page, words }: Printed, amount: Figure, above: readonly Printed[]): Item | null {
  const isAlone = words.indexOf(amount.word) <= 1 && words.every((word) => word === amount.word || !isName([word]));
  const over = isAlone ? above.at(-1) : undefined;
  const name = over && over.page === page ? nameAbove(words, [over]) : null;
  return name && !isLabelled(textOf(name)) ? { page, name, figures: [["amount", amount]] } : null;
}

/** A count and a price, or the price alone, on a row without a name that belongs to the goods beside it. */
function madeOf(amount: Figure, count: Figure | undefined, row: Printed | undefined): Item["figures"] | null {
  if (
    !row ||
    row.figures.length === 0 ||
    row.words.some((word) => isOfName(word) && !UNITS.test(word.text) && isName([word]))
  )
    return null;
  const [first, second, ...others] = row.figures;
  if (!first || others.length > 0) return null;
  if (!second) {
    const isPrice = count && first.isMoney && compare(multiply(count.value, first.value), amount.value) === 0;
    return isPrice ? [["unit_price", first]] : null;
  }
  const product = asProduct(first, second, amount, row.words);
  if (!product) return null;
  const [quantity, price] = inOrder(product, row.words);
  return [
    ["quantity", quantity],
    ["unit_price", price],
  ];
}

/** Who served and at which table: "CASHIER ANNA", "TABLE FIVE". */
const SERVED =
  /^(?:cashier|served by|kassierer(?:in)?|es bediente sie|bediener|caissi[eè]re?|cajer[oa]|cassier[ea]|kasir|operator|clerk)(?!\p{L})|^(?:table|tisch|tavolo|mesa|meja)\s+(?:n[or]\.?\s*)?(?:#?\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|\p{L}\d{0,2})$/iu;

/** "Table: 5", but not "BOOK: DIY MANUAL": behind the colon of a label stands no more than a word. */
function isLabelled(text: string): boolean {
  if (SERVED.test(text)) return true;
  return /[:：]/.test(text) && !/[:：]\s*\p{L}{2,}[^:：]*\s\p{L}{3,}/u.test(text);
}

/** The words of a name before figures, without the signs between those and the minus of the next. */
function nameOf(words: Row): Row {
  const own = words.filter(isOfName);
  const last = own.at(-1);
  return last && isMinusSign(last) ? own.slice(0, -1) : own;
}

function isOfName({ text }: Row[number]): boolean {
  return !SIGNS.test(text);
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

/** Whether words read as a name. */
export function isName(words: Row): boolean {
  return /\p{L}{2}|\p{Script=Han}/u.test(textOf(words));
}
