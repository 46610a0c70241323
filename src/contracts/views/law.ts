import { z } from "zod";
import { lawCheckSchema } from "@/contracts/law";
import { FACT_KINDS } from "@/domain/law/change";
import { id, instant } from "./scalars";

/** An approved basket is active from its day on. */
export const BASKET_STATES = ["draft", "checked", "approved", "active", "rejected", "withdrawn"] as const;

export const lawBasketRowView = z.object({
  id,
  title: z.string(),
  effectiveOn: z.string(),
  state: z.enum(BASKET_STATES),
  changes: z.number().int(),
  openedBy: z.string(),
  approvedBy: z.string().nullable(),
  createdAt: instant,
});

const lawChangeView = z.object({
  id,
  kind: z.enum(FACT_KINDS),
  effect: z.enum(["begins", "changes", "ends"]),
  /** What the fact is about, in codes. */
  topic: z.string(),
  replaces: z.string().nullable(),
  differences: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  citation: z.string(),
  addedBy: z.string(),
});

const caseView = lawCheckSchema.shape.cases.element.extend({
  acknowledged: z.object({ reason: z.string(), byName: z.string() }).nullable(),
});

export const lawBasketView = lawBasketRowView.omit({ changes: true }).extend({
  changes: z.array(lawChangeView),
  checks: lawCheckSchema.extend({ cases: z.array(caseView) }).nullable(),
  /** Why it was rejected or withdrawn. */
  reason: z.string().nullable(),
  canEdit: z.boolean(),
  /** Whether this person may be the second one. */
  canApprove: z.boolean(),
  canWithdraw: z.boolean(),
});

export const lawFactView = z.object({
  id: z.string(),
  topic: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  citation: z.string(),
  /** What it says, as a change states it. */
  fact: z.record(z.string(), z.unknown()),
});

export type LawBasketRowView = z.infer<typeof lawBasketRowView>;
export type LawBasketView = z.infer<typeof lawBasketView>;
export type LawChangeView = z.infer<typeof lawChangeView>;
export type LawFactView = z.infer<typeof lawFactView>;
