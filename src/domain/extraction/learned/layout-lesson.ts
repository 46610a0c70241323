import type { DocumentType } from "../../document/document";
import type { Box } from "../../shared/sourced";
import type { HeaderField, LineField } from "../field";

/** A fixed word of a form and how far from the left it stands: papers of one layout share them. */
export interface Mark {
  readonly text: string;
  readonly x: number;
}

/** Where a value stood: seen from the words beside which it stood, or, without a label, from the corner of its page. */
export interface Anchor {
  /** The words of the label, squeezed; null for a place on the page alone. */
  readonly label: string | null;
  /** `within` has the label at the beginning of its own run; `page` is a box on the page. */
  readonly place: "within" | "beside" | "page";
  /** From the label's left edge to the left and to the right edge of the value; from the page's edge without a label. */
  readonly left: number;
  readonly right: number;
  /** From the label's top to the value's, or from the page's. */
  readonly down: number;
  /** From 1; counted from the end when negative, because the foot of a document is on its last page. */
  readonly page: number;
}

interface Counted {
  /** The paper that taught or bore it out last: one that is settled twice counts once. */
  readonly by: string;
  /** How often people bore it out, and how often what they settled spoke against it. */
  readonly confirmations: number;
  readonly contradictions: number;
}

/** What settled values taught about where a fact stands on a layout, or that what stands there is not this fact. */
export interface Lesson extends Counted {
  readonly field: HeaderField;
  readonly kind: "stands" | "absent";
  readonly anchor: Anchor;
  /** How many of the confirmations corrected what the reader had made of the paper. */
  readonly corrections: number;
}

/** What the heading of a column of the goods table stands over on a layout. */
export interface ColumnLesson extends Counted {
  /** The words of the heading, squeezed. */
  readonly heading: string;
  readonly field: LineField;
}

/** How the papers of a sender look, and what corrections on them taught. It holds words of forms, and no value but the sender's name. */
export interface Layout {
  readonly type: DocumentType;
  /** Names under which firms send papers of this layout, as a person confirmed them. */
  readonly senders: readonly string[];
  readonly marks: readonly Mark[];
  readonly lessons: readonly Lesson[];
  readonly columns: readonly ColumnLesson[];
}

/** What a person settled of a paper. */
export interface Settled {
  /** Which paper it is. */
  readonly paper: string;
  readonly name: string;
  readonly line: number | null;
  /** The confirmed value; null when the person says that the paper does not state the fact. */
  readonly value: string | null;
  /** Whether the reader had made something else of the paper, or nothing. */
  readonly isCorrection: boolean;
  /** Where the reader saw its value; null when a person typed it. */
  readonly seenAt: { readonly page: number; readonly box: Box } | null;
}

/** How many layouts of an organisation are given to a reading; those that were learned from last come first. */
export const MOST_LAYOUTS = 200;
export const MOST_MARKS = 60;
export const MOST_SENDERS = 8;
const MOST_LESSONS_A_FIELD = 8;
const MOST_COLUMNS = 24;

/** Below this weight a lesson is dead: one contradiction kills one that was confirmed once. */
const LEAST_WEIGHT = 0.4;
/** A contradiction counts as so many confirmations. */
const CONTRADICTION = 2;

/** 0 to 1: how far a lesson is to be trusted. */
export function weightOf({ confirmations, contradictions }: Omit<Counted, "by">): number {
  const counted = confirmations + CONTRADICTION * contradictions;
  return counted === 0 ? 0 : confirmations / counted;
}

/** Whether a lesson still counts. */
export function isAlive(lesson: Omit<Counted, "by">): boolean {
  return weightOf(lesson) >= LEAST_WEIGHT;
}

/** So many papers bear a lesson out. */
const OFTEN = 2;

/** Whether more than one paper taught it. */
export function isBorneOut({ confirmations }: Omit<Counted, "by">): boolean {
  return confirmations >= OFTEN;
}

/** Those that live, the best of each field. */
export function pruned(lessons: readonly Lesson[]): readonly Lesson[] {
  const ranked = lessons.filter(isAlive).sort((a, b) => weightOf(b) * b.confirmations - weightOf(a) * a.confirmations);
  return ranked.filter(
    (lesson, at) => ranked.slice(0, at).filter((each) => each.field === lesson.field).length < MOST_LESSONS_A_FIELD,
  );
}

/** The columns that live, the surest first. */
export function prunedColumns(columns: readonly ColumnLesson[]): readonly ColumnLesson[] {
  return [...columns.filter(isAlive)].sort((a, b) => b.confirmations - a.confirmations).slice(0, MOST_COLUMNS);
}
