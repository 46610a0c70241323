import type { Box } from "../shared/sourced";
import { boxAround, type Segment, textOf } from "./layout";
import type { Word } from "./words";

/** A value that stands at its label. */
export interface Found {
  readonly value: string;
  readonly raw: string;
  readonly page: number;
  readonly box: Box;
  /** 0 to 1: how sure the reading is, and how close the value stands to its label. */
  readonly confidence: number;
}

/** Turns text into a canonical value; null when it is not of the kind that is looked for. */
export type Accept = (text: string) => string | null;

interface Sought {
  readonly labels: readonly RegExp[];
  readonly accept: Accept;
  /** Where the value may stand. Names of parties stand below their label, numbers beside it. */
  readonly places?: readonly Place[];
}

type Place = "same" | "right" | "below";

const PLACES: readonly Place[] = ["same", "right", "below"];
/** How much a place away from the label takes from the sureness. */
const TRUST: Readonly<Record<Place, number>> = { same: 1, right: 0.98, below: 0.97 };
/** How far to the right and below a value may stand, in widths and heights of the page. */
const REACH_RIGHT = 0.42;
const REACH_BELOW = 0.055;

/** The first acceptable value at any of the labels, in the order of the labels; the surest among equals. */
export function findAtLabel(segments: readonly Segment[], { labels, accept, places = PLACES }: Sought): Found | null {
  for (const label of labels) {
    const found = segments.flatMap((segment) => {
      const rest = afterLabel(segment, label);
      return rest ? valueNear(segments, segment, rest, accept, places) : [];
    });
    const best = found.reduce<Found | null>(
      (surest, each) => (surest === null || each.confidence > surest.confidence ? each : surest),
      null,
    );
    if (best) return best;
  }
  return null;
}

/** The words after the label in its own segment, and those of the label; null when the label is not there. */
function afterLabel(
  segment: Segment,
  label: RegExp,
): { readonly label: readonly Word[]; readonly rest: readonly Word[] } | null {
  const match = new RegExp(label.source, "iu").exec(segment.text);
  if (!match || match.index > 0) return null;
  let length = 0;
  let count = 0;
  while (count < segment.words.length && length < match[0].trimEnd().length) {
    length += (segment.words[count]?.text.length ?? 0) + (count > 0 ? 1 : 0);
    count += 1;
  }
  return { label: segment.words.slice(0, count), rest: segment.words.slice(count) };
}

function valueNear(
  segments: readonly Segment[],
  segment: Segment,
  parts: { readonly label: readonly Word[]; readonly rest: readonly Word[] },
  accept: Accept,
  places: readonly Place[],
): readonly Found[] {
  for (const place of places) {
    const candidates =
      place === "same"
        ? parts.rest.length > 0
          ? [parts.rest]
          : []
        : neighbours(segments, segment, parts.label, place).map((each) => each.words);
    for (const words of candidates) {
      const found = toFound(words, segment.page, accept, TRUST[place]);
      if (found) return [found];
    }
  }
  return [];
}

function neighbours(
  segments: readonly Segment[],
  segment: Segment,
  label: readonly Word[],
  place: "right" | "below",
): readonly Segment[] {
  const from = boxAround(label);
  const others = segments.filter((each) => each.page === segment.page && each !== segment);
  if (place === "right") {
    return others
      .filter(
        (each) => each.row === segment.row && each.box.x > from.x && each.box.x - from.x - from.width < REACH_RIGHT,
      )
      .slice(0, 1);
  }
  const bottom = from.y + from.height;
  return others
    .filter(
      (each) =>
        each.box.y >= bottom - from.height * 0.3 && each.box.y - bottom < REACH_BELOW && startsUnder(each.box, from),
    )
    .sort((a, b) => a.box.y - b.box.y)
    .slice(0, 2);
}

/** Left-aligned with the label, or standing over its middle. */
function startsUnder(box: Box, label: Box): boolean {
  const isAligned = Math.abs(box.x - label.x) < 0.035;
  const middle = label.x + label.width / 2;
  return isAligned || (box.x < middle && box.x + box.width > middle && box.width < 0.45);
}

/** The value that the words hold, with their box and the least sure of them. */
export function toFound(words: readonly Word[], page: number, accept: Accept, trust: number): Found | null {
  const raw = textOf(words)
    .replace(/^[\s:：.\-–#]+/u, "")
    .trim();
  const value = raw === "" ? null : accept(raw);
  if (value === null) return null;
  const sureness = words.reduce((least, word) => Math.min(least, word.confidence), 1);
  return { value, raw, page, box: boxAround(words), confidence: sureness * trust };
}
