import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { IRREGULARITIES } from "@/domain/history/entry";
import { amount, id, instant } from "./scalars";

export const inspectionView = z.object({
  id,
  kind: z.enum(["inspection", "audit"]),
  shipmentId: id,
  caseId: id.nullable(),
  stage: z.enum(STAGES),
  lines: z.array(z.number().int()),
  packages: z.string().nullable(),
  reasons: z.array(z.string()),
  team: z.string().nullable(),
  note: z.string().nullable(),
  isFlagged: z.boolean(),
  state: z.enum(["ordered", "recorded", "cancelled"]),
  orderedBy: z.string(),
  orderedAt: instant,
  findings: z.string().nullable(),
  recordedBy: z.string().nullable(),
  recordedAt: instant.nullable(),
  results: z.array(
    z.object({
      line: z.number().int(),
      irregularity: z.enum(IRREGULARITIES).nullable(),
      revenue: amount,
      finding: z.string().nullable(),
    }),
  ),
  photos: z.array(z.object({ sha256: z.string(), line: z.number().int().nullable(), fileName: z.string() })),
});

/** Released goods of the blue lane that nobody has audited yet. */
export const auditRowView = z.object({
  clearanceId: id,
  shipmentId: id,
  reference: z.string(),
  broker: z.string(),
  stage: z.enum(STAGES),
  releasedAt: instant,
  lines: z.array(z.object({ line: z.number().int(), description: z.string(), commodityCode: z.string() })),
  value: z.object({ amount, currency: z.string() }).nullable(),
});

export type InspectionView = z.infer<typeof inspectionView>;
export type AuditRowView = z.infer<typeof auditRowView>;
