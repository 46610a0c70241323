import type { FieldView } from "@/contracts/views/document";

interface Asking {
  /** The values in the order in which a person goes through them, with the places of those that were not found. */
  readonly order: readonly FieldView[];
  /** Whether a value must be looked at, or its place is empty and the paper should fill it. */
  readonly isStop: (field: FieldView) => boolean;
}

/**
 * Where Tab leads: to the next value that asks, or place that was not found, in the order of the screen; behind the last
 * one out of the form. It never goes round, so that whatever lies behind the form can be reached. The way back is the
 * same.
 */
export function tabStop({ order, isStop }: Asking, from: string, step: 1 | -1): FieldView | null {
  const { before, behind } = around(order, from);
  return (step === 1 ? behind.find(isStop) : before.findLast(isStop)) ?? null;
}

/** What stands before and behind a value; a cell that holds nothing yet stands at the end of its line. */
function around(order: readonly FieldView[], from: string) {
  const at = order.findIndex((field) => field.id === from);
  if (at >= 0) return { before: order.slice(0, at), behind: order.slice(at + 1) };
  const line = Number(/^cell:(\d+):/.exec(from)?.[1] ?? -1);
  const next = order.findIndex((field) => (field.line ?? -1) > line);
  const split = next === -1 ? order.length : next;
  return { before: order.slice(0, split), behind: order.slice(split) };
}
