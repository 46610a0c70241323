import { distance, squeeze } from "../fold";
import type { Field } from "../near";
import { type Layout, type Mark, MOST_MARKS } from "./layout-lesson";

/** From this likeness on papers are of one layout. */
export const ALIKE = 0.6;
/** A sender whose name stands on the paper makes up for marks that do not. */
const SENDER = 0.2;
/** Marks may stand so far apart, in widths of the page. */
const SAME_X = 0.03;
/** Fewer marks than this tell nothing. */
const LEAST_MARKS = 4;
const LONGEST_MARK = 48;

/** The layout of a paper, and how surely it is that. */
export interface Recognised {
  readonly layout: Layout;
  readonly likeness: number;
}

/** The fixed words of a paper's first page: its labels, and whatever ends with a colon. */
export function marksOf(field: Field): readonly Mark[] {
  const marks = (field.byPage.get(1) ?? []).flatMap((run) => {
    const isFixed = run.concepts.length > 0 || /[:：]$/u.test(run.text);
    const text = squeeze(run.text);
    return isFixed && text.length > 1 && text.length <= LONGEST_MARK && !/\d{3}/.test(text)
      ? [{ text, x: run.box.x }]
      : [];
  });
  return marks.slice(0, MOST_MARKS);
}

/** The known layouts that a paper may have, the likeliest first. */
export function recognise(field: Field, layouts: readonly Layout[]): readonly Recognised[] {
  if (layouts.length === 0) return [];
  const marks = marksOf(field);
  const page = (field.byPage.get(1) ?? []).map((run) => squeeze(run.text));
  return layouts
    .map((layout) => ({ layout, likeness: likenessOf(marks, page, layout) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness);
}

function likenessOf(marks: readonly Mark[], page: readonly string[], layout: Layout): number {
  const shared = sharedMarks(marks, layout.marks);
  const known = layout.senders.map(squeeze).some((sender) => sender.length > 3 && isOn(page, sender));
  return Math.min(1, shared + (known ? SENDER : 0));
}

function isOn(page: readonly string[], sender: string): boolean {
  return page.some((text) => text.includes(sender));
}

/** 0 to 1: how many of the marks of both are on the other. */
export function sharedMarks(a: readonly Mark[], b: readonly Mark[]): number {
  if (Math.min(a.length, b.length) < LEAST_MARKS) return 0;
  const left = [...b];
  let shared = 0;
  for (const mark of a) {
    const at = left.findIndex((each) => Math.abs(each.x - mark.x) < SAME_X && isSameWord(each.text, mark.text));
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}

/** Whether two squeezed texts are the same words; an engine may misread a letter of eight. */
export function isSameWord(a: string, b: string): boolean {
  const slips = Math.floor(Math.min(a.length, b.length) / 8);
  return a === b || (slips > 0 && distance(a, b, slips) <= slips);
}
