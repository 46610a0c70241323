import { party } from "./accept";
import type { Segment } from "./layout";
import { type Found, toFound } from "./seek";

/** Whoever fills the first box of these forms exports the goods, in whatever language and however badly it was read. */
const FIRST = /^\W{0,2}1\s?[.)]?\s?(?=\p{L})/u;
/** That the boxes of a form are numbered is known by the next ones. */
const OTHERS = /^\W{0,2}(?:2|3|4|6|7|8)\s?[.)]\s?\p{L}/u;
const FEWEST_OTHERS = 2;
/** The first box stands at the upper left. */
const UPPER = 0.25;
const LEFT = 0.3;
/** Its name stands so many heights of the caption below it, and so near its left edge. */
const REACH = 3.5;
const ALIGNED = 0.03;
/** No label was read, so that a person is asked. */
const TRUST = 0.8;

/**
 * The exporter of a certificate of origin by the number of the box alone: on the forms A and E, EUR.1, A.TR and those of
 * chambers of commerce the first box is his.
 */
export function exporterInFirstBox(segments: readonly Segment[]): Found | null {
  const page = segments.filter((each) => each.page === 1);
  const caption = page.find(({ text, box }) => FIRST.test(text) && box.y < UPPER && box.x < LEFT);
  const isNumbered = page.filter(({ text }) => OTHERS.test(text)).length >= FEWEST_OTHERS;
  if (!caption || !isNumbered) return null;
  const below = page.filter((each) => isBelow(each, caption)).sort((a, b) => a.box.y - b.box.y);
  for (const { words } of below) {
    const found = toFound(words, 1, { accept: party }, { label: "" });
    if (found) return { ...found, score: TRUST };
  }
  return null;
}

function isBelow({ box }: Segment, caption: Segment): boolean {
  const gap = box.y - caption.box.y;
  return (
    gap > caption.box.height * 0.5 && gap < caption.box.height * REACH && Math.abs(box.x - caption.box.x) < ALIGNED
  );
}
