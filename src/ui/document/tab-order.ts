import type { FieldView } from "@/contracts/views/document";

interface Asking {
  /** The values in the order in which a person goes through them, with the places of those that were not found. */
  readonly order: readonly FieldView[];
  /** Whether a value must be looked at. */
  readonly isOpen: (field: FieldView) => boolean;
  /** Whether a place is empty that the paper should fill. */
  readonly isAsked: (field: FieldView) => boolean;
}

/**
 * Where Tab leads: through the values that must be looked at, then through what was not found, wherever that stands, and
 * out of the form. The way back is the same. Who comes from a settled value is led round to what is still open.
 */
export function tabStop({ order, isOpen, isAsked }: Asking, from: string, step: 1 | -1): FieldView | null {
  const isBack = step === -1;
  const here = order.find((field) => field.id === from);
  const at = here ? order.indexOf(here) : 0;
  const ahead = isBack ? order.slice(0, at).reverse() : order.slice(at + 1);
  const isOnlyAsked = (field: FieldView) => isAsked(field) && !isOpen(field);
  if (here && isOnlyAsked(here))
    return ahead.find(isOnlyAsked) ?? (isBack ? (order.findLast((field) => isOpen(field)) ?? null) : null);
  const next = ahead.find(isOpen);
  if (next || isBack) return next ?? null;
  const isLeft = here !== undefined && isOpen(here);
  return (isLeft ? undefined : order.find(isOpen)) ?? order.find(isOnlyAsked) ?? null;
}
