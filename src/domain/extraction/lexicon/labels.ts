import { AMOUNT_LABELS } from "./amount-labels";
import type { Concept } from "./concepts";
import { EUROPEAN_LABELS } from "./european-labels";
import { FORM_LABELS } from "./form-labels";
import { GOODS_LABELS } from "./goods-labels";
import { NUMBER_LABELS } from "./number-labels";
import { OTHER_LABELS } from "./other-labels";
import { PARTY_LABELS } from "./party-labels";
import { TRADE_LABELS } from "./trade-labels";

const TABLES = [
  NUMBER_LABELS,
  PARTY_LABELS,
  AMOUNT_LABELS,
  GOODS_LABELS,
  OTHER_LABELS,
  EUROPEAN_LABELS,
  FORM_LABELS,
  TRADE_LABELS,
];
const CONCEPTS = [...new Set(TABLES.flatMap((table) => Object.keys(table) as Concept[]))];

/** The words of labels by what they stand for. */
export const LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = Object.fromEntries(
  CONCEPTS.map((concept) => [concept, TABLES.flatMap((table) => table[concept] ?? [])]),
);
