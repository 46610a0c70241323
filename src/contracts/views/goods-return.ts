import { z } from "zod";
import { id, instant } from "./scalars";

const day = z.string();
const amounts = { value: z.string(), duty: z.string(), consumptionTax: z.string(), vat: z.string() };
const line = z.object({ line: z.number().int(), quantity: z.string() });

/** Applied for and in time; applied for with its last day over; back in the zone; taken back. */
export const RETURN_STATES = ["applied", "lapsed", "completed", "cancelled"] as const;

export const goodsReturnView = z.object({
  id,
  shipment: z.object({ id, reference: z.string() }),
  state: z.enum(RETURN_STATES),
  reason: z.enum(["consumer_withdrew", "not_delivered", "damaged", "wrong_goods", "other"]),
  appliedOn: day,
  arriveBy: day,
  /** Days until the last one on which the goods may be back; below zero once it is over, null when settled. */
  daysLeft: z.number().int().nullable(),
  arrivedOn: day.nullable(),
  settledAt: instant.nullable(),
  currency: z.string(),
  ...amounts,
  lines: z.array(line),
});

export const returnPreviewView = z.object({
  clock: z.object({ releasedOn: day, applyBy: day, arriveBy: day }),
  currency: z.string(),
  reversal: z.object({
    lines: z.array(line.extend(amounts)),
    total: z.object(amounts),
    /** Whether nothing of the goods is left with the consumer then. */
    isAll: z.boolean(),
  }),
});

export type GoodsReturnView = z.infer<typeof goodsReturnView>;
export type ReturnState = GoodsReturnView["state"];
export type ReturnPreviewView = z.infer<typeof returnPreviewView>;
