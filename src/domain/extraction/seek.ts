import type { Box } from "../shared/sourced";
import type { Accept, Around } from "./acceptor";
import { isDatedAfter, isDateOfAnother } from "./dated-papers";
import type { HeaderField } from "./field";
import type { Run } from "./find-labels";
import { boxAround, textOf } from "./layout";
import type { Concept } from "./lexicon/concepts";
import { type Field, isLabelled, type Near, nearOf, type Place } from "./near";
import type { Word } from "./words";

/** A value that was found, and the evidence for it. */
export interface Found {
  readonly value: string;
  readonly raw: string;
  readonly page: number;
  readonly box: Box;
  /** 0 to 1: how well it stands where such a value should stand. */
  readonly score: number;
  /** 0 to 1: how surely its characters were read. */
  readonly sureness: number;
  /** The words of the label at which it stands, if it was found by one. */
  readonly label?: string;
  readonly place?: Place;
  readonly concept?: Concept;
}

export interface Sought {
  readonly name: HeaderField;
  /** The labels at which it may stand, each with how far it is to be trusted. */
  readonly at: readonly (readonly [Concept, number])[];
  readonly accept: Accept;
  /** How far each place is to be trusted, where that differs from the usual. */
  readonly places?: Partial<Readonly<Record<Place, number>>>;
  /** What each value that stands between label and value takes away. */
  readonly perStep?: number;
  /** Whether the last of several figures on the line is meant, as in the row of a total. */
  readonly isLast?: boolean;
  /** Whether a text is the rest of a value that did not fit its line. */
  readonly isRest?: (text: string, value: string) => boolean;
  /** Labels that others use as well; what stands at them must look just like what is sought. */
  readonly strictAt?: readonly Concept[];
  /** Whether a value may begin on one line and end on the next. */
  readonly mayWrap?: boolean;
  /** Whether a value that ends with a hyphen or a stroke goes on below it, as a long number in a narrow box does. */
  readonly mayBreak?: boolean;
  /** 0 to 1: how much a value looks like what is sought. */
  readonly likeness?: (value: string, raw: string, around?: Around) => number;
  /** Labels that in one line with a value announce it as part of what is copied from another paper. */
  readonly copiedAt?: RegExp;
  /** Whether of values that stand equally well the latest is meant. */
  readonly isLatest?: boolean;
  /** What is taken for it at its labels, and asked, where nothing else is found. */
  readonly otherwise?: Accept;
  /** Whether only a label tells it, or a form of its own, and none that others share. */
  readonly isLabelled?: boolean;
  /** What is taken for it by its form alone where no label tells it, the best first. */
  readonly forms?: readonly Form[];
}

/** What is told by its form alone, wherever on the page it stands. */
export interface Form {
  readonly accept: Accept;
  /** 0 to 1: how far the form is to be trusted. */
  readonly trust: number;
  /** 0 to 1: how much a value looks like what is sought. */
  readonly likeness?: (value: string) => number;
  /** Whether of several figures that which adds up the others is meant. */
  readonly isSum?: boolean;
  /** Whether it is a sentence, which may go on in the line below. */
  readonly isSentence?: boolean;
}

const PLACES: Readonly<Record<Place, number>> = { same: 1, right: 0.97, below: 0.94, above: 0.55 };
const PER_STEP = 0.72;
const STRICT = 0.6;
/** What stands closer to another label. */
const OTHERS = 0.6;
/** What a value further off loses when one stands at the label itself. */
const BESIDE_ANOTHER = 0.75;
const ANSWERED = 0.6;
const COPIED = 0.75;

/** Everything on the pages that could be the value, the best first. */
export function candidatesFor(sought: Sought, field: Field): readonly Found[] {
  const weights = new Map(sought.at);
  const found = field.runs.flatMap((run, at) => {
    const concept = run.concepts
      .filter((each) => weights.has(each) && !isDateOfAnother(run, each, field.runs[at - 1]))
      .sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))[0];
    return concept ? atLabel(run, concept, weights.get(concept) ?? 0, sought, field) : [];
  });
  const byScore = found.sort((a, b) => b.score - a.score || a.page - b.page || a.box.y - b.box.y);
  return sought.isLatest ? latestFirst(byScore) : byScore;
}

/** Values that stand so nearly as well as the best. */
const AS_WELL = 0.05;

function latestFirst(found: readonly Found[]): readonly Found[] {
  const best = found[0]?.score ?? 0;
  const isAsGood = ({ score, concept }: Found) => score > best - AS_WELL && concept === found[0]?.concept;
  const likely = found.filter(isAsGood).sort((a, b) => b.value.localeCompare(a.value));
  const [first] = likely;
  // They do not rival each other: an earlier one is of something that came before.
  return first ? [first, ...found.filter((each) => !isAsGood(each))] : found;
}

