import type { Sibling } from "./slots";

/** The paper to go to from this one: the next that asks something, past the last one from the first again. */
export function nextPaper(documentId: string, siblings: readonly Sibling[]): Sibling | null {
  const at = siblings.findIndex((each) => each.id === documentId);
  const round = [...siblings.slice(at + 1), ...siblings.slice(0, Math.max(at, 0))];
  return round.find((each) => each.fields.some((field) => field.isUnsure)) ?? null;
}
