import type { ReadField } from "./field";
import { fold } from "./fold";
import { boxAround, rowsOf, textOf } from "./layout";
import { HOMES, type Home } from "./lexicon/homes";
import { type Style, styleOf } from "./style";
import type { PageText, Word } from "./words";

/** It is nowhere said; a person confirms it. Where only the language speaks for it, it is hardly more than a guess. */
const TRUST = 0.8;
const TRUST_LANGUAGE = 0.7;
/** What only one country has weighs so much more than the words of its language. */
const OWN = 4;
/** Words of a language say no more the oftener they are said. */
const MOST_SPOKEN = 3;
/** With less than this nothing is known. */
const LEAST = 2;

interface Told {
  readonly home: Home;
  readonly own: number;
  readonly spoken: number;
  readonly page: number;
  readonly row: readonly Word[];
}

/**
 * The country of a receipt, which its address, its taxes and its language tell; null where nothing does or two countries
 * have as much right.
 */
export function homeOf(pages: readonly PageText[]): Told | null {
  const told = new Map<Home, Told>();
  const rows = pages.flatMap((page) => rowsOf(page).flatMap((row) => toldBy(row, page.number)));
  const isWhole = decimalOfThousands(pages) !== null;
  // Where all sums are thousands, only moneys without decimals come into question.
  for (const each of rows) if (!isWhole || each.home.isWhole) told.set(each.home, together(told.get(each.home), each));
  const [best, second] = [...told.values()].sort((a, b) => weightOf(b) - weightOf(a));
  return best && weightOf(best) >= (isWhole ? 1 : LEAST) && weightOf(best) > (second ? weightOf(second) : 0)
    ? best
    : null;
}

/** Both that tell of one country, at the row of the first that only this country has. */
function together(before: Told | undefined, each: Told): Told {
  if (!before) return each;
  const first = before.own > 0 || each.own === 0 ? before : each;
  return { ...first, own: before.own + each.own, spoken: before.spoken + each.spoken };
}

function weightOf({ own, spoken }: Told): number {
  return own * OWN + Math.min(spoken, MOST_SPOKEN);
}

function toldBy(row: readonly Word[], page: number): readonly Told[] {
  const text = textOf(row);
  const plain = fold(text);
  return HOMES.flatMap((home) => {
    const own = home.own.some((each) => each.test(text)) ? 1 : 0;
    const spoken = home.language?.test(plain) ? 1 : 0;
    return own + spoken > 0 ? [{ home, own, spoken, page, row }] : [];
  });
}

/** How a receipt writes figures and dates, by its own and by the habits of its country. */
export function styleOfTill(pages: readonly PageText[]): Style {
  const style = styleOf(pages);
  const told = homeOf(pages);
  const decimal = decimalOfThousands(pages) ?? style.decimal;
  if (!told || style.dates !== null || told.home.dates === null) return { ...style, decimal };
  const dates = told.home.dates ?? "day_first";
  return { decimal, dates, toldDates: told.own > 0 ? dates : null };
}

/** Moneys with three decimals, by their names or by a sum below one: "0.250". */
const THOUSANDTHS = /^\D*0[.,]\d{3}\W?$|^(?:KWD|BHD|OMR|JOD|TND|IQD|LYD)\W?$|^(?:KWD|BHD|OMR|JOD|TND)\s?\d/;

/** Where all sums are thousands, as in rupiah, what stands in them parts groups, and decimals have the other mark. */
export function decimalOfThousands(pages: readonly PageText[]): Style["decimal"] {
  const words = pages.flatMap((page) => page.words.map(({ text }) => text));
  if (words.some((text) => THOUSANDTHS.test(text))) return null;
  const grouped = (mark: RegExp) => words.filter((text) => mark.test(text)).length;
  const points = grouped(/^\(?(?:Rp\.?)?\d{1,3}(?:\.\d{3})+\W?$/);
  const commas = grouped(/^\(?(?:Rp\.?)?\d{1,3}(?:,\d{3})+\W?$/);
  // "13.05" is a time where all sums are thousands; where most figures have two decimals, nothing is told.
  if (points > 2 && points > commas && points > grouped(/\d\.\d{2}\W?$/)) return ",";
  return commas > 2 && commas > points && commas > grouped(/\d,\d{2}\W?$/) ? "." : null;
}

/** The currency of a receipt, or of an invoice of neighbours, that names none: the money of its country. */
export function homeCurrency(pages: readonly PageText[], method: ReadField["method"]): readonly ReadField[] {
  const told = homeOf(pages);
  return told
    ? [
        {
          name: "currency",
          line: null,
          value: told.home.currency,
          raw: textOf(told.row),
          page: told.page,
          box: boxAround(told.row),
          confidence: told.own > 0 ? TRUST : TRUST_LANGUAGE,
          method,
        },
      ]
    : [];
}
