import type { Found } from "./seek";

/** What the day of a credit note is called; the invoice that it takes back has a day of its own on the same paper. */
const OF_CREDIT =
  /gutschrift|storno|credit ?note|creditnota|kreditnot|credit date|(?<!\p{L})avoir(?!\p{L})|not[ae] (?:di )?credito|abono/iu;

/** The days that a paper states, that of the credit note itself first. */
export function creditFirst(found: readonly Found[]): readonly Found[] {
  const isOfCredit = ({ label }: Found) => OF_CREDIT.test(label ?? "") && /dat|fecha|dag|dato/i.test(label ?? "");
  const own = found.filter(isOfCredit);
  // The other day does not rival it.
  return own.length === 0 ? found : own;
}
