import type { Box } from "../shared/sourced";
import { boxAround, cutAt, type Segment, startsOf, textOf, toSegment } from "./layout";
import type { Word } from "./words";

/** A value that stands at its label. */
export interface Found {
  readonly value: string;
  readonly raw: string;
  readonly page: number;
  readonly box: Box;
  /** 0 to 1: how sure the reading is, and how close the value stands to its label. */
  readonly confidence: number;
  /** The words of the label at which it stands, if it was found by one. */
  readonly label?: string;
}

/** Turns text into a canonical value; null when it is not of the kind that is looked for. */
export type Accept = (text: string) => string | null;

/** `beside` is to the right, of a label that ends with a colon. */
export type Place = "same" | "right" | "beside" | "below" | "above";

export interface Sought {
  /** The words of the label, as alternatives of a regular expression; earlier lists are better labels. */
  readonly labels: readonly string[];
  readonly accept: Accept;
  /** Where the value may stand. Names of parties stand below their label, numbers beside it. */
  readonly places?: readonly Place[];
  /** Whether a text is the rest of a value that did not fit its line. */
  readonly isRest?: (text: string) => boolean;
}

const PLACES: readonly Place[] = ["same", "right", "below"];
/** How much a place away from the label takes from the sureness. */
const TRUST: Readonly<Record<Place, number>> = { same: 1, right: 0.98, beside: 0.98, below: 0.97, above: 0.92 };
/** What a label costs before which something stands that is no word of the form. */
const NOISY_TRUST = 0.95;
/** How far to the right, below and above a value may stand, in widths and heights of the page. */
const REACH_RIGHT = 0.42;
const REACH_BELOW = 0.055;
const REACH_ABOVE = 0.045;

/** Before a label stands the number of its box, or its twin in another script. */
const BOX_NUMBER = "(?:\\(?\\d{1,2}[a-z]?[.)]?\\s+)?";
const TWIN_BEFORE = "(?:[^\\p{Script=Latin}\\d\\s][^\\p{Script=Latin}\\d]{0,15}\\s*)?";
/** Behind a label stands its twin, or the other thing that the box is for. */
const TWIN_BEHIND = "(?:\\s*[/／]?\\s*[\\p{Script=Han}（）]{2,12}(?=\\s*[:：]|\\s*$))?";
const OTHER_ROLES =
  "buyer|importer|exporter|seller|shipper|consignee|notify party|applicant|manufacturer|date|code|address";
const ROLE_BEHIND = `(?:\\s*[/&]\\s*(?:${OTHER_ROLES})(?:'?s? (?:name|address))?(?=\\s*[:：]|\\s*$))?`;
const BEHIND = `(?![\\p{Script=Latin}'’])${TWIN_BEHIND}${ROLE_BEHIND}\\s*[:：]?`;

/** What stands in forms and is neither a value nor asked for. */
const OTHER_LABELS = [
  "requested flight.*|flight\\s*/?\\s*(no|date).*|by first carrier.*|reference( number| no\\.?)?|(buyer'?s )?order( no\\.?| number)?",
  "p\\.?\\s?o\\.?( no\\.?| number)?|s/c\\s*no\\.?|contract( no\\.?)?|(ocean )?vessel.*|voyage.*|(terms of )?payment( terms)?|l/c( no\\.?)?",
  "tel\\.?|telephone|phone|fax|e-?mail|vat.*id.*|tax id.*|bank.*|marks( and| &| no).*|marks|shipping marks|description.*|notify.*",
  "(issuing carrier.?s )?agent.*|accounting information|handling information|amount of insurance|declared value.*|nature and quantity.*",
  "rate( class)?.*|chargeable.*|measurement.*|place of (delivery|receipt|issue).*|pre-?carriage.*|place and date.*|remarks|transport details.*",
  "means of (transport|conveyance).*|declared means.*|treatment|additional declaration|distinguishing marks|number and (kind|description).*",
  "name of produce.*|botanical name.*|tariff code|type of .*|not negotiable|air waybill|number of original.*|freight payable.*|shipped on board.*",
  "to be|issued by|signature.*|authori[sz]ed signature.*|page( \\d+.*)?|qty( unit)?|quantity|unit price.*|amount.*|sci|currency",
].join("|");

