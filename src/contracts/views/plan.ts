import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { CHECKS, GROUNDS } from "@/domain/inspection/check";
import { DEPARTMENTS } from "@/domain/inspection/plan";

const day = z.string();

/** One check of one line at one end, why it is made, and where it stands. */
export const planItemView = z.object({
  line: z.number().int(),
  check: z.enum(CHECKS),
  stage: z.enum(STAGES),
  authority: z.enum(DEPARTMENTS),
  officers: z.number().int(),
  requirement: z.string().nullable(),
  reason: z.string(),
  parameters: z.record(z.string(), z.string()),
  citation: z.string(),
  standing: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("due") }),
    z.object({ kind: z.literal("if_selected") }),
    z.object({ kind: z.literal("not_needed") }),
    z.object({ kind: z.literal("not_made") }),
    z.object({ kind: z.literal("done"), on: day.nullable(), verdict: z.enum(["passed", "failed"]) }),
    z.object({ kind: z.literal("not_repeated"), on: day, validUntil: day.nullable() }),
    z.object({ kind: z.literal("repeated"), on: day, grounds: z.array(z.enum(GROUNDS)) }),
  ]),
});

/** The plan of a lodged shipment; no items before it is lodged. */
export const planView = z.object({
  day,
  lines: z.array(z.object({ line: z.number().int(), description: z.string(), commodityCode: z.string() })),
  items: z.array(planItemView),
});

export type PlanItemView = z.infer<typeof planItemView>;
export type PlanView = z.infer<typeof planView>;
