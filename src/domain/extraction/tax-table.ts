import { amount } from "./accept";
import { boxAround, textOf } from "./layout";
import type { Field } from "./near";
import type { Found } from "./seek";
import { wordRows } from "./word-rows";
import type { Word } from "./words";

/** What the taxes of a paper come to, with what they are reckoned from. */
export interface TaxTable {
  readonly tax: Found;
  /** Whether words or signs say that its rates are such, or several taxes bear each other out. */
  readonly isTold: boolean;
  /** Whether it is all rows that follow one another, and no beginning or end of them. */
  readonly isWhole: boolean;
  /** Where its rows stand: their own sums prove nothing. */
  readonly rows: readonly { readonly page: number; readonly row: number }[];
  /** Net and tax together, with their sign. */
  readonly gross: number;
}

interface Figure {
  readonly value: number;
  readonly isRate: boolean;
  readonly hasDecimals: boolean;
  readonly words: readonly Word[];
}

/** A sum, and the taxes on it at the rates that stand beside it. */
interface Taxed {
  readonly page: number;
  readonly row: number;
  readonly net: number;
  readonly taxes: readonly Figure[];
  readonly isTold: boolean;
}

const HIGHEST_RATE = 30;
/** Each tax is rounded, some line by line. */
const ROUNDED = 0.0151;
const SAME = 0.0051;
/** So many other rows may stand between those of a table. */
const BETWEEN = 2;
/** What a table comes to is proved by the sum that a label of the paper calls its total. */
const TRUST = 0.97;

/**
 * The tables of taxes on a paper, in whatever order and under whatever headings: on each row a sum, a rate and what the
 * rate makes of the sum, or several of both, as with a surcharge for retailers.
 */
export function taxTables(field: Field): readonly TaxTable[] {
  const all = wordRows(field.runs);
  const isOfTax = all.map(({ words }) => TAX.test(textOf(words)));
  const rows = all.flatMap(({ page, row, words }, at) => {
    if (NO_TAX.test(textOf(words))) return [];
    const isTold = isOfTax.slice(Math.max(0, at - HEADED), at + 1).some(Boolean);
    const found = taxedIn(figuresIn(words, field).slice(0, MOST_FIGURES), isTold);
    const isSaid = isTold || words.some(({ text }) => text.includes("%"));
    return found ? [{ ...found, page, row, isTold: isSaid }] : [];
  });
  return groupsOf(rows).flatMap(({ rows: group, isWhole }) => asTable(group, isWhole) ?? []);
}

/** Words for taxes on sales, in the row of a rate or in the headings over it. */
const TAX =
  /(?<!\p{L})(?:vat|tax|[gps]st|hst|mwst|ust|umsatzsteuer|mehrwertsteuer|steuer\p{L}*|tva|t\.v\.a|iva|i\.v\.a|imposta|imponibile|btw|moms|mva|alv|dph|kdv|ppn|pdv|ddv|[áa]fa|cuota|taux|aliquota|tarief|stawka|sazba|税率|税额)(?!\p{L})|veron|podatk/iu;
/** Shares of a sum that are no tax on it. */
const NO_TAX =
  /(?<!\p{L})(?:rabatt|discount|remise|sconto|korting|descuento|desconto|alennus|service(?: charge)?|bedienung|fee|late|interest|verzug\p{L}*|zins\p{L}*|skonto|escompte|abschlag(?:s\p{L}*)?|anzahlung|deposit|advance|acompte|acconto|anticipo|commission|provision|provvigione|ritenuta|irpf|retenci[óo]n|withholding|duty|zoll|insurance)(?!\p{L})/iu;
/** The headings of a table of taxes stand so many rows above its rates at most. */
const HEADED = 5;
/** No row of a table of taxes has more figures; all threes of them are tried. */
const MOST_FIGURES = 12;

function asTable(rows: readonly Taxed[], isWhole: boolean): TaxTable | null {
  const figures = rows.flatMap(({ taxes }) => taxes);
  const words = figures.flatMap((figure) => [...figure.words]);
  const [first] = rows;
  const tax = sum(figures.map(({ value }) => value));
  if (!first || tax === 0) return null;
  return {
    isTold: rows.every((row) => row.isTold) || figures.length > 1,
    isWhole,
    rows,
    gross: tax + sum(rows.map(({ net }) => net)),
    tax: {
      value: tax.toFixed(2),
      raw: textOf(words),
      page: first.page,
      box: boxAround(words),
      score: TRUST,
      sureness: words.reduce((least, word) => Math.min(least, word.confidence), 1),
    },
  };
}

