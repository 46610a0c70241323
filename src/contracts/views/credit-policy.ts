import { z } from "zod";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { ANSWERS, CRITERION_AREAS, CRITERION_MEASURES } from "@/domain/aeo/criterion";
import { FINDINGS } from "@/domain/aeo/mock-audit";
import { LANES } from "@/domain/selectivity/lanes";
import { amount, id } from "./scalars";

const tier = z.enum(CREDIT_TIERS);
const stage = z.enum(["bonded_exit", "domestic_distribution"]);

export const tierBenefitView = z.object({
  inspectionMultiplier: z.number(),
  guaranteeShare: z.string(),
  priority: z.number().int(),
  periodicDeclaration: z.boolean(),
});
const tiersView = z.record(tier, tierBenefitView);
const mutualView = z.object({ counts: z.boolean(), inspectionMultiplier: z.number() });

export const benefitPolicyView = z.object({
  id,
  version: z.number().int(),
  effectiveFrom: z.string(),
  tiers: tiersView,
  mutual: mutualView,
  basis: z.enum(["law", "own"]),
  citation: z.string(),
  state: z.enum(["proposed", "approved", "rejected"]),
  proposedBy: z.string(),
  approvedBy: z.string().nullable(),
  canApprove: z.boolean(),
});

export const creditPolicyView = z.object({
  day: z.string(),
  schemes: z.array(
    z.object({
      code: z.string(),
      tiers: z.array(tier),
      validFrom: z.string(),
      validTo: z.string().nullable(),
      citation: z.string(),
      isInForce: z.boolean(),
    }),
  ),
  inForce: z
    .object({
      version: z.number().int(),
      effectiveFrom: z.string(),
      tiers: tiersView,
      mutual: mutualView,
      sources: z.array(z.object({ of: z.string(), basis: z.enum(["law", "own"]), citation: z.string() })),
    })
    .nullable(),
  policies: z.array(benefitPolicyView),
  partners: z.array(
    z.object({
      code: z.string(),
      countries: z.number().int(),
      example: z.string().nullable(),
      isMutual: z.boolean(),
      validFrom: z.string(),
      citation: z.string(),
    }),
  ),
});

export const benefitUseView = z.object({
  id,
  at: z.string(),
  reference: z.string(),
  broker: z.string(),
  shipmentId: id,
  benefit: z.enum(["inspection_rate", "guarantee", "priority"]),
  tier,
  policyVersion: z.number().int(),
  aeoCode: z.string().nullable(),
  partner: z.string().nullable(),
  amount: amount.nullable(),
  multiplier: z.string().nullable(),
  priority: z.number().int().nullable(),
});

export const creditFlagView = z.object({
  id,
  at: z.string(),
  reference: z.string(),
  broker: z.string(),
  shipmentId: id,
  tierBefore: tier,
  tierAfter: tier,
  laneBefore: z.enum(LANES),
  laneAfter: z.enum(LANES),
  waivedBefore: amount,
  waivedAfter: amount,
  isSecured: z.boolean(),
});

export const creditImpactView = z.object({
  looked: z.number().int(),
  isAll: z.boolean(),
  lanes: z.number().int(),
  guarantees: z.number().int(),
  rows: z.array(
    z.object({
      shipmentId: id,
      reference: z.string(),
      broker: z.string(),
      stage,
      tierBefore: tier,
      tierAfter: tier,
      laneBefore: z.enum(LANES),
      laneAfter: z.enum(LANES),
      waivedBefore: amount,
      waivedAfter: amount,
      isImmediate: z.boolean(),
    }),
  ),
});

const words = z.object({ en: z.string(), zh: z.string() });
const GAPS = ["unanswered", "not_met", "partly_met", "without_evidence", "measured_short"] as const;

export const workbookRowView = z.object({
  id,
  number: z.string(),
  holder: z.string(),
  tier: z.enum(["advanced_certified", "certified"]),
  state: z.enum(["draft", "submitted", "returned", "proposed", "approved", "rejected", "reviewed"]),
  isReview: z.boolean(),
  submittedAt: z.string().nullable(),
  reviewOn: z.string().nullable(),
});

export const workbookView = workbookRowView.extend({
  scheme: z.string(),
  note: z.string().nullable(),
  isOwn: z.boolean(),
  canWrite: z.boolean(),
  /** The entry that the certificate is of, once it is in force. */
  certificate: z
    .object({ aeoCode: z.string(), validFrom: z.string(), validTo: z.string().nullable(), state: z.string() })
    .nullable(),
  measures: z.object({
    lodged: z.number().int(),
    faulty: z.number().int(),
    due: z.number().int(),
    onTime: z.number().int(),
    /** From 0 to 1, of four digits; null where nothing was counted. */
    errorRate: z.string().nullable(),
    timeliness: z.string().nullable(),
  }),
  criteria: z.array(
    z.object({
      code: z.string(),
      area: z.enum(CRITERION_AREAS),
      question: words,
      evidence: words,
      remedy: words,
      citation: z.string(),
      measure: z.enum(CRITERION_MEASURES).nullable(),
      limit: z.string().nullable(),
      answer: z.object({ state: z.enum(ANSWERS), note: z.string(), byName: z.string(), at: z.string() }).nullable(),
      files: z.array(z.object({ id, name: z.string(), byteLength: z.number().int(), at: z.string() })),
      gap: z.enum(GAPS).nullable(),
    }),
  ),
  audits: z.array(
    z.object({
      id,
      seed: z.string(),
      at: z.string(),
      byName: z.string(),
      items: z.array(
        z.object({
          position: z.number().int(),
          kind: z.enum(["criterion", "shipment"]),
          subject: z.string(),
          shipmentId: id.nullable(),
          finding: z.enum(FINDINGS).nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
  ),
});

export type BenefitPolicyView = z.infer<typeof benefitPolicyView>;
export type CreditPolicyView = z.infer<typeof creditPolicyView>;
export type BenefitUseView = z.infer<typeof benefitUseView>;
export type CreditFlagView = z.infer<typeof creditFlagView>;
export type CreditImpactView = z.infer<typeof creditImpactView>;
export type WorkbookRowView = z.infer<typeof workbookRowView>;
export type WorkbookView = z.infer<typeof workbookView>;
