import { z } from "zod";
import { FEED_KINDS, MATCHED } from "@/domain/three-documents/documents";
import { MATCH_OUTCOMES, MATCH_OWNERS, MATCH_SEVERITIES, RULE_IDS } from "@/domain/three-documents/outcome";
import { nextClockView } from "./clearance-time";
import { amount, counted, id, instant } from "./scalars";

/** `waiting` for a record, `mismatched` in a hard rule, `matched`, `lodged`, or `excluded` from the day. */
export const ORDER_LISTS = ["waiting", "mismatched", "matched", "lodged", "excluded"] as const;
const state = z.enum(ORDER_LISTS);
const rule = z.enum(RULE_IDS);

export const orderFilter = z.object({
  state: state.optional(),
  rule: rule.optional(),
  platform: z.string().trim().max(50).optional(),
  /** The beginning of an order number. */
  number: z.string().trim().max(100).optional(),
  /** Only orders for which a record came that contradicts the one before. */
  contested: z.enum(["true"]).optional(),
});

export const orderRowView = z.object({
  id,
  platform: z.string(),
  orderNumber: z.string(),
  merchant: z.string(),
  state,
  buyerMasked: z.string(),
  placedAt: instant,
  goodsValue: amount,
  points: z.number().int(),
  /** The rules that found something. */
  rules: z.array(rule),
  /** Which of the three records are there. */
  records: z.array(z.enum(FEED_KINDS)),
  /** The records that another one contradicts. */
  contested: z.array(z.enum(FEED_KINDS)),
  shipmentId: id.nullable(),
  askedOf: z.enum(MATCH_OWNERS).nullable(),
  /** The clock of its shipment that runs out next; null where none runs, or it has no shipment. */
  nextClock: nextClockView.nullable(),
});

/** A value with the document that states it; of a person it is masked. */
const statedView = z.object({
  source: z.enum(MATCHED),
  field: z.string(),
  value: z.string(),
  isMasked: z.boolean(),
});

export const ruleView = z.object({
  rule,
  severity: z.enum(MATCH_SEVERITIES),
  outcome: z.enum(MATCH_OUTCOMES),
  owner: z.enum(MATCH_OWNERS).nullable(),
  /** What is wrong, and what to do about it; in English, as `code` is the same in all languages. */
  code: z.string(),
  message: z.string(),
  remedy: z.string(),
  compared: z.array(statedView),
  findings: z.array(
    z.object({
      reason: z.string(),
      outcome: z.enum(MATCH_OUTCOMES),
      severity: z.enum(MATCH_SEVERITIES),
      owner: z.enum(MATCH_OWNERS),
      points: z.number().int(),
      parameters: z.record(z.string(), z.string()),
      values: z.array(statedView),
    }),
  ),
});

export const orderView = orderRowView.extend({
  excludedReason: z.string().nullable(),
  matchedAt: instant.nullable(),
  declaredAt: instant.nullable(),
  shipmentReference: z.string().nullable(),
  /** Whether the declaration that it was lodged with was withdrawn and none took its place. */
  isWithdrawn: z.boolean(),
  /** What differs in the records that contradict those before. */
  contradictions: z.array(z.object({ kind: z.enum(FEED_KINDS), fields: z.array(z.string()) })),
  results: z.array(ruleView),
});

export const orderPivotView = z.object({
  /** CNY of the goods of a state; null where its orders are more than are counted. */
  states: z.array(z.object({ state, count: counted, goodsValue: amount.nullable() })),
  /** What is found of open orders is counted to the last of them. */
  rules: z.array(
    z.object({
      rule,
      severity: z.enum(MATCH_SEVERITIES),
      count: z.number().int(),
      /** CNY of the goods of those orders. */
      goodsValue: amount,
      examples: z.array(z.object({ id, orderNumber: z.string() })),
    }),
  ),
  contested: counted,
});

export const feedBatchView = z.object({
  id,
  kind: z.enum(FEED_KINDS),
  source: z.enum(["api", "csv"]),
  receivedAt: instant,
  accepted: z.number().int(),
  duplicate: z.number().int(),
  contradictory: z.number().int(),
  refused: z.number().int(),
  errors: z.array(
    z.object({
      row: z.number().int(),
      orderNumber: z.string().nullable(),
      outcome: z.string(),
      pointer: z.string(),
      fault: z.string(),
      parameters: z.record(z.string(), z.string()),
    }),
  ),
});

export type OrderFilter = {
  readonly [K in keyof z.infer<typeof orderFilter>]?: z.infer<typeof orderFilter>[K] | undefined;
};
export type OrderRowView = z.infer<typeof orderRowView>;
export type OrderView = z.infer<typeof orderView>;
export type OrderRuleView = z.infer<typeof ruleView>;
export type OrderPivotView = z.infer<typeof orderPivotView>;
export type FeedBatchView = z.infer<typeof feedBatchView>;
