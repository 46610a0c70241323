import { z } from "zod";

const share = z.number().min(0).max(1);

/** What the simulated authority does wrong, and how often: shares from 0 to 1, waits in milliseconds. */
export const knobsSchema = z.strictObject({
  /** Of the answers that are delivered a second time. */
  duplicates: share,
  lostReceipts: share,
  /** Of the messages that are taken and forgotten. */
  lostMessages: share,
  /** Of the messages that get a second final answer which contradicts the first. */
  contradictory: share,
  outOfOrder: share,
  schemaErrors: share,
  rejections: share,
  /** Of the messages that meet a review or an inspection before their end. */
  reviews: share,
  /** Of the messages that are never answered to the end. */
  silence: share,
  /** Of the released lists that get a tax bill. */
  taxBills: share,
  /** Between one answer and the next. */
  delayMs: z.number().int().min(0).max(86_400_000),
  /** Nothing is taken until then; null for no maintenance. */
  maintenanceUntil: z.iso.datetime().nullable(),
});
export type Knobs = z.infer<typeof knobsSchema>;

export const CALM: Knobs = {
  duplicates: 0,
  lostReceipts: 0,
  lostMessages: 0,
  contradictory: 0,
  outOfOrder: 0,
  schemaErrors: 0,
  rejections: 0,
  reviews: 0,
  silence: 0,
  taxBills: 0,
  delayMs: 1_000,
  maintenanceUntil: null,
};

/** Everything at once, each often enough to be seen within a day. */
export const HOSTILE: Knobs = {
  duplicates: 0.3,
  lostReceipts: 0.1,
  lostMessages: 0.05,
  contradictory: 0.02,
  outOfOrder: 0.3,
  schemaErrors: 0.02,
  rejections: 0.03,
  reviews: 0.1,
  silence: 0.02,
  taxBills: 0.5,
  delayMs: 2_000,
  maintenanceUntil: null,
};

/** What the simulated authority knows of a message. */
export const ledgerEntrySchema = z.object({
  guid: z.string(),
  channel: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  /** How often it was sent. */
  sendings: z.number().int(),
  isLost: z.boolean(),
  answers: z.array(
    z.object({
      status: z.string(),
      returnedAt: z.string(),
      /** How often it was handed out, and is yet to be. */
      deliveries: z.number().int(),
    }),
  ),
});
export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
