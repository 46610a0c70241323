import type { Sight } from "./sight";

/** Groups of features as a person would name them. */
export const FEATURE_GROUPS = [
  "price",
  "value",
  "freight",
  "weight",
  "packages",
  "duty",
  "preference",
  "route",
  "papers",
  "importer_age",
  "importer_record",
  "exporter_record",
  "declarant_record",
  "goods_record",
  "route_record",
  "pair_record",
  "importer_pricing",
  "exporter_pricing",
  "volume",
  "novelty",
  "company",
  "standing",
] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/** What the model may look at: a number of an entry and of what came before it. */
export interface Feature {
  readonly name: string;
  readonly group: FeatureGroup;
  readonly kind: "number" | "share" | "flag" | "count";
  /** 1 where more may only raise the risk, -1 where it may only lower it, 0 where the data may say. */
  readonly monotone: -1 | 0 | 1;
  readonly description: string;
  /** NaN where it is not known. */
  readonly of: (sight: Sight) => number;
}

/** Whether something holds, as 1 or 0. */
export function flag(holds: boolean): number {
  return holds ? 1 : 0;
}

/** A stated number, or NaN. */
export function stated(value: number | null): number {
  return value ?? Number.NaN;
}