/** The rows that follow one another, and each beginning and end of them, the longest first. */
function groupsOf(rows: readonly Taxed[]): readonly { readonly rows: readonly Taxed[]; readonly isWhole: boolean }[] {
  const groups: Taxed[][] = [];
  for (const row of rows) {
    const last = groups.at(-1)?.at(-1);
    if (last?.page === row.page && row.row - last.row <= BETWEEN + 1) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) =>
    group
      .map((_, cut) => group.slice(0, group.length - cut))
      .concat(group.slice(1).map((_, cut) => group.slice(cut + 1)))
      .map((part) => ({ rows: part, isWhole: part.length === group.length })),
  );
}

function taxedIn(figures: readonly Figure[], isTold: boolean): Pick<Taxed, "net" | "taxes"> | null {
  // A bare figure is a rate where words speak of taxes, and may be one if it has decimals; elsewhere it is a count.
  const rates = figures.filter(
    ({ value, isRate, hasDecimals }) => isRate || ((isTold || hasDecimals) && value >= 0 && value <= HIGHEST_RATE),
  );
  let best: Pick<Taxed, "net" | "taxes"> | null = null;
  for (const net of figures) {
    if (net.isRate || !net.hasDecimals || net.value === 0) continue;
    const taxes = rates.flatMap((rate) => {
      const tax = figures.find((each) => each !== net && each !== rate && isTaxOf(net.value, rate.value, each));
      return rate !== net && tax ? [tax] : [];
    });
    const distinct = taxes.filter((tax, at) => taxes.indexOf(tax) === at);
    const [least, most] = [best?.taxes.length ?? 0, Math.abs(best?.net ?? 0)];
    // "4,00 19,00 0,76" is a tax of 4 % on 19 sooner than one of 19 % on 4.
    const isMore = distinct.length > least || (distinct.length === least && Math.abs(net.value) > most);
    if (isMore && distinct.length > 0 && distinct.length * 2 < figures.length)
      best = { net: net.value, taxes: distinct };
  }
  return best;
}

function isTaxOf(net: number, rate: number, tax: Figure): boolean {
  return tax.hasDecimals && !tax.isRate && Math.abs((net * rate) / 100 - tax.value) < ROUNDED && tax.value * net >= 0;
}

function figuresIn(words: readonly Word[], field: Field): readonly Figure[] {
  return groupedWords(words).flatMap((group, at, all) => {
    const text = group.map((word) => word.text).join("");
    const isRate = /%[)\]]?$/.test(text) || all[at + 1]?.[0]?.text.startsWith("%") === true;
    const bare = text.replace(/^[(@[]|%?[)\]]?$/g, "");
    const value = amount(bare, { label: "", style: field.style });
    return value === null
      ? []
      : [{ value: Number(value), isRate, hasDecimals: /[.,]\d{2,3}\D*$/.test(bare), words: group }];
  });
}

/** "1 250,00" and "- 12,00" are one figure. */
function groupedWords(words: readonly Word[]): readonly (readonly Word[])[] {
  const groups: Word[][] = [];
  for (const word of words) {
    const last = groups.at(-1)?.at(-1);
    const isClose = last !== undefined && word.box.x - last.box.x - last.box.width < word.box.height;
    const isRest = isClose && /^[-−–]?\d{1,3}$/.test(last.text) && /^\d{3}[.,]\d{2}-?$/.test(word.text);
    const isSigned = isClose && /^[-−–]$/.test(last.text) && /^\d/.test(word.text);
    if (isRest || isSigned) groups.at(-1)?.push(word);
    else groups.push([word]);
  }
  return groups;
}

/** A sum on the paper that is what a table of its taxes comes to. */
export function sameSum(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME;
}

function sum(values: readonly number[]): number {
  return Math.round(values.reduce((all, each) => all + each, 0) * 10000) / 10000;
}
