import { faceOf, UNKNOWN, type Weight } from "./letters";

/** Characters of one file that stand beside each other. */
export interface Run {
  readonly face: string;
  readonly text: string;
  readonly width: number;
}

export type Line = readonly Run[];

/** How wide the text is in the letters of a file, in points. */
export type Measure = (face: string, text: string) => number;

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;
/** What begins no line, and what ends none, as Chinese is set. */
const NOT_FIRST = /^[、。，．：；？！）》」』】〉”’%,.:;?!)\]}…—]/u;
const NOT_LAST = /[（《「『【〈“‘([{]$/u;

/**
 * Sets a text in lines of a width: words stay whole, Chinese breaks between any two characters but beside punctuation,
 * and what is wider than a line by itself is broken where the line ends.
 */
export function setLines(text: string, weight: Weight, width: number, measure: Measure): readonly Line[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = "";
    const widthOf = (each: string) => runsOf(each.trimEnd(), weight, measure).reduce((sum, run) => sum + run.width, 0);
    for (const word of wordsOf(printable(paragraph))) {
      if (widthOf(line + word) <= width) {
        line += word;
        continue;
      }
      if (line !== "") lines.push(line);
      const pieces = piecesOf(word, width, widthOf);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? "";
    }
    return [...lines, line].map((each) => runsOf(each.trimEnd(), weight, measure));
  });
}

/** The text in runs of one file each. */
export function runsOf(text: string, weight: Weight, measure: Measure): Line {
  const runs: { face: string; text: string }[] = [];
  for (const character of text) {
    const own = faceOf(character, weight);
    const face = own ?? faceOf(UNKNOWN, weight) ?? "";
    const shown = own === null ? UNKNOWN : character;
    const last = runs.at(-1);
    if (last?.face === face) last.text += shown;
    else runs.push({ face, text: shown });
  }
  return runs.map((run) => ({ ...run, width: measure(run.face, run.text) }));
}

/** Without what no letter stands for: control characters, marks of direction, variants of a letter. */
function printable(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll("\t", " ")
    .replace(/\p{Cc}|\p{Cf}|\p{Variation_Selector}/gu, "");
}

function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let before = "";
  for (const character of text) {
    if (words.length > 0 && !mayBreak(before, character)) words[words.length - 1] += character;
    else words.push(character);
    before = character;
  }
  return words;
}

function mayBreak(before: string, after: string): boolean {
  if (before === " ") return after !== " ";
  if (after === " " || NOT_FIRST.test(after) || NOT_LAST.test(before)) return false;
  return WIDE.test(before) || WIDE.test(after);
}

function piecesOf(word: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [""];
  for (const character of word) {
    const last = pieces.at(-1) ?? "";
    if (last !== "" && widthOf(last + character) > width) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
}
