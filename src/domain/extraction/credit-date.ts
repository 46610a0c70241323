import type { Field } from "./near";
import type { Found } from "./seek";

/** What the day of a credit note is called; the invoice that it takes back has a day of its own on the same paper. */
const OF_CREDIT =
  /gutschrift|storno|credit ?note|creditnota|kreditnot|credit date|(?<!\p{L})avoir(?!\p{L})|not[ae] (?:di )?credito|abono/iu;

/** Behind a twin in another word it may begin a little further on: "Stornorechnung / Gutschrift". */
const BEGINS = 20;
const OF_DAY = /dat|fecha|dag|dato/i;
/** A title or a label of a number is no longer. */
const LONGEST = 40;

/** The days that a credit note states, its own first; an invoice may speak of the day of a credit too. */
export function creditFirst(found: readonly Found[], { runs }: Field): readonly Found[] {
  const isCredit = runs.some(
    ({ text }) =>
      text.length < LONGEST && text.search(OF_CREDIT) >= 0 && text.search(OF_CREDIT) < BEGINS && !OF_DAY.test(text),
  );
  if (!isCredit) return found;
  const isOfCredit = ({ label }: Found) => OF_CREDIT.test(label ?? "") && OF_DAY.test(label ?? "");
  const own = found.filter(isOfCredit);
  // The other day does not rival it.
  return own.length === 0 ? found : own;
}
