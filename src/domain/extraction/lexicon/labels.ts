import { AMOUNT_LABELS } from "./amount-labels";
import type { Concept } from "./concepts";
import { EASTERN_LABELS } from "./eastern-labels";
import { EUROPEAN_LABELS } from "./european-labels";
import { FORM_LABELS } from "./form-labels";
import { GOODS_LABELS } from "./goods-labels";
import { NORTHERN_LABELS } from "./northern-labels";
import { NUMBER_LABELS } from "./number-labels";
import { OTHER_LABELS } from "./other-labels";
import { PARTY_LABELS } from "./party-labels";
import { REFERENCE_LABELS } from "./reference-labels";
import { TILL_LABELS } from "./till-labels";
import { TRADE_LABELS } from "./trade-labels";

const TABLES = [
  NUMBER_LABELS,
  PARTY_LABELS,
  AMOUNT_LABELS,
  GOODS_LABELS,
  OTHER_LABELS,
  EUROPEAN_LABELS,
  NORTHERN_LABELS,
  EASTERN_LABELS,
  FORM_LABELS,
  TILL_LABELS,
  TRADE_LABELS,
  REFERENCE_LABELS,
];
const CONCEPTS = [...new Set(TABLES.flatMap((table) => Object.keys(table) as Concept[]))];

/** The words of labels by what they stand for. */
export const LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = Object.fromEntries(
  CONCEPTS.map((concept) => [concept, TABLES.flatMap((table) => table[concept] ?? [])]),
);
