import type { DocumentType } from "../../document/document";
import type { Box } from "../../shared/sourced";
import { DEFINITIONS } from "../definitions";
import { withWholeWords } from "../even-type";
import { HEADER_FIELDS, type HeaderField, SEVERAL } from "../field";
import { squeeze } from "../fold";
import { runsOfPages } from "../header";
import { type Field, fieldOf } from "../near";
import type { Sought } from "../seek";
import { styleOf } from "../style";
import type { PageText } from "../words";
import { anchorsOf, readAt, standingsOf } from "./anchor";
import { learnColumn } from "./columns";
import { type Anchor, type Layout, type Lesson, MOST_SENDERS, pruned, type Settled } from "./layout-lesson";
import { marksOf, recognise } from "./recognise";
import { isSameValue } from "./same-value";

/** A value that stands in more places than this teaches nothing about where it is meant. */
const MOST_PLACES = 3;

/** The labels and values of pages, tables and all, for those who look for learned places. */
export function fieldOfPages(pages: readonly PageText[]): Field {
  return fieldOf(
    runsOfPages(
      pages.map(withWholeWords),
      pages.some((page) => page.method === "ocr"),
    ),
    styleOf(pages),
  );
}

/**
 * What the layouts of an organisation are after a person settled values of a paper: the paper's layout, new when the
 * paper looks like none that is known, with its lessons borne out, contradicted or added. Null when the paper bears too
 * few fixed words to be known again.
 */
export function learn(
  layouts: readonly Layout[],
  type: DocumentType,
  pages: readonly PageText[],
  settled: readonly Settled[],
): { readonly before: Layout | null; readonly after: Layout } | null {
  const field = fieldOfPages(pages);
  const ofType = layouts.filter((layout) => layout.type === type);
  const before = recognise(field, ofType)[0]?.layout ?? null;
  const blank: Layout = { type, senders: [], marks: marksOf(field), lessons: [], columns: [] };
  const start = before ?? blank;
  if (!before && recognise(field, [blank]).length === 0) return null;
  const after = settled.reduce(
    (layout, each) =>
      each.line === null
        ? learnHeader(layout, type, field, each)
        : learnColumn(layout, pages.map(withWholeWords), each),
    start,
  );
  return { before, after };
}

function learnHeader(layout: Layout, type: DocumentType, field: Field, settled: Settled): Layout {
  const name = HEADER_FIELDS.find((each) => each === settled.name);
  const sought = DEFINITIONS[type].find((each) => each.name === name);
  if (!name || !sought || SEVERAL.includes(name)) return layout;
  const others = layout.lessons.filter((lesson) => lesson.field !== name);
  const own = layout.lessons.filter((lesson) => lesson.field === name);
  const lessons =
    settled.value === null
      ? afterAbsence(own, name, sought, field, settled)
      : afterValue(own, name, sought, field, settled, settled.value);
  return { ...layout, senders: sendersAfter(layout, name, settled), lessons: pruned([...others, ...lessons]) };
}

/** A confirmed value bears out the lessons that find it and speaks against those that find another. */
function afterValue(
  own: readonly Lesson[],
  name: HeaderField,
  sought: Sought,
  field: Field,
  { isCorrection, seenAt, paper }: Settled,
  value: string,
): readonly Lesson[] {
  const judged = own.map((lesson) => {
    const found = readAt(lesson.anchor, sought, field);
    // A place on the page that is empty where the fact is stated elsewhere is no place of the fact.
    if (!found) return lesson.kind === "stands" && lesson.anchor.place === "page" ? contradicted(lesson) : lesson;
    const isFound = isSameValue(name, found.value, value) === (lesson.kind === "stands");
    if (lesson.kind === "absent" && isFound) return lesson;
    return isFound ? confirmed(lesson, isCorrection, paper) : contradicted(lesson);
  });
  const isKnown = judged.some((lesson, at) => lesson.confirmations > (own[at]?.confirmations ?? 0));
  const fresh = placesOf(value, sought, field, isCorrection ? null : seenAt)
    .filter((anchor) => !(isKnown && anchor.place === "page"))
    .filter((anchor) => !own.some((lesson) => lesson.kind === "stands" && isSameAnchor(lesson.anchor, anchor)))
    .map((anchor): Lesson => lessonAt(name, "stands", anchor, isCorrection, paper));
  return [...judged, ...fresh];
}

