import { datedText } from "./accept-date";
import type { Run } from "./find-labels";
import type { Field } from "./near";
import type { Found } from "./seek";

/** So many days one under the other are a column. */
const FEWEST = 3;
const ALIGNED = 0.012;
/** What a day in a column is worth as the day of the paper. */
const IN_COLUMN = 0.6;

/** Days that stand in a column, as the nights of a stay or the calls of a month, are hardly the day of the paper. */
export function outOfColumns(found: readonly Found[], field: Field): readonly Found[] {
  const days = field.runs.filter((run) => isDayOfRow(run, field));
  const isInColumn = ({ page, box }: Found) =>
    days.filter((day) => day.page === page && Math.abs(day.box.x - box.x) < ALIGNED).length >= FEWEST;
  return found
    .map((each) => (each.place === "below" && isInColumn(each) ? { ...each, score: each.score * IN_COLUMN } : each))
    .sort((a, b) => b.score - a.score);
}

/** Whether a day begins a row that goes on. */
function isDayOfRow(run: Run, { byPage }: Field): boolean {
  if (run.concepts.length > 0 || !/^\d/.test(run.text) || datedText(run.text) === null) return false;
  const others = (byPage.get(run.page) ?? []).filter((each) => each.row === run.row && each !== run);
  return others.some(({ box }) => box.x > run.box.x) && others.every(({ box }) => box.x > run.box.x);
}
