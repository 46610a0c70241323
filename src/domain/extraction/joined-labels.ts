import { beginsLabel, isLabel } from "./known-labels";
import { type Segment, toSegment } from "./layout";

/** Where the next line of a label is looked for: so many segments on, and so many lines down. */
const MOST_BELOW = 60;
const MOST_ROWS_BELOW = 4;
/** A label takes so many lines at most, and a line of one so many letters. */
const MOST_LINES = 5;
const LONGEST_FIRST = 60;
const LONGEST_NEXT = 50;

/** A label that was broken over several lines, as in a narrow column, is one. */
export function joinedLabels(segments: readonly Segment[]): readonly Segment[] {
  const gone = new Set<Segment>();
  const joined = segments.map((segment, index) => {
    if (gone.has(segment) || segment.text.length > LONGEST_FIRST || isLabel(segment.text)) return segment;
    const rest = restOf(segments, index, gone);
    for (const each of rest) gone.add(each);
    const words = [segment, ...rest].flatMap((each) => each.words);
    return rest.length > 0 ? toSegment(words, segment.page, segment.row) : segment;
  });
  return joined.filter((segment) => !gone.has(segment));
}

/** The lines under a segment that make it a label; none where it is the beginning of none. */
function restOf(segments: readonly Segment[], index: number, gone: ReadonlySet<Segment>): readonly Segment[] {
  const first = segments[index];
  if (!first) return [];
  const parts: Segment[] = [];
  let whole: readonly Segment[] = [];
  let text = bareOf(first.text);
  const near = below(segments, index);
  while (parts.length < MOST_LINES - 1) {
    const last = parts.at(-1) ?? first;
    const next = near.find((each) => !gone.has(each) && each.text.length < LONGEST_NEXT && isNextLine(last, each));
    if (!next) break;
    parts.push(next);
    text = `${text} ${next.text}`;
    if (isLabel(text)) whole = [...parts];
    if (!beginsLabel(text)) break;
  }
  return whole;
}

/** The segments of the same page that come next, line by line, and are not too far down. */
function below(segments: readonly Segment[], index: number): readonly Segment[] {
  const from = segments[index];
  if (!from) return [];
  const near = segments.slice(index + 1, index + 1 + MOST_BELOW);
  return near.filter((each) => each.page === from.page && each.row <= from.row + MOST_ROWS_BELOW * 2);
}

/** Without the number of the box. */
function bareOf(text: string): string {
  return text.replace(/^\(?(?:[IVX]{1,4}\.)?\d{1,2}[a-z]?[.)]?\s+/iu, "");
}

function isNextLine(segment: Segment, next: Segment): boolean {
  const gap = next.box.y - segment.box.y;
  return (
    next.page === segment.page &&
    next.row > segment.row &&
    next.row <= segment.row + MOST_ROWS_BELOW &&
    gap < segment.box.height * 2 &&
    (Math.abs(next.box.x - segment.box.x) < 0.02 ||
      Math.abs(next.box.x + next.box.width / 2 - segment.box.x - segment.box.width / 2) < 0.02)
  );
}