function atLabel(label: Run, concept: Concept, weight: number, sought: Sought, field: Field): readonly Found[] {
  const near = nearOf(label, field);
  const trust = weight * label.likeness;
  let isFirst = true;
  // Behind "Bill To" stands the number of the customer, whose name is below.
  const answered = sought.isRest && concept !== "bill_to" && isAnswered(near) ? ANSWERED : 1;
  return (sought.isLast ? lastFirst(near.filter((each) => !isCountBeforeSum(each, near))) : near).flatMap((each) => {
    const { run, place } = each;
    const placed = trustOf(each, label, sought, answered);
    const begun = placed === 0 ? null : valueIn(run, label, sought, field);
    if (!begun) return [];
    const made = sought.isRest ? withRest(begun, run, sought, field) : begun;
    const doubt = doubtAt(label, concept, place, made, sought);
    const other = concept === "date" && isDatedAfter(label, field) ? COPIED : 1;
    const score = trust * placed * made.score * doubt * other * (isFirst ? 1 : BESIDE_ANOTHER);
    if (place === "same" || (place === "right" && label.hasColon)) isFirst = false;
    return [{ ...made, score, label: label.text, place, concept }];
  });
}

/** "TOTAL: 520 28,458.00" counts cartons before it says what they cost. */
function isCountBeforeSum({ run, place }: Near, near: readonly Near[]): boolean {
  const isCount = place === "same" && /^\d{1,4}$/.test(run.text.trim());
  return isCount && near.some((each) => each.place === "right" && /\d[.,]\d{2}$/.test(each.run.text));
}

/** How far a label is to be trusted that others use as well, or that announces what is copied from another paper. */
function doubtAt(label: Run, concept: Concept, place: Place, { score }: Found, sought: Sought): number {
  if (place === "same" && sought.copiedAt?.test(label.text)) return COPIED;
  return score < 1 && sought.strictAt?.includes(concept) ? STRICT : 1;
}

/** "Kunde 10882" has said what it announces; a name under it belongs to something else. */
function isAnswered(near: readonly Near[]): boolean {
  return near.some(({ run, place }) => place === "same" && /\d{3}/.test(run.text));
}

/** How far a place is to be trusted, and what stands in between. */
function trustOf({ run, place, steps, isOthers }: Near, label: Run, sought: Sought, answered: number): number {
  const under = place === "below" ? answered : 1;
  const placed = (sought.places?.[place] ?? PLACES[place]) * (isOthers ? OTHERS : 1) * under;
  return placed * (sought.perStep ?? PER_STEP) ** steps * (sought.isLast ? 1 : across(label, run, place));
}

function valueIn(run: Run, label: Run, sought: Sought, field: Field): Found | null {
  const around = { label: `${label.text} ${label.hint}`, style: field.style };
  return (
    (sought.mayBreak ? unbroken(run, label, sought, field, around) : null) ??
    toFound(run.words, run.page, sought, around) ??
    (SERIES.test(run.text) ? besideSeries(run, sought, field, around) : null) ??
    (sought.mayWrap ? wrapped(run, sought, field, around) : null)
  );
}

/** A longer line is none of a narrow box. */
const NARROW = 24;

/** A number that was broken behind a mark of its own: "SKC/EX/" and below it "1192/26", or before one: "/26". */
function unbroken(run: Run, label: Run, sought: Sought, field: Field, around: Around): Found | null {
  const isOpen = /[A-Z\d][-/]$/.test(run.text);
  if (run.text.length > NARROW || !/[A-Z\d]/.test(run.text)) return null;
  const goesOn = isOpen ? /^(?=.*\d)[A-Z\d][A-Z\d/-]*$/ : /^[-/](?=.*\d)[A-Z\d][A-Z\d/-]*$/;
  const next = underneath(run, field).find((each) => goesOn.test(each.text) && !isLabelled(each, label, field));
  const accept: Accept = (text, there) => sought.accept(text.replace(/(?<=[-/])\s+|\s+(?=[-/])/g, ""), there);
  return next ? toFound([...run.words, ...next.words], run.page, { ...sought, accept }, around) : null;
}

/** The letters of a series, which on printed forms stand apart from the figures behind them. */
const SERIES = /^(?:no?\.?\s)?[A-Z]{1,2}$/i;
const SERIES_GAP = 0.06;

function besideSeries(run: Run, sought: Sought, field: Field, around: Around): Found | null {
  const page = field.byPage.get(run.page) ?? [];
  const next = page[page.indexOf(run) + 1];
  const isNext = next && next.row === run.row && next.box.x - run.box.x - run.box.width < SERIES_GAP;
  return isNext && /^\d{5,9}$/.test(next.text)
    ? toFound([...run.words, ...next.words], run.page, sought, around)
    : null;
}

