import { lightensControl } from "@/domain/aeo/authorisation";
import type { CreditStanding } from "@/domain/aeo/standing";
import type { Stage } from "@/domain/clearance/lifecycle";
import { compare, decimal, ZERO } from "@/domain/shared/decimal";
import type { BenefitUseRecord } from "./credit-record";
import type { Transaction, World } from "./ports";

interface Place {
  readonly organisationId: string;
  readonly authorityId: string;
  readonly shipmentId: string;
  readonly clearanceId: string;
  readonly declarationId: string;
  readonly stage: Stage;
}

type HowMuch =
  | { readonly benefit: "inspection_rate"; readonly multiplier: number }
  | { readonly benefit: "guarantee"; readonly amount: string }
  | { readonly benefit: "priority"; readonly priority: number };

type Counted = Pick<CreditStanding, "tier" | "authorisation" | "scheme" | "policyVersion" | "mutual">;

/**
 * Writes down that a benefit was used, in the transaction of what it was used for, and puts it into the evidence. What
 * is no benefit writes nothing: a multiplier of one or more, no priority, an amount of nothing.
 */
export async function countBenefit(
  tx: Transaction,
  world: World,
  { stage, ...place }: Place,
  counted: Counted,
  howMuch: HowMuch,
  subjectId: string,
): Promise<void> {
  const authorisationId = entryOf(counted);
  if (authorisationId === null || !isUsed(howMuch)) return;
  const use: BenefitUseRecord = {
    ...place,
    id: world.newId(),
    benefit: howMuch.benefit,
    tier: counted.tier,
    scheme: counted.scheme,
    policyVersion: counted.policyVersion,
    authorisationId,
    partner: lightensControl(counted.tier) ? null : (counted.mutual?.partner ?? null),
    amount: howMuch.benefit === "guarantee" ? howMuch.amount : null,
    multiplier: howMuch.benefit === "inspection_rate" ? howMuch.multiplier : null,
    priority: howMuch.benefit === "priority" ? howMuch.priority : null,
    subjectId,
  };
  await tx.credit.addUse(use);
  await tx.evidence.append({
    organisationId: place.organisationId,
    shipmentId: place.shipmentId,
    kind: "benefit_used",
    actor: "system",
    stage,
    subject: use.id,
    facts: {
      benefit: use.benefit,
      tier: use.tier,
      policy: String(use.policyVersion),
      authorisation: authorisationId,
      ...(use.amount === null ? {} : { amount: use.amount }),
      ...(use.multiplier === null ? {} : { multiplier: String(use.multiplier) }),
      ...(use.priority === null ? {} : { priority: String(use.priority) }),
    },
  });
}

/** The entry that gives the benefit: the importer's own, or that of the partner's operator. */
function entryOf({ authorisation, mutual }: Counted): string | null {
  return authorisation ?? mutual?.authorisation ?? null;
}

function isUsed(howMuch: HowMuch): boolean {
  switch (howMuch.benefit) {
    case "inspection_rate":
      return howMuch.multiplier < 1;
    case "priority":
      return howMuch.priority > 0;
    case "guarantee":
      return compare(decimal(howMuch.amount), ZERO) !== 0;
  }
}
