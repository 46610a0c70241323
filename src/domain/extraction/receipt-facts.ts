import { datedText } from "./accept-date";
import type { HeaderField } from "./field";
import type { Run } from "./find-labels";
import { boxAround } from "./layout";
import type { Field } from "./near";
import type { Found } from "./seek";
import { shopName } from "./shop-name";
import { paidOnTicket } from "./till";
import { purchaseDate } from "./till-date";
import { taxOnReceipt } from "./till-tax";

/** A date at a label that fits less well is no better than one without. */
const LABELLED = 0.86;

/** What a receipt states without a label, or says better by its arithmetic than by its labels. */
export function factsOfReceipt(
  field: Field,
  known: ReadonlyMap<HeaderField, Found>,
): readonly (readonly [HeaderField, Found])[] {
  const facts: [HeaderField, Found][] = [];
  const add = (name: HeaderField, found: Found | null) => {
    if (found) facts.push([name, found]);
  };
  add("seller", shopName(field));
  const total = known.get("total") ?? paidOnTicket(field);
  if (total && !known.has("total")) add("total", total);
  const tax = total ? taxOnReceipt(field, total) : null;
  if (tax && tax.value !== known.get("tax")?.value) add("tax", tax);
  const date = known.get("date");
  if (!date || date.score < LABELLED || date.label === undefined) add("date", purchaseDate(field));
  const number = known.get("invoice_number");
  if (!number || number.score < NUMBERED)
    add("invoice_number", numberAtSign(field) ?? (number ? null : besideDay(field)));
  return facts;
}

/** The number that a till prints behind a sign, without any word. */
function numberAtSign({ runs }: Field): Found | null {
  const found = runs.flatMap((run) => {
    const word = run.words.find(({ text }) => /^#\d{4,12}$/.test(text));
    const { text = "", box = run.box, confidence = 0 } = word ?? {};
    return word
      ? [{ value: text.slice(1), raw: text, page: run.page, box, score: TRUST_SIGN, sureness: confidence }]
      : [];
  });
  const [first] = found;
  return first && found.every(({ value }) => value === first.value) ? first : null;
}

const TRUST_SIGN = 0.75;
/** A number at a label that fits less well is hardly one. */
const NUMBERED = 0.5;

/** Figures, perhaps with letters before them or marks between them, as tills number what they print. */
const TILL_NUMBER = /^(?=(?:\D*\d){4})(?:[A-Z]{1,4}[-/]?)?\d+(?:[-/]\d+){0,4}$/;
const HOUR = /^\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?$/;

/** The number that a till prints without any word, in the line of the day on which it was printed. */
function besideDay({ runs }: Field): Found | null {
  const days = runs.filter(({ text }) => datedText(text) !== null);
  const found = days.flatMap((day) =>
    runs
      .filter(({ page, row, concepts }) => page === day.page && row === day.row && concepts.length === 0)
      .flatMap((run) => numberIn(run, runs)),
  );
  const [first] = found;
  return first && found.every(({ value }) => value === first.value) ? first : null;
}

/** The one word of a run that is such a number; what a label says is something else is none. */
function numberIn(run: Run, runs: readonly Run[]): readonly Found[] {
  const before = runs[runs.indexOf(run) - 1];
  if (before && before.row === run.row && before.page === run.page && before.concepts.length > 0) return [];
  const whole = run.text.replace(/(?<=[-/])\s(?=\d)/g, "");
  const isDay = datedText(run.text, { label: "" }) !== null;
  const isNumber = (text: string) =>
    TILL_NUMBER.test(text) &&
    !/^(?:19|20)\d\d$/.test(text) &&
    !(isDay && text.includes("/")) &&
    datedText(text, { label: "" }) === null;
  const words = isNumber(whole) ? run.words : run.words.filter(({ text }) => isNumber(text));
  const value = words === run.words ? whole : (words[0]?.text ?? "");
  const isOther = HOUR.test(value) || datedText(value) !== null || value.replace(/\D/g, "").length > 18;
  if (words.length === 0 || isOther || (words !== run.words && words.length > 1)) return [];
  const sureness = Math.min(...words.map(({ confidence }) => confidence));
  return [{ value, raw: run.text, page: run.page, box: boxAround(words), score: TRUST_BESIDE, sureness }];
}
const TRUST_BESIDE = 0.72;