/** The first acceptable value at any of the labels, in the order of the labels; the surest among equals. */
export function findAtLabel(
  segments: readonly Segment[],
  { labels, accept, places = PLACES, isRest }: Sought,
  isLabel: (text: string) => boolean,
): Found | null {
  for (const label of labels) {
    const found = segments.flatMap((segment) => {
      const at = matchLabel(segment, label);
      return at ? valueNear(segments, segment, at, accept, places, isLabel) : [];
    });
    const best = found.reduce<Found | null>(
      (surest, each) => (surest === null || each.confidence > surest.confidence ? each : surest),
      null,
    );
    if (best) return isRest ? withRest(best, segments, accept, isRest) : best;
  }
  return null;
}

/** The value together with its rest, which stands behind it or on the line below. */
function withRest(
  found: Found,
  segments: readonly Segment[],
  accept: Accept,
  isRest: (text: string) => boolean,
): Found {
  const { x, y, width, height } = found.box;
  const rest = segments.find(({ page, box, text }) => {
    const isBehind = Math.abs(box.y - y) < height * 0.5 && box.x > x + width && box.x - x - width < 0.06;
    const isUnder = box.y > y + height * 0.5 && box.y < y + height * 2.6 && Math.abs(box.x - x) < 0.02;
    return page === found.page && (isBehind || isUnder) && isRest(text);
  });
  const raw = rest ? `${found.raw} ${rest.text}` : found.raw;
  const value = rest ? accept(raw) : null;
  if (!rest || value === null) return found;
  const sureness = Math.min(found.confidence, ...rest.words.map((word) => word.confidence));
  return { ...found, value, raw, box: around(found.box, rest.box), confidence: sureness };
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** Whether a text is a label and nothing more, so that it is nobody's value. */
export function labelTest(labels: readonly string[]): (text: string) => boolean {
  const all = [...labels, OTHER_LABELS].join("|");
  const whole = new RegExp(`^${BOX_NUMBER}${TWIN_BEFORE}(?:${all})${BEHIND}[\\s.:：*)]*$`, "iu");
  const led = new RegExp(`^${BOX_NUMBER}${TWIN_BEFORE}(?:${all})\\s*[:：]`, "iu");
  return (text) => whole.test(text) || led.test(text);
}

/** Segments that hold several labels with their values, one behind the other, are taken apart before each label. */
export function splitAtLabels(segments: readonly Segment[], labels: readonly string[]): readonly Segment[] {
  const all = labels.join("|");
  const led = new RegExp(`^${TWIN_BEFORE}(?:${all})${TWIN_BEHIND}\\s*[:：]`, "iu");
  const parted = new RegExp(`^[/|]\\s+(?:${all})(?![\\p{Script=Latin}'’])`, "iu");
  return segments.flatMap((segment) => {
    const parts = partsOf(segment, [led, parted]);
    if (parts.length === 1) return [segment];
    return parts.map((words) =>
      toSegment(/^[/|]$/.test(words[0]?.text ?? "") ? words.slice(1) : words, segment.page, segment.row),
    );
  });
}

function partsOf({ words, text }: Segment, beginnings: readonly RegExp[]): readonly (readonly Word[])[] {
  const starts = startsOf(words);
  const parts: Word[][] = [];
  let labelEnd = 0;
  for (const [index, word] of words.entries()) {
    const start = starts[index] ?? 0;
    const length =
      beginnings.map((each) => each.exec(text.slice(start))?.[0].length ?? 0).find((each) => each > 0) ?? 0;
    // A word inside a label is no label of its own: the "weight" of "net weight".
    const begins = index === 0 || (length > 0 && start >= labelEnd);
    if (begins) {
      parts.push([]);
      labelEnd = start + length;
    }
    parts.at(-1)?.push(word);
  }
  return parts;
}

interface At {
  readonly label: readonly Word[];
  readonly rest: readonly Word[];
  readonly hasColon: boolean;
  readonly trust: number;
}

/** The words of the label and those behind it in its own segment; null when the label is not there. */
function matchLabel(segment: Segment, label: string): At | null {
  const plain = compiled(`^${BOX_NUMBER}${TWIN_BEFORE}(?:${label})${BEHIND}`).exec(segment.text);
  // A twin in a script that the engine could not read is a short heap of letters before a label with its colon.
  const noisy = plain ?? compiled(`^(?:\\S{1,3}\\s){1,2}(?:${label})\\s*[:：]`).exec(segment.text);
  if (!noisy) return null;
  const [head, rest] = cutAt(segment.words, noisy[0].trimEnd().length);
  return { label: head, rest, hasColon: /[:：]\s*$/.test(noisy[0]), trust: plain ? 1 : NOISY_TRUST };
}

const COMPILED = new Map<string, RegExp>();

function compiled(source: string): RegExp {
  const known = COMPILED.get(source) ?? new RegExp(source, "iu");
  COMPILED.set(source, known);
  return known;
}

function valueNear(
  segments: readonly Segment[],
  segment: Segment,
  at: At,
  accept: Accept,
  places: readonly Place[],
  isLabel: (text: string) => boolean,
): readonly Found[] {
  for (const place of places) {
    for (const words of candidatesAt(place, segments, segment, at, isLabel)) {
      const found = toFound(words, segment.page, accept, TRUST[place] * at.trust);
      if (found) return [{ ...found, label: textOf(at.label) }];
    }
  }
  return [];
}

function candidatesAt(
  place: Place,
  segments: readonly Segment[],
  segment: Segment,
  { label, rest, hasColon }: At,
  isLabel: (text: string) => boolean,
): readonly (readonly Word[])[] {
  if (place === "same") return rest.length > 0 ? [rest] : [];
  if (place === "beside" && !hasColon) return [];
  const near = neighbours(segments, segment, label, place === "beside" ? "right" : place);
  // What stands beyond another label is that one's.
  const end = near.findIndex((each) => isLabel(each.text));
  return (end < 0 ? near : near.slice(0, end)).map((each) => each.words);
}

function neighbours(
  segments: readonly Segment[],
  segment: Segment,
  label: readonly Word[],
  place: "right" | "below" | "above",
): readonly Segment[] {
  const from = boxAround(label);
  const others = segments.filter((each) => each.page === segment.page && each !== segment);
  if (place === "right") return toTheRight(others, segment, from);
  const bottom = from.y + from.height;
  const isNear =
    place === "below"
      ? ({ box }: Segment) => box.y >= bottom - from.height * 0.3 && box.y - bottom < REACH_BELOW
      : ({ box }: Segment) => box.y + box.height <= from.y + from.height * 0.3 && from.y - box.y < REACH_ABOVE;
  return others
    .filter((each) => isNear(each) && startsUnder(each.box, from))
    .sort((a, b) => (place === "below" ? a.box.y - b.box.y : b.box.y - a.box.y))
    .slice(0, 2);
}

/** What stands on the label's line, or so little above or below it that the line of the form is the same. */
function toTheRight(others: readonly Segment[], segment: Segment, from: Box): readonly Segment[] {
  const middle = from.y + from.height / 2;
  return others
    .filter(({ box, row }) => {
      const gap = box.x - from.x - from.width;
      const offset = Math.abs(box.y + box.height / 2 - middle);
      return box.x > from.x && gap < REACH_RIGHT && (row === segment.row || (gap < 0.12 && offset < from.height * 1.1));
    })
    .sort((a, b) => Number(b.row === segment.row) - Number(a.row === segment.row) || a.box.x - b.box.x)
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
