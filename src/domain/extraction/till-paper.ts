import type { PageText } from "./words";

/** Tills print so many letters side by side at most; letters, forms and labels of parcels are wider. */
const WIDEST = 56;
/** So much of the words may stand out on either side. */
const OUTSIDE = 0.03;

/** The words of a till in so many rows, each with its weight, say that a paper is a receipt. */
export const TILL = 4.5;
/** What it says for a receipt that prices and the words of a till stand on a roll. */
const ROLL = 5;
/** On wide papers the words of tills are those of any payment. */
const MOST_ON_WIDE = 3;
/** More than words alone can say: a title says so. */
const TITLED = 8.5;
const NARROW = 0.66;
const FEW_WORDS = 160;
/** A figure with decimals or groups, as sums are printed. */
const PRICE = /^\W*(?:[A-Z]{0,3}[$€£¥]?)?\d{1,3}(?:[.,' ]?\d{3})*[.,]\d{2,3}\W{0,2}[A-Z]{0,2}$/;

/** How much speaks for a receipt, where titles and words speak so much for it, by the paper that it is on. */
export function rightToReceipt(score: number, page: PageText): number {
  if (isRoll(page)) return isPriced(page) ? score + ROLL : score;
  return isTillPaper(page) || score >= TITLED ? score : Math.min(score, MOST_ON_WIDE);
}

/** Whether a page is from a roll and full of prices; with a total it is a receipt, whatever else it says. */
export function isPricedRoll(page: PageText): boolean {
  return isRoll(page) && isPriced(page);
}

function isPriced({ words }: PageText): boolean {
  return words.filter(({ text }) => PRICE.test(text)).length > 1;
}

/** Whether a page may come from a till, which prints on rolls and not much. */
export function isTillPaper(page: PageText): boolean {
  // Rules that are typed are no words.
  const words = page.words.filter(({ text }) => /[\p{L}\d]/u.test(text)).length;
  return page.aspect < NARROW || words < FEW_WORDS || isRoll(page);
}

/** Whether so few letters stand side by side that it is the roll of a till. */
function isRoll(page: PageText): boolean {
  const words = page.words.filter(({ text }) => /[\p{L}\d]/u.test(text));
  const room = at(
    words.filter(({ text }) => text.length > 2).map(({ text, box }) => box.width / text.length),
    0.5,
  );
  const left = at(
    words.map(({ box }) => box.x),
    OUTSIDE,
  );
  const right = at(
    words.map(({ box }) => box.x + box.width),
    1 - OUTSIDE,
  );
  return room > 0 && (right - left) / room < WIDEST;
}

/** What so much of the numbers are smaller than. */
function at(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
