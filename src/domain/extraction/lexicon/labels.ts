import { AMOUNT_LABELS } from "./amount-labels";
import type { Concept } from "./concepts";
import { GOODS_LABELS } from "./goods-labels";
import { NUMBER_LABELS } from "./number-labels";
import { OTHER_LABELS } from "./other-labels";
import { PARTY_LABELS } from "./party-labels";

/** The words of labels by what they stand for. */
export const LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  ...NUMBER_LABELS,
  ...PARTY_LABELS,
  ...AMOUNT_LABELS,
  ...GOODS_LABELS,
  ...OTHER_LABELS,
};
