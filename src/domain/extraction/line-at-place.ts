import type { Box } from "../shared/sourced";
import type { ReadField } from "./field";

interface Placed {
  readonly name: string;
  readonly line: number | null;
  readonly page: number | null;
  readonly box: Box | null;
}

/**
 * On which goods line of a reading the value stands now: the line whose value of that name has the same place. Null for
 * a value of the header, one without a place, and one whose place the reading does not know.
 */
export function lineAtPlace(field: Placed, reading: readonly ReadField[]): number | null {
  const { box } = field;
  if (field.line === null || field.page === null || box === null) return null;
  const same = reading.find(
    (each) => each.line !== null && each.name === field.name && each.page === field.page && isAt(each.box, box),
  );
  return same?.line ?? null;
}

/** Whether the middle of one lies in the other. */
function isAt(a: Box, b: Box): boolean {
  const [x, y] = [b.x + b.width / 2, b.y + b.height / 2];
  return x >= a.x && x <= a.x + a.width && y >= a.y && y <= a.y + a.height;
}
