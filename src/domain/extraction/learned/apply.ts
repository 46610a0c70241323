import type { DocumentType } from "../../document/document";
import { DEFINITIONS } from "../definitions";
import { FIELD_KIND, type HeaderField, type ReadField, SURE } from "../field";
import { squeeze } from "../fold";
import type { Field } from "../near";
import { reconcile } from "../reconcile";
import type { Found, Sought } from "../seek";
import { readAt } from "./anchor";
import { isAlive, isBorneOut, type Layout, type Lesson, weightOf } from "./layout-lesson";
import type { Recognised } from "./recognise";
import { isSameValue } from "./same-value";

/** From this likeness on a layout says of what type a paper is, when its title does not. */
const TELLS_TYPE = 0.8;
/** A type is told by its signs from this confidence on. */
const TYPE_SURE = 0.8;
/** A label is a better guide than a place on the page, which moves when lines are added. */
const TRUST = { within: 0.97, beside: 0.97, page: 0.85 } as const;
/** A sender's name that stands on the paper is nearly as good. */
const SENDER_TRUST = 0.88;
/** What one person taught once is asked the next time. */
const TAUGHT_ONCE = 0.85;
const TAUGHT_OFTEN = 0.95;

/** The layout that lessons are taken from, and the type that it says the paper is of. */
export function layoutFor(
  recognised: readonly Recognised[],
  type: DocumentType,
  confidence: number,
): { readonly layout: Layout | null; readonly type: DocumentType; readonly confidence: number } {
  const best = recognised[0];
  const own = recognised.find(({ layout }) => layout.type === type);
  if (own && own.likeness >= (best?.likeness ?? 0) - 0.1) return { layout: own.layout, type, confidence };
  const isTold = best && best.likeness >= TELLS_TYPE && (confidence < TYPE_SURE || type === "other");
  if (isTold) return { layout: best.layout, type: best.layout.type, confidence: Math.min(best.likeness, TAUGHT_ONCE) };
  return { layout: own?.layout ?? null, type, confidence };
}

/**
 * What was read, after the lessons of its layout: what stands at a learned anchor comes before what the reader chose by
 * general rules, and what stands where a person said that the fact is not stated is doubted.
 */
export function withLessons(
  fields: readonly ReadField[],
  layout: Layout | null,
  type: DocumentType,
  field: Field,
): readonly ReadField[] {
  if (!layout) return fields;
  const lessons = layout.lessons.filter(isAlive);
  const kept = fields.flatMap((each) => doubted(each, absenceOf(each, lessons, type, field)));
  const sender = senderOn(layout, type, field);
  const names = new Set<HeaderField>(lessons.map((lesson) => lesson.field));
  if (sender) names.add(sender.name);
  return [...names].reduce<readonly ReadField[]>((all, name) => {
    const taught = taughtValue(name, lessons, type, field) ?? (sender?.name === name ? sender.taught : null);
    return taught ? withTaught(all, name, taught) : all;
  }, kept);
}

/** A value at a learned anchor. */
interface Taught {
  readonly found: Found;
  readonly confidence: number;
  /** Whether a person had to correct the reader before. */
  readonly isCorrection: boolean;
}

function withTaught(fields: readonly ReadField[], name: HeaderField, taught: Taught): readonly ReadField[] {
  const { found, confidence, isCorrection } = taught;
  const read = fields.find((each) => each.name === name && each.line === null);
  const learned: ReadField = {
    name,
    line: null,
    value: found.value,
    raw: found.raw,
    page: found.page,
    box: found.box,
    confidence,
    method: "learned",
  };
  if (!read) return [...fields, learned];
  const better = (): ReadField => {
    // Two that came to the same by different ways bear each other out.
    if (isSameValue(name, read.value, found.value))
      return { ...read, confidence: Math.max(read.confidence, confidence) };
    // What the reader was sure of and a lesson contradicts, a person is asked.
    if (read.confidence >= SURE && isCorrection) return { ...learned, confidence: Math.min(confidence, TAUGHT_ONCE) };
    if (read.confidence < SURE && sureIn(fields, read, learned) >= sureIn(fields, read, read)) return learned;
    return { ...read, confidence: Math.min(read.confidence, TAUGHT_ONCE) };
  };
  return fields.map((each) => (each === read ? better() : each));
}

