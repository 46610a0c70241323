import type { HeaderField } from "./field";
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
  if (!known.has("invoice_number")) add("invoice_number", numberAtSign(field));
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
