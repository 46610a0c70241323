import type { Accept, Around } from "./acceptor";
import { parseDate } from "./parse-value";

/** A date. One that could be two is read as most of the world writes it, and a person is asked. */
export const datedText: Accept = (said, around) => {
  const text = said.replace(SPLIT_YEAR, "$1$2");
  return parseDate(text, around?.style?.dates) ?? parseDate(text, "day_first") ?? parseDate(mended(text), "day_first");
};
/** A year at the head of a date that was read in two: "20 26-11-17". */
const SPLIT_YEAR = /(?<!\d)(20) (\d\d([-/.])\d\d\3\d\d)(?!\d)/;

/**
 * A date as an engine may read it: figures set so wide that each became a word ("1 6 / 0 8 / 1 8", "17- 1 1- 2018"), a
 * nought for the letter of a month ("0CT.06"), another sign for a mark or a character that it does not know.
 */
function mended(text: string): string {
  const lettered = text.replace(/(?<![\d\p{L}])0(ct|kt)/giu, "O$1").replace(/(?<!\p{L})(n)0(v)/giu, "$1o$2");
  const marked = lettered.replace(/(?<=\d)[\p{So}\p{Co}\ufffd](?=\d)/gu, "-");
  const day = /(?<!\d)(\d(?:\s?\d)?)\s?([/.-])\s?(\d(?:\s?\d)?)\s?[/.-]\s?(2\s?0\s?\d\s?\d|\d{4}|\d\s?\d)(?!\d)/.exec(
    marked,
  );
  if (!day) return marked;
  const [, first = "", mark = "", second = "", year = ""] = day;
  return [first, second, year].map((figures) => figures.replace(/\s/g, "")).join(mark);
}

/** How sure the order of day and month is, and that it is one day. */
export const sureOfOrder = (_value: string, raw: string, around?: Around): number =>
  isPeriod(raw) ? 0.5 : parseDate(raw, around?.style?.toldDates) === null ? 0.85 : 1;

/** From one day to another is no day on which a paper was written. */
function isPeriod(text: string): boolean {
  const parts = text.split(/\s(?:to|bis|au|al|hasta|t\/m|until|through)\s|\s[-–—]\s/i);
  return parts.length > 1 && parts.filter((part) => parseDate(part, "day_first") !== null).length > 1;
}
