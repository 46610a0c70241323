import { z } from "zod";
import type { SelectivityPolicy } from "@/domain/selectivity/policy";
import { isLocalDate } from "@/domain/shared/local-date";

const share = z.number();
const interval = z.object({ value: share, low: share, high: share });

/** How good a model was on the last part of its window, which it had not learned from. */
export const modelReportSchema = z.object({
  /** The days that it was tried on. */
  triedFrom: z.string().refine(isLocalDate),
  triedBefore: z.string().refine(isLocalDate),
  tried: z.number().int(),
  found: z.number().int(),
  auc: interval,
  averagePrecision: interval,
  /** Of the tried ones, how many of the irregular lie in the riskiest fifth. */
  recallAtFifth: interval,
  /** Expected calibration error. */
  calibrationError: share,
  calibration: z.array(z.object({ predicted: share, observed: share, count: z.number().int() })),
  /** What it looks at, the weightiest first: the mean of the absolute contributions. */
  importance: z.array(z.object({ group: z.string(), weight: share })),
  /** By feature: where the training data lay, to see whether what comes now is like it. */
  bins: z.record(z.string(), z.object({ edges: z.array(share), shares: z.array(share) })),
  baseLogOdds: share,
});
export type ModelReport = z.infer<typeof modelReportSchema>;

const perGate = z.object({ bonded_exit: z.number(), domestic_distribution: z.number() });

/** A policy as it is kept and sent; the ranges of its values are the domain's. */
export const policySchema: z.ZodType<Omit<SelectivityPolicy, "version">> = z.object({
  randomShare: z.number(),
  explorationShare: z.number(),
  casesPerDay: z.number().nullable(),
  maximumUnselected: z.number().nullable(),
  yellowToBlueDays: z.number().nullable(),
  greenDelayMinutes: perGate,
  newcomerWeeks: z.number(),
});
