import { z } from "zod";
import { modelReportSchema, policySchema } from "@/contracts/risk-model";
import { LANES } from "@/domain/selectivity/lanes";
import { id, instant } from "./scalars";

export const modelRowView = z.object({
  id,
  version: z.number().int(),
  kind: z.enum(["boosted", "scorecard"]),
  state: z.enum(["training", "failed", "challenger", "champion", "retired"]),
  trainedFrom: z.string(),
  trainedBefore: z.string(),
  seed: z.number().int(),
  entries: z.number().int().nullable(),
  labels: z.number().int().nullable(),
  /** How good it is on days that it had not learned from; null until it is trained. */
  report: modelReportSchema.omit({ bins: true }).nullable(),
  bodySha256: z.string().nullable(),
  fault: z.string().nullable(),
  trainedBy: z.string(),
  promotedBy: z.string().nullable(),
  createdAt: instant,
  promotedAt: instant.nullable(),
  retiredAt: instant.nullable(),
  /** Whether the asker is the second person who may promote it. */
  canPromote: z.boolean(),
});

/** How what comes now differs from what the champion learned from. */
export const driftView = z.object({
  version: z.number().int(),
  from: z.string(),
  before: z.string(),
  entries: z.number().int(),
  /** Population stability index by feature, the most changed first; from 0.25 on a feature is an alarm. */
  features: z.array(z.object({ feature: z.string(), group: z.string(), index: z.number(), isAlarm: z.boolean() })),
  /** Champion and challengers on what was scored since and has an outcome. */
  shadow: z.array(
    z.object({
      version: z.number().int(),
      scored: z.number().int(),
      known: z.number().int(),
      /** Of the pairs of an irregular and a regular line, how many it puts in the right order; null without both. */
      auc: z.number().nullable(),
    }),
  ),
});

export const policyView = z.object({
  id,
  version: z.number().int(),
  policy: policySchema,
  reason: z.string(),
  state: z.enum(["proposed", "active", "superseded", "rejected"]),
  proposedBy: z.string(),
  approvedBy: z.string().nullable(),
  createdAt: instant,
  canApprove: z.boolean(),
});

const chosen = z.object({ lane: z.enum(LANES), cause: z.string(), score: z.number(), hash: z.string() });
export const replayView = z.object({ isSame: z.boolean(), past: chosen, again: chosen });

export type ModelRowView = z.infer<typeof modelRowView>;
export type PolicyView = z.infer<typeof policyView>;
export type DriftView = z.infer<typeof driftView>;
export type ReplayView = z.infer<typeof replayView>;
