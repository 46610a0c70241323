import { z } from "zod";
import { LANES } from "@/domain/selectivity/lanes";

const count = z.number().int();
const share = {
  numerator: count,
  denominator: count,
  /** From 0 to 1 with its interval of 95 %; null where there is nothing to take a share of. */
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
};
const shareView = z.object(share);
const figure = z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });
const rate = z.object({ from: z.string(), waiting: count, ...share });
const milliseconds = z.number();

/** What an authority's work came to in a window, measure by measure. Times are in milliseconds, shares from 0 to 1. */
export const insightView = z.object({
  /** The first day, and the first day that no longer counts. */
  from: z.string(),
  before: z.string(),
  /** Lines of history that never happened; whether they are counted here. */
  generated: z.object({ lines: count, of: count, isIncluded: z.boolean() }),
  lines: count,
  declarations: count,
  releaseRate: z.object({ unit: z.enum(["day", "week"]), total: rate, parts: z.array(rate).readonly() }),
  lanes: z.array(z.object({ from: z.string(), green: count, blue: count, yellow: count, red: count })).readonly(),
  releaseTime: z
    .array(
      z.object({
        lane: z.enum([...LANES, "all"]),
        released: count,
        p50: milliseconds.nullable(),
        p90: milliseconds.nullable(),
        p99: milliseconds.nullable(),
        /** Whose the time was; together it is the total. */
        owners: z.object({ broker: milliseconds, system: milliseconds, officer: milliseconds, payment: milliseconds }),
        total: milliseconds,
      }),
    )
    .readonly(),
  hitRate: z
    .array(
      z.object({
        by: z.enum(["slice", "lane", "rule"]),
        group: z.string(),
        all: count,
        isShadow: z.boolean(),
        ...share,
      }),
    )
    .readonly(),
  atShare: z.object({
    by: z.enum(["probability", "score"]).nullable(),
    ranked: count,
    looked: count,
    byChance: count,
    standsFor: z.number(),
    baseRate: z.number().nullable(),
    rows: z.array(z.object({ attention: z.number(), precision: figure, revenueRecall: figure })).readonly(),
    /** How the model that decides did on days that it had not learned from. */
    trial: z
      .object({
        version: count,
        triedFrom: z.string(),
        triedBefore: z.string(),
        tried: count,
        found: count,
        averagePrecision: z.number(),
        recallAtFifth: z.number(),
      })
      .nullable(),
  }),
  certified: z
    .array(
      z.object({
        kind: z.enum(["stopped", "examined"]),
        certified: shareView,
        regular: shareView,
        ratio: z.number().nullable(),
        low: z.number().nullable(),
        high: z.number().nullable(),
      }),
    )
    .readonly(),
  fairness: z
    .array(
      z.object({
        by: z.enum(["size", "newcomer", "origin"]),
        group: z.string(),
        known: count,
        atEqualRisk: z.number().nullable(),
        ...share,
      }),
    )
    .readonly(),
});

export type InsightView = z.infer<typeof insightView>;
