import type { Box } from "../../shared/sourced";
import { firm } from "../accept";
import type { Run } from "../find-labels";
import { squeeze } from "../fold";
import type { Field } from "../near";
import { type Found, type Sought, toFound, withRest } from "../seek";
import type { Word } from "../words";
import type { Anchor } from "./layout-lesson";
import { isSameWord } from "./recognise";
import { isSameValue } from "./same-value";

/** How far a value may stand from where it stood, in widths and in heights of the page. */
const TOLERANCE_X = 0.022;
const TOLERANCE_Y = 0.009;
const LONGEST_LABEL = 48;
/** Words before a value in its own run. */
const MOST_WITHIN = 6;
/** A label above stands at most so many of its heights over the value. */
const REACH_ABOVE = 5;

/** A value on a page with the run that holds it. */
interface Standing {
  readonly found: Found;
  readonly run: Run;
  /** The words of the run before the value. */
  readonly before: readonly Word[];
}

/** Everywhere on the pages where this value stands, as the acceptors of the field read it. */
export function standingsOf(value: string, sought: Sought, field: Field): readonly Standing[] {
  return field.runs.flatMap((run) => {
    if (run.concepts.length > 0) return [];
    const labels = labelsOf(run, field)
      .map((each) => each.text)
      .join(" ");
    for (let from = 0; from <= Math.min(MOST_WITHIN, run.words.length - 1); from++) {
      const before = run.words.slice(0, from);
      const label = from > 0 ? textBefore(before) : labels;
      const found = valueIn(run, from, label, sought, field);
      if (found && isSameValue(sought.name, found.value, value)) return [{ found, run, before }];
    }
    return [];
  });
}

/** The anchors of a value that stands there: its label, and its place on the page. */
export function anchorsOf({ found, run, before }: Standing, field: Field): readonly Anchor[] {
  const { box, page } = found;
  const pages = Math.max(...field.byPage.keys());
  const number = page === 1 ? 1 : page - pages - 1;
  const onPage: Anchor = {
    label: null,
    place: "page",
    left: box.x,
    right: box.x + box.width,
    down: box.y,
    page: number,
  };
  if (before.length > 0) {
    const label = squeeze(textBefore(before));
    const within: Anchor = { label, place: "within", left: box.x, right: 0, down: box.y, page: number };
    return label === "" || label.length > LONGEST_LABEL ? [onPage] : [within, onPage];
  }
  const labels = labelsOf(run, field).filter((label) => squeeze(label.text).length <= LONGEST_LABEL);
  const beside = labels.map(
    (label): Anchor => ({
      label: squeeze(label.text),
      place: "beside",
      left: box.x - label.box.x,
      right: box.x + box.width - label.box.x,
      down: box.y - label.box.y,
      page: number,
    }),
  );
  return [...beside, onPage];
}

/** What stands at an anchor, if it is a value of the kind that is sought. */
export function readAt(anchor: Anchor, sought: Sought, field: Field): Found | null {
  const pages = Math.max(0, ...field.byPage.keys());
  const number = anchor.page > 0 ? anchor.page : pages + 1 + anchor.page;
  if (anchor.place === "page") return closest(field.byPage.get(number) ?? [], ORIGIN, anchor, sought, field);
  if (anchor.place === "within") return within(anchor, number, sought, field);
  const found = field.runs
    .filter((run) => isSameWord(squeeze(run.text), anchor.label ?? ""))
    // The same words may stand twice: those on the page where they were come first.
    .sort((a, b) => Number(b.page === number) - Number(a.page === number))
    .flatMap((label) => {
      const page = (field.byPage.get(label.page) ?? []).filter((run) => run !== label);
      return closest(page, label.box, anchor, sought, field, label.text) ?? [];
    });
  return found[0] ?? null;
}

const ORIGIN: Box = { x: 0, y: 0, width: 0, height: 0 };

