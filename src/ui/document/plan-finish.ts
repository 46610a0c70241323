import type { FieldView } from "@/contracts/views/document";

interface Left {
  /** The values of the paper in their order, as they stand once what was typed is confirmed. */
  readonly fields: readonly FieldView[];
  /** Those that another paper denies, by id. */
  readonly conflicts: Pick<ReadonlyMap<string, unknown>, "has">;
  /** Whether something that was typed is confirmed by the same act. */
  readonly isTyped: boolean;
  /** What waited for a decision when the person was last told so, by id. */
  readonly told: ReadonlySet<string>;
}

/** What "confirm the rest" does: what is vouched for, and what must be decided before the next paper. */
interface FinishPlan {
  readonly vouched: readonly FieldView[];
  readonly undecided: readonly FieldView[];
  /** Where the person is led instead of to the next paper; null when nothing is passed over, or it was told before. */
  readonly stop: FieldView | null;
}

/**
 * Plans the end of a paper. What another paper denies, or was read in two ways, nobody vouches for in passing, however
 * unsure it is: that would hide the question. What must be decided is not passed over, whether or not anything else was confirmed with it;
 * who was told of it, and only goes on, may.
 */
export function planFinish({ fields, conflicts, isTyped, told }: Left): FinishPlan {
  const isUndecided = (field: FieldView) => field.otherReading !== null || conflicts.has(field.id);
  const vouched = fields.filter((field) => field.isUnsure && !isUndecided(field));
  const undecided = fields.filter(isUndecided);
  const isToldBefore = !isTyped && vouched.length === 0 && undecided.every((field) => told.has(field.id));
  return { vouched, undecided, stop: isToldBefore ? null : (undecided[0] ?? null) };
}
