import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { LANES } from "@/domain/selectivity/lanes";
import { reviewCaseView } from "./review";
import { amount, id, instant } from "./scalars";

export const reviewPolicyView = z.object({
  isPickingClosed: z.boolean(),
  secondReviewShare: z.number().min(0).max(1),
  bulkLimit: amount,
});

/** A ruling, and how it fared. */
export const ownDecisionView = z.object({
  id,
  caseId: id,
  reference: z.string(),
  stage: z.enum(STAGES),
  officer: z.string(),
  outcome: z.string(),
  reasons: z.array(z.string()),
  note: z.string().nullable(),
  at: instant,
  /** The later ruling of the same clearance that says the contrary. */
  overturnedBy: z.object({ outcome: z.string(), at: instant }).nullable(),
  /** What another officer said who did not see it. */
  secondOpinion: z.enum(["agrees", "disagrees"]).nullable(),
  /** What inspections and audits of the goods found afterwards; null when nobody looked. */
  laterIrregular: z.boolean().nullable(),
});

/** A decided case as the second officer sees it: nothing of what was ruled. */
export const secondReviewView = z.object({ id, review: reviewCaseView });

/** How two officers agree over all answered second reviews, with the rows to count it again. */
export const reviewQualityView = z.object({
  agreement: z.object({
    bothPass: z.number().int(),
    bothRefuse: z.number().int(),
    firstPass: z.number().int(),
    firstRefuse: z.number().int(),
    total: z.number().int(),
    rate: z.number().nullable(),
    kappa: z.number().nullable(),
  }),
  /** How many decided cases a draw was made for, how many were drawn, and how many of these are answered. */
  decided: z.number().int(),
  drawn: z.number().int(),
  rows: z.array(
    z.object({
      id,
      caseId: id,
      stage: z.enum(STAGES),
      lane: z.enum(LANES),
      firstOutcome: z.string(),
      first: z.enum(["pass", "refuse"]),
      second: z.enum(["pass", "refuse"]),
      firstAt: instant,
      secondAt: instant,
      seed: z.string(),
      drawValue: z.number(),
      share: z.number(),
    }),
  ),
});

export type ReviewPolicyView = z.infer<typeof reviewPolicyView>;
export type OwnDecisionView = z.infer<typeof ownDecisionView>;
export type SecondReviewView = z.infer<typeof secondReviewView>;
export type ReviewQualityView = z.infer<typeof reviewQualityView>;
