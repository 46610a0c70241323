import { z } from "zod";
import { CLEARANCE_STATES, STAGES } from "@/domain/clearance/lifecycle";
import { REGIMES } from "@/domain/declaration/declaration";
import { LANES } from "@/domain/selectivity/lanes";
import { nextClockView, stakeView } from "./clearance-time";
import { declarationView, taxView } from "./declaration";
import { documentView } from "./document";
import { amount, counted, id, instant } from "./scalars";
import { supervisionView } from "./supervision";

/** Where the newest version of the declaration stands; what was withdrawn is a draft again, with its version on record. */
export const DECLARATION_STATES = ["draft", "lodged", "withdrawn"] as const;

export const clearanceView = z.object({
  id,
  stage: z.enum(STAGES),
  state: z.enum(CLEARANCE_STATES),
  lane: z.enum(LANES).nullable(),
  openedAt: instant.nullable(),
  releasedAt: instant.nullable(),
  /** What release still waits for, as codes of the interface's catalogue. */
  waitingFor: z.array(z.string()),
});

export const shipmentRowView = z.object({
  id,
  reference: z.string(),
  regime: z.enum(REGIMES),
  consignee: z.string().nullable(),
  goods: z.string().nullable(),
  value: z.object({ amount, currency: z.string() }).nullable(),
  documents: z.object({ read: z.number().int(), refused: z.number().int(), total: z.number().int() }),
  toConfirm: z.number().int(),
  declarationVersion: z.number().int().nullable(),
  declarationState: z.enum(DECLARATION_STATES),
  rekeyedFields: z.number().int(),
  gates: z.array(clearanceView),
  createdAt: instant,
  updatedAt: instant,
});

/** A row of the list: with the clock that runs out next, and what is at stake; null where none runs, or nothing is assessed. */
export const shipmentListRowView = shipmentRowView.extend({
  nextClock: nextClockView.nullable(),
  atStake: stakeView.nullable(),
});

/**
 * The parts of the list of shipments: those that are not lodged yet, those that an officer has, those that wait for the
 * broker (a draft whose papers are read, to pay, or to name a paper), those that are free, and those that were refused.
 */
export const SHIPMENT_LISTS = ["draft", "review", "action", "released", "refused"] as const;

export const shipmentListName = z.enum(["all", ...SHIPMENT_LISTS]);

export const shipmentCountsView = z.record(shipmentListName, counted);

export const officeView = z.object({ id, code: z.string(), name: z.string(), authority: z.string() });

export const requirementView = z.object({
  id,
  stage: z.enum(STAGES),
  code: z.string(),
  state: z.enum(["missing", "submitted", "verified", "waived", "failed"]),
  /** Why it is asked, or why it is not, as a code of the catalogue with its parameters. */
  reason: z.string(),
  parameters: z.record(z.string(), z.string()),
  citation: z.string(),
  /** Whether the number of a paper meets it; a match of facts is met by facts alone. */
  asksPaper: z.boolean(),
  evidence: z.string().nullable(),
});

export const riskView = z.object({
  clearanceId: id,
  stage: z.enum(STAGES),
  scorecardVersion: z.string(),
  /** The sum of the points; for others than the authority, of those that have a number. */
  score: z.number().int(),
  lane: z.enum(LANES),
  /**
   * Which of the lane's causes prevailed: a hard rule, the score's band, the random share. For others than the authority
   * it is `authority` where it is not a hard rule or the score of their own papers.
   */
  laneCause: z.string(),
  needsTwoOfficers: z.boolean(),
  /** Null for others than the authority. */
  randomDraw: z.object({ seed: z.string(), value: z.number(), share: z.number() }).nullable(),
  contributions: z.array(
    z.object({
      factor: z.string(),
      /** Null for what the authority's history adds, where the reader is not of the authority. */
      points: z.number().int().nullable(),
      evidence: z.string(),
      parameters: z.record(z.string(), z.string()),
    }),
  ),
  assessedAt: instant,
  /** Of the authority's model and policy, for its own people; null for others and where there was none. */
  modelVersion: z.string().nullable(),
  policyVersion: z.number().int().nullable(),
  /** The calibrated chance of an irregularity in the riskiest line, as the model saw it. */
  probability: z.number().nullable(),
  /** Whether the lane can be chosen again from what was logged. */
  isReplayable: z.boolean(),
});

export const shipmentView = shipmentRowView.extend({
  documentList: z.array(documentView),
  declaration: declarationView,
  requirements: z.array(requirementView),
  risk: z.array(riskView),
  /** What controlled goods go through at both gates, as the newest assessment found; empty before there is one. */
  supervision: z.array(supervisionView),
  tax: taxView.nullable(),
  releaseOrders: z.array(z.object({ id, stage: z.enum(STAGES), number: z.string(), issuedAt: instant })),
  /** The office that the declaration is, or will be, lodged at. */
  office: z.object({ id, name: z.string() }).nullable(),
});

export type ClearanceView = z.infer<typeof clearanceView>;
export type ShipmentRowView = z.infer<typeof shipmentRowView>;
export type ShipmentListRowView = z.infer<typeof shipmentListRowView>;
export type ShipmentListName = z.infer<typeof shipmentListName>;
export type ShipmentCountsView = z.infer<typeof shipmentCountsView>;
export type ShipmentView = z.infer<typeof shipmentView>;
export type OfficeView = z.infer<typeof officeView>;
export type RequirementView = z.infer<typeof requirementView>;
export type RiskView = z.infer<typeof riskView>;
