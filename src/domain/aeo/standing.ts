import type { CreditInput } from "../selectivity/lane-inputs";
import { type AeoAuthorisation, type Consignment, type CreditTier, creditOf, lightensControl } from "./authorisation";
import { type BenefitPolicy, type DatedPolicy, NO_BENEFIT, policyOn, type TierBenefit } from "./benefits";
import { type AeoPartner, partnerOf } from "./partner";
import { type CreditScheme, schemeOn, tierUnder } from "./scheme";

/** What the law's tables and the authority say of credit. */
export interface CreditRules {
  readonly schemes: readonly CreditScheme[];
  readonly partners: readonly AeoPartner[];
  /** Those that ship, with version 0, and those that the authority approved. */
  readonly policies: readonly DatedPolicy[];
}

/** What credit counts for a consignment on a day. */
export interface CreditStanding extends Omit<CreditInput, "baseRandomShare"> {
  /** Under the scheme of the day. */
  readonly tier: CreditTier;
  /** The importer's entry; null for none. */
  readonly authorisation: string | null;
}

interface Question extends Omit<Consignment, "role" | "holder"> {
  /** The importer, as declared. */
  readonly buyer: string;
  /** Who sells from abroad; empty where nobody is declared. */
  readonly seller: string;
}

/**
 * Where the importer stands under the scheme in force on the day, and what that is worth. A seller who is authorised in
 * a partner country under an arrangement in force counts as the policy says, unless the importer is dishonest: nobody
 * else's good name mends that.
 */
export function standingOf(
  authorisations: readonly AeoAuthorisation[],
  rules: CreditRules,
  { buyer, seller, ...consignment }: Question,
): CreditStanding {
  const { day } = consignment;
  const scheme = schemeOn(rules.schemes, day);
  const policy = policyOn(rules.policies, day);
  const own = creditOf(authorisations, { ...consignment, holder: buyer, role: "importer" });
  const tier = scheme ? tierUnder(scheme, own.tier) : "regular";
  const benefit = policy?.tiers[tier] ?? NO_BENEFIT;
  const mutual =
    policy?.mutual.counts && (lightensControl(tier) || tier === "regular")
      ? recognised(authorisations, rules, { ...consignment, holder: seller, role: "exporter" })
      : null;
  return {
    tier,
    authorisation: tier === "regular" ? null : own.authorisation,
    scheme: scheme?.code ?? null,
    policyVersion: policy?.version ?? 0,
    mutual,
    benefit: mutual && policy ? withMutual(benefit, policy) : benefit,
  };
}

function withMutual(benefit: TierBenefit, { mutual }: BenefitPolicy): TierBenefit {
  return { ...benefit, inspectionMultiplier: Math.min(benefit.inspectionMultiplier, mutual.inspectionMultiplier) };
}

function recognised(
  authorisations: readonly AeoAuthorisation[],
  { partners }: CreditRules,
  consignment: Consignment,
): CreditInput["mutual"] {
  if (consignment.holder.trim() === "") return null;
  const found = creditOf(authorisations, consignment);
  const entry = authorisations.find(({ id }) => id === found.authorisation);
  if (!entry || !lightensControl(found.tier)) return null;
  const partner = partnerOf(entry.aeoCode, partners, consignment.day);
  return partner?.isMutual ? { authorisation: entry.id, partner: partner.code } : null;
}

/** Whether the later standing is worth less in anything, so that what is open is to be looked at again. */
export function isLess(
  before: Pick<CreditStanding, "tier" | "benefit">,
  after: Pick<CreditStanding, "tier" | "benefit">,
) {
  const share = (each: Pick<CreditStanding, "benefit">) => Number(each.benefit.guaranteeShare);
  return (
    RANK[after.tier] < RANK[before.tier] ||
    after.benefit.inspectionMultiplier > before.benefit.inspectionMultiplier ||
    share(after) > share(before) ||
    after.benefit.priority < before.benefit.priority
  );
}

const RANK: Readonly<Record<CreditTier, number>> = {
  advanced_certified: 4,
  certified: 3,
  regular: 2,
  dishonest: 1,
  seriously_dishonest: 0,
};
