import { firm, isLegalForm, party } from "./accept";
import type { Run } from "./find-labels";
import type { Word } from "./words";

/** The space between two lines, in heights of the lower one of them. */
const SPACE = 1.2;
/** Lines of an address that are set wide apart are still aligned to a hair. */
const WIDE_SPACE = 2.6;

/** Lines that end at the same edge do so to a hair. */
const FLUSH = 0.004;

/** Lines that stand one under the other, aligned at one side or in the middle, as those of an address are. */
export function blocksOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const blocks: Run[][] = [];
  for (const run of [...runs].sort((a, b) => a.box.y - b.box.y)) {
    const block = blocks.find((each) => isNextOf(each, run));
    if (block) block.push(run);
    else blocks.push([run]);
  }
  return blocks;
}

function isNextOf(block: readonly Run[], run: Run): boolean {
  const last = block.at(-1);
  if (!last) return false;
  const space = run.box.y - last.box.y - last.box.height;
  const height = Math.min(last.box.height, run.box.height);
  const aside = Math.abs(last.box.x - run.box.x);
  const isCentred = Math.abs(middle(last) - middle(run)) < 0.012;
  if (space < -last.box.height * 0.5) return false;
  // A letterhead at the right edge of its page ends there line by line.
  const isFlush = Math.abs(rightOf(last) - rightOf(run)) < FLUSH;
  return space < height * SPACE ? aside < 0.02 || isCentred || isFlush : space < height * WIDE_SPACE && aside < 0.004;
}

function rightOf({ box }: Run): number {
  return box.x + box.width;
}

function middle({ box }: Run): number {
  return box.x + box.width / 2;
}

/** The words of a name that was too long for its line and ends on the next one; null where it does not. */
export function beginningOf(run: Run, rest: readonly Run[]): readonly Word[] | null {
  const next = rest[0];
  if (!next || firm(run.text) !== null || party(run.text) === null || /\d/.test(run.text)) return null;
  const gap = next.box.y - run.box.y;
  const isAlike = Math.abs(next.box.height - run.box.height) < run.box.height * 0.18;
  // "Eigentümer-" and "gemeinschaft Lärchenhof" are one word.
  if (/\p{Ll}{3}-$/u.test(run.text) && /^\p{Ll}{3}/u.test(next.text) && gap < run.box.height * 2.6)
    return [...run.words, ...next.words];
  const isFirm = firm(next.text) !== null && party(`${run.text} ${next.text}`) !== null;
  const isOne = isAlike && gap < run.box.height * 1.8 && isFirm && next.text.split(/\s+/).length <= 4;
  return isOne ? [...run.words, ...next.words] : null;
}

/** The words of a name with its legal form, which may stand behind it or alone on the line below. */
export function endOf(run: Run, rest: readonly Run[]): readonly Word[] {
  const next = rest[0];
  const isEnd = next !== undefined && next.box.y - run.box.y < run.box.height * 2.6 && isLegalForm(next.text);
  return isEnd ? [...run.words, ...next.words] : run.words;
}