/** Far to the right of a label that announces nothing stands another box of the form. */
function across(label: Run, run: Run, place: Place): number {
  if (place !== "right" || label.hasColon) return 1;
  const gap = run.box.x - label.box.x - label.box.width;
  return gap > 0.45 ? 0.78 : gap > 0.12 ? 0.85 : 1;
}

/** A value that goes on at the beginning of the next line. */
function wrapped(run: Run, sought: Sought, field: Field, around: Around): Found | null {
  const next = underneath(run, field, sought.isLast)[0];
  return next ? toFound([...run.words, ...next.words], run.page, sought, around) : null;
}

/** What stands directly under the run, on the next line; figures are set to the right. */
function underneath(run: Run, field: Field, isFigure = false): readonly Run[] {
  const { x, y, width, height } = run.box;
  const page = field.byPage.get(run.page) ?? [];
  // What stands behind a label of its own is no rest of anything.
  const isOthers = (at: number) => page[at - 1]?.segment === page[at]?.segment && page[at - 1]?.hasColon;
  return page.filter(
    ({ box, concepts }, at) =>
      concepts.length === 0 &&
      !isOthers(at) &&
      box.y > y + height * 0.4 &&
      box.y < y + height * 2.4 &&
      (Math.abs(box.x - x) < 0.03 ||
        Math.abs(box.x + box.width / 2 - x - width / 2) < 0.012 ||
        (isFigure && Math.abs(box.x + box.width - x - width) < 0.01)),
  );
}

function lastFirst(near: readonly Near[]): readonly Near[] {
  const right = near.filter(({ place }) => place === "right");
  const turned = [...right].reverse().map((each, index) => ({ ...each, steps: index }));
  return [
    ...near.filter(({ place }) => place === "same"),
    ...turned,
    ...near.filter(({ place }) => place !== "right" && place !== "same"),
  ];
}

const NEGATIVE = /^[\s:：.=|]*[-−–](?=\d|[€$£]\s?\d|[A-Z]{2,3}\s?\d)/u;

/** The value that the words hold, with their box and the least sure of them. */
export function toFound(
  words: readonly Word[],
  page: number,
  sought: Pick<Sought, "accept" | "likeness" | "isLast">,
  around: Around,
): Found | null {
  const text = textOf(words);
  const bare = text.replace(/^[\s:：.\-–—=|]+/u, "").trim();
  // A dash close to a sum takes it away; elsewhere it only leads to what follows.
  const raw = sought.isLast && NEGATIVE.test(text) ? `-${bare}` : bare;
  const value = raw === "" ? null : sought.accept(raw, around);
  if (value === null) return null;
  return {
    value,
    raw,
    page,
    box: boxAround(words),
    score: sought.likeness?.(value, raw, around) ?? 1,
    sureness: surenessOf(words),
  };
}

/** How sure the least sure of the words is; a mark between two of them may be any mark. */
function surenessOf(words: readonly Word[]): number {
  return words.reduce(
    (least, { text, confidence }) => (/[\p{L}\d]/u.test(text) ? Math.min(least, confidence) : least),
    1,
  );
}

const MOST_RESTS = 2;

/** The value together with its rest, which stands behind it or on the line below. */
export function withRest(found: Found, from: Run, sought: Sought, field: Field, depth = MOST_RESTS): Found {
  const { x, y, width, height } = found.box;
  const behind = (field.byPage.get(found.page) ?? []).filter(
    ({ box, concepts }, at, page) =>
      concepts.length === 0 &&
      // What stands behind a label of its own is no rest of anything: "From Hai Phong To Gothenburg".
      !(page[at - 1]?.row === page[at]?.row && (page[at - 1]?.concepts.length ?? 0) > 0 && page[at - 1] !== from) &&
      Math.abs(box.y - y) < height * 0.5 &&
      box.x > x + width &&
      box.x - x - width < 0.06,
  );
  const rest = [...behind, ...underneath(from, field)].find(({ text }) => sought.isRest?.(text, found.value));
  const raw = rest ? `${found.raw} ${rest.text}` : found.raw;
  const value = rest ? sought.accept(raw) : null;
  if (!rest || value === null) return found;
  const words = [...from.words, ...rest.words];
  const whole = {
    ...found,
    value,
    raw,
    score: sought.likeness?.(value, raw) ?? found.score,
    box: boxAround(words),
    sureness: surenessOf(words),
  };
  // "Co.," may end a second line, with "Ltd." on a third.
  return depth > 1 ? withRest(whole, { ...rest, words }, sought, field, depth - 1) : whole;
}
