import { findTable, type LearnedHeadings, type Table } from "../columns";
import { LINE_FIELDS, type LineField } from "../field";
import { squeeze } from "../fold";
import { accepted } from "../goods-table";
import { textOf } from "../layout";
import { styleOf } from "../style";
import type { PageText, Word } from "../words";
import { type ColumnLesson, isBorneOut, type Layout, prunedColumns, type Settled } from "./layout-lesson";
import { isSameValue } from "./same-value";

/** Headings are short; longer ones are rows of goods. */
const LONGEST_HEADING = 60;
/** How much wider than its heading a column is taken to be, in widths of the page. */
const WIDER = 0.01;

/** What the headings of a layout's goods tables stand over. */
export function headingsOf({ columns }: Layout): LearnedHeadings {
  return new Map(columns.map((lesson) => [lesson.heading, { field: lesson.field, isBorneOut: isBorneOut(lesson) }]));
}

/** A corrected cell teaches what the heading over it stands for; a confirmed one bears out what was learned of it. */
export function learnColumn(layout: Layout, pages: readonly PageText[], settled: Settled): Layout {
  const field = LINE_FIELDS.find((each) => each === settled.name);
  if (!field || settled.value === null) return layout;
  const heading = headingOver(pages, headingsOf(layout), field, settled.value);
  if (heading === null) return layout;
  const known = layout.columns.find((each) => each.heading === heading);
  if (!known && !settled.isCorrection) return layout;
  const by = settled.paper;
  const fresh: ColumnLesson = { heading, field, by, confirmations: 1, contradictions: 0 };
  const lesson = known ? judged(known, field, by) : fresh;
  // What stands under this heading does not stand under another one.
  const others = layout.columns
    .filter((each) => each !== known)
    .map((each) => (each.field === field ? { ...each, contradictions: each.contradictions + 1 } : each));
  const columns = prunedColumns([...others, lesson]);
  // Where the old lesson died of it, the new one takes its place.
  const isFree = known !== undefined && known.field !== field && !columns.includes(lesson);
  return { ...layout, columns: isFree ? prunedColumns([...columns, fresh]) : columns };
}

function judged(known: ColumnLesson, field: LineField, by: string): ColumnLesson {
  if (known.field !== field) return { ...known, contradictions: known.contradictions + 1 };
  return known.by === by ? known : { ...known, by, confirmations: known.confirmations + 1 };
}

/** The words over the only column in which the value stands; null where several hold it, or none. */
function headingOver(
  pages: readonly PageText[],
  learned: LearnedHeadings,
  field: LineField,
  value: string,
): string | null {
  const headings = new Set<string>();
  for (const page of pages) {
    const table = findTable(page, learned);
    if (!table) continue;
    for (const { heading, words } of cellsUnder(page, table)) {
      const style = styleOf(pages);
      const isHeld = (text: string) => isSameValue(field, accepted(field, text, style) ?? "", value);
      if (words.some((word) => isHeld(word.text)) || isHeld(textOf(words))) headings.add(heading);
    }
  }
  const [only] = headings;
  return headings.size === 1 && only ? only : null;
}

/** The words under each heading of the table. */
function cellsUnder(page: PageText, { columns, top, bottom }: Table) {
  return columns.flatMap(({ left, right }) => {
    const isUnder = ({ box }: Word) => box.x + box.width > left - WIDER && box.x < right + WIDER;
    const over = page.words.filter((word) => isUnder(word) && middle(word) >= top && middle(word) <= bottom);
    const heading = squeeze(textOf(over));
    const words = page.words.filter((word) => isUnder(word) && word.box.y > bottom);
    return heading.length > 1 && heading.length <= LONGEST_HEADING && words.length > 0 ? [{ heading, words }] : [];
  });
}

function middle({ box }: Word): number {
  return box.y + box.height / 2;
}