/** The value nearest to the place that is so far from the origin. */
function closest(
  runs: readonly Run[],
  origin: Box,
  anchor: Anchor,
  sought: Sought,
  field: Field,
  label = "",
): Found | null {
  const near = runs
    .filter((run) => run.concepts.length === 0)
    .map((run) => ({ run, off: offBy(run.box, origin, anchor) }))
    .filter(({ off }) => off < 1)
    .sort((a, b) => a.off - b.off);
  for (const { run } of near) {
    const found = valueIn(run, 0, label, sought, field);
    if (found) return found;
  }
  return null;
}

/** The value in a run from its nth word on, with what did not fit its line. That it is this fact is known by its place. */
function valueIn(run: Run, from: number, label: string, sought: Sought, field: Field): Found | null {
  const around = { label: `${label} ${calledOut(sought.name)}`, style: field.style };
  const found = toFound(run.words.slice(from), run.page, sought, around);
  return found && sought.isRest ? withRest(found, run, sought, field) : found;
}

/** What a form might call the fact; in which unit it is stated only the form itself says. */
export function calledOut(name: Sought["name"]): string {
  return name.replace(/_kg$/, "").replaceAll("_", " ");
}

/** 0 at the very place, 1 where it is too far away. Figures end where they ended, words begin where they began. */
function offBy(box: Box, origin: Box, { left, right, down }: Anchor): number {
  const x = Math.min(Math.abs(box.x - origin.x - left), Math.abs(box.x + box.width - origin.x - right));
  const y = Math.abs(box.y - origin.y - down);
  return Math.max(x / TOLERANCE_X, y / TOLERANCE_Y);
}

/** What follows the words at the beginning of a run. */
function within(anchor: Anchor, page: number, sought: Sought, field: Field): Found | null {
  const runs = [...field.runs]
    .filter((run) => run.concepts.length === 0)
    .sort((a, b) => Number(b.page === page) - Number(a.page === page));
  for (const run of runs) {
    const from = run.words.findIndex(
      (_word, at) => at <= MOST_WITHIN && squeeze(textBefore(run.words.slice(0, at))) === anchor.label,
    );
    const found = from > 0 ? valueIn(run, from, anchor.label ?? "", sought, field) : null;
    if (found) return found;
  }
  return null;
}

/**
 * The words that announce what stands in a run: those to the left on its line, and those above it. Above a value only
 * what announces by itself is taken, for the line above may as well be the name of a person.
 */
function labelsOf(run: Run, field: Field): readonly Run[] {
  const page = field.byPage.get(run.page) ?? [];
  const left = page
    .filter((each) => isOnLine(each, run) && each.box.x < run.box.x)
    .sort((a, b) => b.box.x - a.box.x)
    .find((each) => announces(each) || (isFixed(each) && !page.some((other) => isValueOf(each, other))));
  const above = page
    .filter((each) => {
      const { box } = each;
      const gap = run.box.y - box.y - box.height;
      const overlaps = Math.min(box.x + box.width, run.box.x + run.box.width) > Math.max(box.x, run.box.x);
      return each !== run && announces(each) && gap > -box.height * 0.5 && gap < box.height * REACH_ABOVE && overlaps;
    })
    .sort((a, b) => b.box.y - a.box.y)[0];
  return [left, above].flatMap((each) => each ?? []);
}

/** A label that is known, or that says so by its colon. */
function announces({ text, concepts }: Run): boolean {
  return concepts.length > 0 || /[:：]$/u.test(text);
}

/** Words that may be a form's own: no figures, short, and not the name of a firm. */
function isFixed({ text }: Run): boolean {
  return /\p{L}{2}/u.test(text) && !/\d/.test(text) && squeeze(text).length <= LONGEST_LABEL && firm(text) === null;
}

/** Whether a label stands before the run on its line, which makes the run a value. */
function isValueOf(run: Run, other: Run): boolean {
  return announces(other) && isOnLine(other, run) && other.box.x < run.box.x;
}

function isOnLine(each: Run, run: Run): boolean {
  return each !== run && Math.abs(middle(each) - middle(run)) < run.box.height * 0.75;
}

function middle({ box }: Run): number {
  return box.y + box.height / 2;
}

function textBefore(words: readonly Word[]): string {
  return words.map((word) => word.text).join(" ");
}
