import type { LineField } from "./field";

/** What a column of weights states below its heading is another weight where a caption within it says so. */
const OTHER_KIND: Partial<Readonly<Record<LineField, RegExp>>> = {
  gross_weight_kg: /(?<!\p{L})(?:nett?o?|n\.?\s?w|chargeable|volum\p{L}*|tare)(?!\p{L})/iu,
  net_weight_kg: /(?<!\p{L})(?:gross|brutt?o|g\.?\s?w|tare)(?!\p{L})/iu,
};
const KIND = /(?<!\p{L})(?:gross|brutt?o|g\.?\s?w|nett?o?|n\.?\s?w)(?!\p{L})/iu;

/** Whether a column is one of weights. */
export function isWeight(field: LineField | null): boolean {
  return field !== null && OTHER_KIND[field] !== undefined;
}

/** Whether a caption says that another weight follows; null where it says nothing of weights. */
function isOtherKind(field: LineField | null, text: string): boolean | null {
  const other = field === null ? undefined : OTHER_KIND[field];
  if (other?.test(text)) return true;
  return other && KIND.test(text) ? false : null;
}

/** What a column states, from the top, of that which its heading says: not of the other weights captioned within it. */
export function ofKind<T>(field: LineField | null, entries: readonly T[], textOf: (entry: T) => string): readonly T[] {
  let isOfOther = false;
  return entries.filter((entry) => {
    isOfOther = isOtherKind(field, textOf(entry)) ?? isOfOther;
    return !isOfOther;
  });
}

/** "620 PCS" under "Gross weight or other quantity" weighs nothing. */
export const OTHER_UNIT =
  /^[\d.,\s]+(?:pcs|pieces?|sets?|units?|nos|pairs?|prs|doz\p{L}*|ctns?|cartons?|m2|m3|cbm|mtrs?|sqm|ltrs?|yds?|st[uü]ck)(?!\p{L})/iu;

/** Air waybills have a letter behind the weight under "kg lb", K or L. */
export const POUND_MARK = /^lb?s?$/i;
export const KG_OR_LB = /(?<!\p{L})kg\W{0,3}lb(?!\p{L})/iu;

/** A figure with a unit of weights, or with the letter for it. */
export const WEIGHED = /^\d[\d.,]*\s?(?:kgs?|k|l|lbs?)\.?$/i;

/** What may stand beside the weights and states none itself: nothing, the mark of their unit, a measurement. */
export const BESIDE = new RegExp(`^$|${KG_OR_LB.source}|measure|cbm|m3|m³`, "iu");
