import { z } from "zod";
import { STAGES } from "@/domain/clearance/lifecycle";
import { IRREGULARITIES } from "@/domain/history/entry";
import { CHECKS, GROUNDS, SEAL_STATES } from "@/domain/inspection/check";
import { LAB_VERDICTS } from "@/domain/inspection/lab-result";
import { amount, id, instant } from "./scalars";

const measurement = z.object({
  analyte: z.string(),
  value: z.string(),
  unit: z.string(),
  limit: z.string(),
  bound: z.enum(["at_most", "at_least"]),
});

/** A sample with who has had it, and what the laboratory found; null while it has not answered. */
export const sampleView = z.object({
  id,
  quantity: z.string(),
  sealNumber: z.string(),
  takenBy: z.string(),
  takenAt: instant,
  custody: z.array(
    z.object({
      step: z.enum(["handed_over", "received"]),
      holder: z.string(),
      isSealIntact: z.boolean(),
      at: instant,
      recordedBy: z.string(),
    }),
  ),
  report: z
    .object({
      laboratory: z.string(),
      reportNumber: z.string(),
      method: z.string(),
      reportedOn: z.string(),
      values: z.array(measurement),
      verdict: z.enum(LAB_VERDICTS),
    })
    .nullable(),
});

/** One check of one line, its result, and the samples that were taken for it. */
export const inspectionItemView = z.object({
  id,
  line: z.number().int(),
  check: z.enum(CHECKS),
  grounds: z.array(z.enum(GROUNDS)),
  result: z
    .object({
      verdict: z.enum(["passed", "failed"]),
      sealNumber: z.string().nullable(),
      sealState: z.enum(SEAL_STATES).nullable(),
      validUntil: z.string().nullable(),
    })
    .nullable(),
  samples: z.array(sampleView),
});

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
  items: z.array(inspectionItemView),
  /** The second officer; null while there is none. */
  countersignedBy: z.string().nullable(),
  /** Whether the reader recorded it, and so does not countersign. */
  isRecordedByMe: z.boolean(),
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
export type InspectionItemView = z.infer<typeof inspectionItemView>;
export type SampleView = z.infer<typeof sampleView>;
export type AuditRowView = z.infer<typeof auditRowView>;
