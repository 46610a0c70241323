import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { OUTCOMES } from "@/domain/review/decision";
import { LANES } from "@/domain/selectivity/lanes";
import { amount, id, instant } from "./scalars";
import { shipmentView } from "./shipment";

export const reviewRowView = z.object({
  caseId: id,
  shipmentId: id,
  reference: z.string(),
  broker: z.string(),
  stage: z.enum(STAGES),
  lane: z.enum(LANES),
  score: z.number().int(),
  reasons: z.array(z.string()),
  value: z.object({ amount, currency: z.string() }).nullable(),
  needsTwoOfficers: z.boolean(),
  decisions: z.number().int(),
  claimedBy: z.string().nullable(),
  claimedByMe: z.boolean(),
  claimedUntil: instant.nullable(),
  openedAt: instant,
  state: z.enum(["open", "decided"]),
  /** The last word on a case that is decided, and when it stopped waiting. */
  ruling: z.object({ officer: z.string(), outcome: z.string(), at: instant }).nullable(),
});

export const reviewCaseView = reviewRowView.extend({
  /** What this officer may rule now. */
  outcomes: z.array(z.enum(OUTCOMES)),
  shipment: shipmentView,
  decisionList: z.array(
    z.object({
      officer: z.string(),
      outcome: z.string(),
      reasons: z.array(z.string()),
      note: z.string().nullable(),
      at: instant,
    }),
  ),
});

export type ReviewRowView = z.infer<typeof reviewRowView>;
export type ReviewCaseView = z.infer<typeof reviewCaseView>;
