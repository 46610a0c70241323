import { z } from "zod";
import { GUARANTEE_MOVES, type GuaranteeMove } from "@/domain/guarantee/ledger";
import { BILL_KINDS } from "@/domain/tax-bill/reconcile-bill";
import { id, instant } from "./scalars";

/** A plain decimal; below zero where something is missing. */
const signed = z.string();
const day = z.string();
const shipment = z.object({ id, reference: z.string() });

export const guaranteeView = z.object({
  currency: z.string(),
  limit: z.string(),
  reserved: z.string(),
  owed: z.string(),
  available: z.string(),
  forecast: z.object({
    /** What a day took on average over the days that were looked back on. */
    dailyNeed: z.string(),
    lookBackDays: z.number().int(),
    /** The first day on which less is free than is needed; null where none is in sight. */
    shortOn: day.nullable(),
    days: z.array(z.object({ day, returns: z.string(), needs: z.string(), available: signed })),
  }),
});

export const guaranteeEntryView = z.object({
  id,
  move: z.enum(Object.keys(GUARANTEE_MOVES) as [GuaranteeMove, ...GuaranteeMove[]]),
  amount: z.string(),
  currency: z.string(),
  reference: z.string(),
  shipment: shipment.nullable(),
  at: instant,
});

/** Open and in time; open beyond its day; unequal and not accepted; paid. */
export const BILL_STATES = ["open", "overdue", "differs", "paid"] as const;

export const taxBillView = z.object({
  id,
  number: z.string(),
  shipment,
  state: z.enum(BILL_STATES),
  currency: z.string(),
  issuedOn: day,
  dueOn: day,
  /** Days until the last one of payment; below zero once it is over, null for what is paid. */
  daysLeft: z.number().int().nullable(),
  /** What being late costs until today, beside the bill; null where nothing is. */
  surcharge: z.string().nullable(),
  isEqual: z.boolean(),
  acceptedReason: z.string().nullable(),
  paidAt: instant.nullable(),
  paymentReference: z.string().nullable(),
  total: z.object({ ours: z.string(), authority: z.string(), difference: signed }),
  lines: z.array(z.object({ kind: z.enum(BILL_KINDS), ours: z.string(), authority: z.string(), difference: signed })),
});

export const REFUND_STATES = ["claimed", "paid", "refused"] as const;

export const taxRefundView = z.object({
  id,
  shipment,
  reason: z.enum(["overpaid", "returned", "amended", "refused"]),
  amount: z.string(),
  currency: z.string(),
  state: z.enum(REFUND_STATES),
  note: z.string().nullable(),
  reference: z.string().nullable(),
  claimedAt: instant,
  settledAt: instant.nullable(),
});

export type GuaranteeView = z.infer<typeof guaranteeView>;
export type GuaranteeEntryView = z.infer<typeof guaranteeEntryView>;
export type TaxBillView = z.infer<typeof taxBillView>;
export type BillState = TaxBillView["state"];
export type TaxRefundView = z.infer<typeof taxRefundView>;
