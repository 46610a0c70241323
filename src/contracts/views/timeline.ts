import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { instant } from "./scalars";

export const timelineEntryView = z.object({
  sequence: z.number().int(),
  at: instant,
  kind: z.string(),
  actor: z.string(),
  stage: z.enum(STAGES).nullable(),
  subject: z.string(),
  facts: z.record(z.string(), z.string()),
  hash: z.string(),
  previousHash: z.string(),
});

export const timelineView = z.object({ entries: z.array(timelineEntryView), head: z.string() });

export const verificationView = z.object({
  valid: z.boolean(),
  entries: z.number().int(),
  /** The first entry whose hash does not follow from its content; null when all do. */
  brokenAt: z.number().int().nullable(),
  head: z.string(),
});

export type TimelineView = z.infer<typeof timelineView>;
export type VerificationView = z.infer<typeof verificationView>;
