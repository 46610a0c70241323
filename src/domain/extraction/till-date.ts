import { datedText, sureOfOrder } from "./accept-date";
import type { Run } from "./find-labels";
import type { Field } from "./near";
import { type Found, toFound } from "./seek";

/** One day on a paper that has no other, and one of several that stands beside an hour. */
const TRUST = 0.88;
const TRUST_OF_SEVERAL = 0.8;
const HOUR = /(?<!\d)(?:[01]?\d|2[0-3])[:.h ]{1,2}[0-5]\d(?!\d)/i;
/** Days that are none of buying. */
const OTHER_DAY =
  /\b(?:valid|exp(?:iry|ires?|\.)?|until|till|before|best|use by|due|return(?:s|ed)?|refund|points?|offer|voucher|since|est(?:ablished)?|warranty|gultig|bis|haltbar|garantie|einlosbar|valable|jusqu|vence|valido|scade|berlaku|sampai|s\/d|ver(?:sion)?|tse|print(?:ed)?|permit|licen[cs]e)\b/i;

/** The day on which something was bought, where no label says which it is: tills print it with the hour. */
export function purchaseDate(field: Field): Found | null {
  const found = field.runs.flatMap((run, at) => dayIn(run, field.runs[at - 1], field) ?? []);
  const days = new Set(found.map(({ value }) => value));
  const timed = found.filter((each) => hasHour(each, field));
  const [first] = timed.length > 0 ? timed : found;
  if (!first) return null;
  const trust = days.size === 1 ? TRUST : new Set(timed.map(({ value }) => value)).size === 1 ? TRUST_OF_SEVERAL : 0.6;
  return { ...first, score: first.score * trust };
}

function dayIn(run: Run, before: Run | undefined, field: Field): Found | null {
  const isLabelled = before?.row === run.row && before.page === run.page;
  if (run.concepts.length > 0 || OTHER_DAY.test(run.text)) return null;
  if (isLabelled && (before.concepts.includes("other_date") || OTHER_DAY.test(before.text))) return null;
  return toFound(run.words, run.page, { accept: datedText, likeness: sureOfOrder }, { label: "", style: field.style });
}

/** Whether the hour stands on the same line. */
function hasHour({ page, box }: Found, field: Field): boolean {
  const middle = box.y + box.height / 2;
  const line = (field.byPage.get(page) ?? []).filter(
    (run) => run.box.y < middle && run.box.y + run.box.height > middle,
  );
  return HOUR.test(line.map(({ text }) => text.replace(/\d+[./-]\d+[./-]\d+/, " ")).join(" "));
}
