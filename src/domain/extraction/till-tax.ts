import { amount } from "./accept";
import { fold } from "./fold";
import { boxAround, textOf } from "./layout";
import type { Field } from "./near";
import { candidatesFor, type Found, type Sought } from "./seek";
import { type WordRow, wordRows } from "./word-rows";
import type { Word } from "./words";

/** Net and tax that add up to what was paid are hardly anything else. */
const TRUST = 0.95;
/** The same where several rows were added up, which nothing on the paper says. */
const TRUST_SUM = 0.85;
/** Half a cent, and a little for rounding. */
const SAME = 0.0051;
/** No tax is higher. */
const HIGHEST = 0.3;
/** So many rows above stand the headings of a table of taxes. */
const HEADINGS = 5;
const TAX_WORD =
  /(?<!\p{L})(?:gst|vat|tax|mwst|ust|steuer|tva|iva|btw|ptu|ppn|dpp|sst|moms|mva|kdv|dph|afa|alv|hst|税)(?!\p{L})/u;
const RATE = /^\(?@?\d{1,2}(?:[.,]\d{1,2})?%\)?$/;

interface Figure {
  readonly value: number;
  /** How many decimals it is written with. */
  readonly decimals: number;
  readonly word: Word;
}

interface Taxed {
  readonly gross: number;
  readonly tax: Figure;
  readonly row: readonly Word[];
  readonly page: number;
}

/**
 * The tax on a receipt by arithmetic: on some row of its table of taxes net and tax add up to what was paid, or those of
 * all its rows do. Tills call the columns of that table by many names.
 */
export function taxOnReceipt(field: Field, total: Found): Found | null {
  const paid = Number(total.value);
  const rows = foldedRows(field);
  const taxed = rows.map((row, at) => taxedIn(row, rows.slice(Math.max(0, at - HEADINGS), at), field));
  const whole = taxed.flat().find(({ gross, tax }) => tax.value > 0 && same(gross, paid));
  if (whole) return toTax([whole], trustOf(whole));
  const parts = taxed.flatMap(([first]) => (first ? [first] : []));
  const isAll = parts.length > 1 && same(sum(parts.map(({ gross }) => gross)), paid);
  return isAll ? toTax(parts, TRUST_SUM) : sumOfTaxes(field, paid);
}

const TAX: Sought = { name: "tax", at: [["tax", 1]], accept: amount, isLast: true, places: { below: 0, above: 0 } };
const NET: Sought = {
  name: "total",
  at: [
    ["subtotal", 1],
    ["net_total", 1],
  ],
  accept: amount,
  isLast: true,
};

/** The tax on an invoice that no label tells: on one row of the table of its taxes net and tax add up to the total. */
export function taxByRow(field: Field, total: Found): Found | null {
  const rows = foldedRows(field);
  const taxed = rows.flatMap((row, at) => taxedIn(row, rows.slice(Math.max(0, at - HEADINGS), at), field));
  const whole = taxed.find(({ gross, tax }) => tax.value > 0 && same(gross, Number(total.value)));
  return whole ? toTax([whole], trustOf(whole)) : null;
}

/** Two figures and their sum may be goods and freight, unless their row speaks of tax. */
function trustOf({ row }: Taxed): number {
  const text = fold(textOf(row));
  return /%/.test(text) || TAX_WORD.test(text) ? TRUST : TRUST_SUM;
}

/** Several taxes of one purchase, as of state and town, which with the sum before them are what was paid. */
export function sumOfTaxes(field: Field, paid: number): Found | null {
  const found = candidatesFor(TAX, field).filter(({ value }) => Number(value) > 0);
  const taxes = found.filter((each, at) => found.findIndex(({ box }) => box.y === each.box.y) === at);
  const all = sum(taxes.map(({ value }) => Number(value)));
  // One of them may add up the others.
  const added = taxes.length > 2 && taxes.find(({ value }) => same(Number(value) * 2, all));
  if (added) return { ...added, score: TRUST };
  const [first] = taxes;
  const isBorneOut = candidatesFor(NET, field).some(({ value }) => same(Number(value) + all, paid));
  return first && taxes.length > 1 && isBorneOut ? { ...first, value: all.toFixed(2), score: TRUST_SUM } : null;
}

interface Row extends WordRow {
  readonly text: string;
}

function foldedRows(field: Field): readonly Row[] {
  return wordRows(field.runs).map((row) => ({ ...row, text: fold(textOf(row.words)) }));
}

/** The nets and taxes of a row, those with their sum beside them first. */
function taxedIn(row: Row, above: readonly Row[], field: Field): readonly Taxed[] {
  const figures = figuresIn(row.words, field);
  const isOfTax = [row, ...above].some(({ text }) => /%/.test(text) || TAX_WORD.test(text));
  if (!isOfTax) return [];
  const pairs = figures.flatMap((net) =>
    figures
      .filter((tax) => tax !== net && net.value > 0 && tax.value >= 0 && tax.value <= net.value * HIGHEST)
      .map((tax) => ({ net, tax, gross: net.value + tax.value })),
  );
  const added = pairs.filter(({ net, tax, gross }) =>
    figures.some((each) => each !== net && each !== tax && same(each.value, gross)),
  );
  return [...added, ...(figures.length < 3 ? pairs : [])].map(({ tax, gross }) => ({
    gross,
    tax,
    row: row.words,
    page: row.page,
  }));
}

function figuresIn(words: readonly Word[], field: Field): readonly Figure[] {
  // Beside thousands a tax may have three figures and no mark.
  const isGrouped = words.some(({ text }) => /(?<![\d.,]|[.,]\d{1,2})\d{1,3}(?:[.,]\d{3})+\W?$/.test(text));
  const form = isGrouped ? /(?<![.,]\d\d?)[.,]\d{2,3}\W?$|^\d{2,3}$/ : /(?<![.,]\d\d?)[.,]\d{2,3}\W?$|^0$/;
  return words.flatMap((word, at) => {
    const text = word.text.replace(/^[A-Z]{1,4}[=:]/, "");
    const isRate = RATE.test(text) || words[at + 1]?.text === "%";
    const value = isRate || !form.test(text) ? null : amount(text, { label: "", style: field.style });
    return value === null ? [] : [{ value: Number(value), decimals: value.split(".")[1]?.length ?? 0, word }];
  });
}

function toTax(parts: readonly Taxed[], score: number): Found | null {
  const [first] = parts;
  if (!first) return null;
  const words = parts.map(({ tax }) => tax.word);
  const all = sum(parts.map(({ tax }) => tax.value));
  const decimals = Math.max(...parts.map(({ tax }) => tax.decimals));
  return {
    value: all.toFixed(decimals),
    raw: textOf(words),
    page: first.page,
    box: boxAround(words),
    score,
    sureness: words.reduce((least, word) => Math.min(least, word.confidence), 1),
  };
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