/** How far arithmetic leaves a value sure that takes the place of another; what it does not judge is sure. */
function sureIn(fields: readonly ReadField[], read: ReadField, instead: ReadField): number {
  const tried = { ...instead, confidence: 1 };
  const judged = reconcile(fields.map((field) => (field === read ? tried : field)));
  return judged.find((field) => field.name === instead.name && field.line === null)?.confidence ?? 0;
}

/** The value that most of the field's lessons find, weighed. */
function taughtValue(name: HeaderField, lessons: readonly Lesson[], type: DocumentType, field: Field): Taught | null {
  const sought = soughtOf(name, type);
  if (!sought) return null;
  const byValue = new Map<string, { found: Found; lessons: Lesson[]; weight: number; best: number }>();
  for (const lesson of lessons) {
    const found = lesson.field === name && lesson.kind === "stands" ? readAt(lesson.anchor, sought, field) : null;
    if (!found) continue;
    const weight = weightOf(lesson) * TRUST[lesson.anchor.place] * found.score;
    const same = byValue.get(found.value) ?? { found, lessons: [], weight: 0, best: 0 };
    byValue.set(found.value, {
      found: weight > same.best ? found : same.found,
      lessons: [...same.lessons, lesson],
      weight: same.weight + weight * lesson.confirmations,
      best: Math.max(same.best, weight),
    });
  }
  const [first] = [...byValue.values()].sort((a, b) => b.weight - a.weight);
  if (!first) return null;
  const most = first.lessons.some(isBorneOut) && byValue.size === 1 ? TAUGHT_OFTEN : TAUGHT_ONCE;
  return {
    found: first.found,
    confidence: Math.min(most, first.best * first.found.sureness),
    isCorrection: first.lessons.some((lesson) => lesson.corrections > 0),
  };
}

/** Figures are never left out unseen: what a paper states of money and weight counts even where a lesson errs. */
const ALWAYS_SHOWN: readonly string[] = ["decimal", "integer"];

/** A value where a person said once that it is something else is asked; said of more papers, it is left out. */
function doubted(read: ReadField, absence: Lesson | undefined): readonly ReadField[] {
  if (!absence) return [read];
  if (isBorneOut(absence) && !ALWAYS_SHOWN.includes(FIELD_KIND[absence.field])) return [];
  return [{ ...read, confidence: Math.min(read.confidence, TAUGHT_ONCE) }];
}

/** What a person said of the place where the value stands: that it is something else. */
function absenceOf(read: ReadField, lessons: readonly Lesson[], type: DocumentType, field: Field): Lesson | undefined {
  return lessons.find((lesson) => {
    if (lesson.kind !== "absent" || lesson.field !== read.name || read.line !== null) return false;
    const sought = soughtOf(lesson.field, type);
    const found = sought ? readAt(lesson.anchor, sought, field) : null;
    return found !== null && isSameValue(lesson.field, found.value, read.value);
  });
}

/** The sender's name where it stands on the paper as a letterhead, spelt as a person confirmed it. */
function senderOn(
  { senders }: Layout,
  type: DocumentType,
  field: Field,
): { readonly name: HeaderField; readonly taught: Taught } | null {
  const name = (["seller", "shipper"] as const).find((each) => soughtOf(each, type) !== undefined);
  if (!name) return null;
  for (const sender of senders) {
    const key = squeeze(sender);
    const run = (field.byPage.get(1) ?? []).find((each) => key.length > 3 && squeeze(each.text).startsWith(key));
    if (!run) continue;
    const sureness = run.words.reduce((least, word) => Math.min(least, word.confidence), 1);
    const { page, box, text: raw } = run;
    const found: Found = { value: sender, raw, page, box, score: SENDER_TRUST, sureness };
    return { name, taught: { found, confidence: Math.min(TAUGHT_ONCE, SENDER_TRUST * sureness), isCorrection: false } };
  }
  return null;
}

function soughtOf(name: HeaderField, type: DocumentType): Sought | undefined {
  return DEFINITIONS[type].find((each) => each.name === name);
}
