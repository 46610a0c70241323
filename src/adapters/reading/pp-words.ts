import type { Word } from "@/domain/extraction/words";
import type { Character, ReadLine, Strip } from "./pp-recognise";
import type { Raster } from "./raster";

/** A gap this wide, in heights of the line, parts two words. */
const GAP = 0.17;
/** Between Han characters, which are set apart anyway. */
const HAN_GAP = 0.6;
/** Marks stand apart from the figures before and behind them, and still belong to them. */
const MARK_GAP = 0.5;
/** A one is narrow and has the room of any other figure: so much of it is white before and behind it. */
const BEFORE_ONE = 0.11;
const BEHIND_ONE = 0.15;
const FIGURE = /^\d$/;
const MARK = /^[.,:;'’%)\]!?-]$/;
const HAN = /\p{Script=Han}/u;

/** The words of a line with their boxes. The network drops blanks, so they are found again in the pixels. */
export function wordsOf({ line, characters, strip }: ReadLine, raster: Raster): readonly Word[] {
  const groups: Character[][] = [];
  const ink = inkOf(strip);
  for (const [index, character] of characters.entries()) {
    const before = characters[index - 1];
    if (character.text === " ") continue;
    if (!before || before.text === " " || isParted(before, character, ink, strip)) groups.push([]);
    groups.at(-1)?.push(character);
  }
  return groups.map((group) => toWord(group, line, strip, ink, raster));
}

/** Which columns of the strip bear ink. */
function inkOf({ data, width, height }: Strip): Uint8Array {
  let darkest = 255;
  let sum = 0;
  for (const value of data) {
    sum += value;
    if (value < darkest) darkest = value;
  }
  const paper = Math.max(sum / data.length, darkest + 1);
  const threshold = darkest + (paper - darkest) * 0.62;
  const ink = new Uint8Array(width);
  // The edges may hold the feet of the line above and the heads of the one below.
  const [top, bottom] = [Math.round(height * 0.15), Math.round(height * 0.85)];
  for (let column = 0; column < width; column++)
    for (let row = top; row < bottom; row++)
      if ((data[row * width + column] as number) < threshold) {
        ink[column] = 1;
        break;
      }
  return ink;
}

function isParted(before: Character, after: Character, ink: Uint8Array, strip: Strip): boolean {
  const gap = widestGap(ink, Math.round(before.at * strip.width), Math.round(after.at * strip.width)) / strip.height;
  if (HAN.test(before.text) && HAN.test(after.text)) return gap > HAN_GAP;
  const isAtMark = MARK.test(after.text) || (/^[.,]$/.test(before.text) && /^\d$/.test(after.text));
  return gap > (isAtMark ? MARK_GAP : GAP + whiteOfOnes(before.text, after.text));
}

/** What ones add to the gap between two figures of one number, so that 112 is no 1 with a 12 beside it. */
function whiteOfOnes(before: string, after: string): number {
  if (!FIGURE.test(before) || !FIGURE.test(after)) return 0;
  return (before === "1" ? BEHIND_ONE : 0) + (after === "1" ? BEFORE_ONE : 0);
}

function widestGap(ink: Uint8Array, from: number, to: number): number {
  let widest = 0;
  let run = 0;
  for (let column = from; column < to; column++) {
    run = ink[column] ? 0 : run + 1;
    if (run > widest) widest = run;
  }
  return widest;
}

function toWord(
  group: readonly Character[],
  line: ReadLine["line"],
  strip: Strip,
  ink: Uint8Array,
  raster: Raster,
): Word {
  const first = group[0]?.at ?? 0;
  const last = group.at(-1)?.at ?? 1;
  const [from, to] = [edge(ink, Math.round(first * strip.width), -1), edge(ink, Math.round(last * strip.width), 1)];
  const middle = ((from + to) / 2 / strip.width - 0.5) * line.length;
  const length = ((to - from) / strip.width) * line.length;
  const [cos, sin] = [Math.cos(line.angle), Math.sin(line.angle)];
  // The line as found has white around it; letters fill about so much of its height.
  const height = line.height * 0.72;
  const [x, y] = [line.x + middle * cos, line.y + middle * sin];
  const isUpright = Math.abs(sin) > 0.7;
  const [width, tall] = isUpright ? [height, length] : [length, height];
  const text = group
    .map((each) => each.text)
    .join("")
    .normalize("NFKC");
  const sureness = Math.exp(
    group.reduce((sum, each) => sum + Math.log(Math.max(1e-3, each.sureness)), 0) / Math.max(1, group.length),
  );
  return {
    text,
    confidence: sureness,
    box: {
      x: (x - width / 2) / raster.width,
      y: (y - tall / 2) / raster.height,
      width: width / raster.width,
      height: tall / raster.height,
    },
  };
}

/** From inside a letter to where its ink ends. */
function edge(ink: Uint8Array, from: number, step: 1 | -1): number {
  let at = Math.max(0, Math.min(ink.length - 1, from));
  // The network marks a letter somewhere in its middle, perhaps in its hollow.
  for (let near = 0; near < 6 && !ink[at] && at > 0 && at < ink.length - 1; near++) at += step;
  let gap = 0;
  let last = at;
  while (at > 0 && at < ink.length - 1 && gap < 4) {
    at += step;
    if (ink[at]) [last, gap] = [at, 0];
    else gap += 1;
  }
  return last;
}
