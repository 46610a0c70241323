import { z } from "zod";
import { CLEARANCE_STATES, STAGES } from "@/domain/clearance/lifecycle";
import { OUTCOMES } from "@/domain/review/decision";
import { LANES } from "@/domain/selectivity/lanes";
import { amount, counted, id, instant } from "./scalars";
import { shipmentView } from "./shipment";

export const reviewQuestionView = z.object({
  id,
  stage: z.enum(STAGES),
  reasons: z.array(z.string()),
  text: z.string().nullable(),
  askedAt: instant,
  answer: z.string().nullable(),
  documentId: id.nullable(),
  answeredAt: instant.nullable(),
  /** Whether the goods still wait for the answer. */
  isOpen: z.boolean(),
});

/** The parts of the queue. */
export const REVIEW_VIEWS = ["all", "mine", "red", "yellow", "breaching", "second", "held"] as const;

export const reviewCountsView = z.object({
  ...(Object.fromEntries(REVIEW_VIEWS.map((view) => [view, z.number().int()])) as Record<
    (typeof REVIEW_VIEWS)[number],
    z.ZodNumber
  >),
  /** Clocks that have run out. */
  breached: z.number().int(),
  /** What this officer decided today. */
  decidedToday: z.number().int(),
  /** Decided cases that wait for another officer's eyes. */
  blind: counted,
});

export const reviewRowView = z.object({
  caseId: id,
  shipmentId: id,
  reference: z.string(),
  broker: z.string(),
  stage: z.enum(STAGES),
  lane: z.enum(LANES),
  score: z.number().int(),
  /** Why it is looked at; empty for the broker's house. */
  reasons: z.array(z.string()),
  value: z.object({ amount, currency: z.string() }).nullable(),
  needsTwoOfficers: z.boolean(),
  decisions: z.number().int(),
  /** Null for the broker's house, as for a case that nobody has. */
  claimedBy: z.string().nullable(),
  claimedByMe: z.boolean(),
  claimedUntil: instant.nullable(),
  openedAt: instant,
  /** The clock that runs for it, by the code of its fact, and when that runs out. */
  clock: z.string(),
  dueAt: instant,
  /** Customs value, duty and taxes, in the home currency. */
  stake: amount,
  /** What the clearance is, such as held or waiting for an answer. */
  standing: z.enum(CLEARANCE_STATES),
  heldUntil: z.string().nullable(),
  alertId: id.nullable(),
  /** Whether officers may choose it; where the office hands cases out they may not. */
  isPickable: z.boolean(),
  state: z.enum(["open", "decided"]),
  /** The last word on a case that is decided, and when it stopped waiting; its officer is null for the broker's house. */
  ruling: z.object({ officer: z.string().nullable(), outcome: z.string(), at: instant }).nullable(),
});

export const reviewCaseView = reviewRowView.extend({
  /** What this officer may rule now. */
  outcomes: z.array(z.enum(OUTCOMES)),
  shipment: shipmentView,
  questions: z.array(reviewQuestionView),
  feedback: z.array(
    z.object({ reason: z.string(), verdict: z.enum(["right", "wrong"]), note: z.string().nullable(), by: z.string() }),
  ),
  decisionList: z.array(
    z.object({
      /** Null for the broker's house where the authority ruled; the note is, too. */
      officer: z.string().nullable(),
      outcome: z.string(),
      reasons: z.array(z.string()),
      note: z.string().nullable(),
      at: instant,
    }),
  ),
});

export type ReviewRowView = z.infer<typeof reviewRowView>;
export type ReviewCaseView = z.infer<typeof reviewCaseView>;
export type ReviewQuestionView = z.infer<typeof reviewQuestionView>;
export type ReviewCountsView = z.infer<typeof reviewCountsView>;
export type ReviewListName = (typeof REVIEW_VIEWS)[number];
