import { scriptOf } from "./unread";
import type { Word } from "./words";

/** A page with fewer characters than this has no text layer worth the name. */
const FEWEST_CHARACTERS = 40;
const PRINTABLE_SHARE = 0.97;
const PLAUSIBLE_SHARE = 0.55;

/**
 * Whether a PDF's text layer may stand for the page. Scans sometimes carry a garbage one: replacement characters,
 * control codes, or strings that look like no word, number or name.
 */
export function isTrustworthyTextLayer(words: readonly Word[]): boolean {
  const text = words.map((word) => word.text).join("");
  if (text.length < FEWEST_CHARACTERS) return false;
  const printable = [...text].filter(
    (character) => /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character) && character !== "\uFFFD",
  ).length;
  if (printable / [...text].length < PRINTABLE_SHARE) return false;
  // A language that is not read has words of other shapes; that it is one is known from its letters alone.
  if (scriptOf(text) !== null) return true;
  const judged = words.filter((word) => word.text.length >= 3);
  return (
    judged.length === 0 || judged.filter((word) => isPlausible(word.text)).length / judged.length >= PLAUSIBLE_SHARE
  );
}

function isPlausible(text: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return true;
  if (/\d/.test(text)) return /^[\p{L}\p{N}.,:;/\\()#&@+*%$€£¥'"_-]+$/u.test(text);
  return /[aeiouyAEIOUY]/.test(text) && /^[\p{L}.,:;/()&'"-]+$/u.test(text);
}
