import { z } from "zod";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { amount, id } from "./scalars";

export const aeoRowView = z.object({
  id,
  aeoCode: z.string(),
  holder: z.string(),
  tier: z.enum(CREDIT_TIERS),
  scope: z.object({
    roles: z.array(z.string()),
    commodityPrefixes: z.array(z.string()),
    origins: z.array(z.string()),
    regimes: z.array(z.string()),
    valueCap: amount.nullable(),
  }),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  state: z.enum(["proposed", "active", "rejected", "suspended", "superseded"]),
  proposedBy: z.string(),
  approvedBy: z.string().nullable(),
  source: z.string(),
  canApprove: z.boolean(),
  canSuspend: z.boolean(),
});

export const aeoImportPreviewView = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      change: z.enum(["new", "changed", "unchanged", "invalid"]),
      aeoCode: z.string(),
      holder: z.string(),
      differences: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
      problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    }),
  ),
});

export type AeoRowView = z.infer<typeof aeoRowView>;
export type AeoImportPreviewView = z.infer<typeof aeoImportPreviewView>;