/** The anchors of the places where the value is meant: where it was seen, or else at the labels that may announce it. */
function placesOf(value: string, sought: Sought, field: Field, seenAt: Settled["seenAt"]): readonly Anchor[] {
  const standings = standingsOf(value, sought, field);
  const seen = standings.filter(({ found }) => seenAt && found.page === seenAt.page && isOver(found.box, seenAt.box));
  const meant = seen.length > 0 ? seen : standings.slice(0, MOST_PLACES);
  return meant.flatMap((standing) => anchorsOf(standing, field));
}

/** A rejected value teaches that what stands at its place is not the fact. */
function afterAbsence(
  own: readonly Lesson[],
  name: HeaderField,
  sought: Sought,
  field: Field,
  { seenAt, paper }: Settled,
): readonly Lesson[] {
  const judged = own.map((lesson) => {
    if (!readAt(lesson.anchor, sought, field)) return lesson;
    return lesson.kind === "absent" ? confirmed(lesson, true, paper) : contradicted(lesson);
  });
  if (!seenAt) return judged;
  const rejected = field.runs.flatMap((run) => {
    if (run.page !== seenAt.page || run.concepts.length > 0 || !isOver(run.box, seenAt.box)) return [];
    const found = readAt(pageAnchor(run.box, run.page), sought, field);
    return found ? anchorsOf({ found, run, before: [] }, field) : [];
  });
  const fresh = rejected
    .filter((anchor) => !own.some((lesson) => lesson.kind === "absent" && isSameAnchor(lesson.anchor, anchor)))
    .map((anchor) => lessonAt(name, "absent", anchor, true, paper));
  return [...judged, ...fresh];
}

function pageAnchor(box: Box, page: number): Anchor {
  return { label: null, place: "page", left: box.x, right: box.x + box.width, down: box.y, page };
}

function lessonAt(field: HeaderField, kind: Lesson["kind"], anchor: Anchor, isCorrection: boolean, by: string): Lesson {
  return { field, kind, anchor, by, confirmations: 1, corrections: isCorrection ? 1 : 0, contradictions: 0 };
}

function confirmed(lesson: Lesson, isCorrection: boolean, by: string): Lesson {
  if (lesson.by === by) return lesson;
  return {
    ...lesson,
    by,
    confirmations: lesson.confirmations + 1,
    corrections: lesson.corrections + (isCorrection ? 1 : 0),
  };
}

function contradicted(lesson: Lesson): Lesson {
  return { ...lesson, contradictions: lesson.contradictions + 1 };
}

/** Places nearer to each other than this are one. */
const SAME_PLACE = 0.012;

function isSameAnchor(a: Anchor, b: Anchor): boolean {
  const isNear = (x: number, y: number) => Math.abs(x - y) < SAME_PLACE;
  return (
    a.place === b.place &&
    a.label === b.label &&
    (a.place === "within" ||
      (a.page === b.page && (isNear(a.left, b.left) || isNear(a.right, b.right)) && isNear(a.down, b.down)))
  );
}

function isOver(a: Box, b: Box): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > Math.min(a.height, b.height) * 0.4;
}

/** Who sends papers of the layout, as far as a person vouched for it. */
function sendersAfter({ senders }: Layout, name: HeaderField, { value }: Settled): readonly string[] {
  if (value === null || (name !== "seller" && name !== "shipper")) return senders;
  const others = senders.filter((each) => squeeze(each) !== squeeze(value));
  return [value, ...others].slice(0, MOST_SENDERS);
}
