import { authorise } from "@/application/actor";
import { creditBenefitsSchema, creditSchemeSchema } from "@/contracts/credit-reference";
import type {
  BenefitPolicyView,
  BenefitUseView,
  CreditFlagView,
  CreditPolicyView,
} from "@/contracts/views/credit-policy";
import { benefitUseView, creditFlagView } from "@/contracts/views/credit-policy";
import { policyOn } from "@/domain/aeo/benefits";
import { schemeOn } from "@/domain/aeo/scheme";
import { holdsOn } from "@/domain/shared/local-date";
import { creditStore, toPolicy } from "./credit-policy-repository";
import { before, page } from "./paging";
import { linkHolder } from "./people";
import type { Scope } from "./scope";

interface Options {
  readonly cursor?: string;
  readonly limit: number;
}

/** Credit as dated policy, for who decides on it. */
export const benefits = { policy, uses, flags };

async function policy(scope: Scope): Promise<CreditPolicyView> {
  const { db, actor, organisationId, world } = scope;
  const day = world.today();
  const rows = await db.benefitPolicy.findMany({ where: { organisationId }, orderBy: { version: "desc" } });
  const { policies, partners, schemes } = await creditStore(scope).rulesOn(organisationId, day);
  const inForce = policyOn(policies, day);
  const scheme = schemeOn(schemes, day);
  const facts = await db.referenceFact.findMany({
    where: { kind: { in: ["credit_scheme", "credit_benefits"] } },
    orderBy: { validFrom: "desc" },
  });
  const shipped = facts
    .filter(({ kind }) => kind === "credit_benefits")
    .map(({ fact }) => creditBenefitsSchema.parse(fact))
    .find((each) => holdsOn(each, day));
  const own = rows.find((row) => row.version === inForce?.version && row.state === "approved");
  return {
    day,
    schemes: facts
      .filter(({ kind }) => kind === "credit_scheme")
      .map(({ fact }) => creditSchemeSchema.parse(fact))
      .map(({ id: _id, maps: _maps, ...each }) => ({
        ...each,
        tiers: [...each.tiers],
        isInForce: each.code === scheme?.code,
      })),
    inForce: inForce && {
      version: inForce.version,
      effectiveFrom: own?.effectiveFrom ?? shipped?.validFrom ?? day,
      tiers: { ...inForce.tiers },
      mutual: { ...inForce.mutual },
      sources: own
        ? [{ of: "all", basis: own.basis === "law" ? ("law" as const) : ("own" as const), citation: own.citation }]
        : Object.entries(shipped?.sources ?? {}).map(([of, source]) => ({ of, ...source })),
    },
    policies: await Promise.all(rows.map((row) => toPolicyView(scope, row))),
    partners: partners.map(({ code, countries, example, isMutual, validFrom, citation }) => ({
      ...{ code, countries: countries.length, example, isMutual, validFrom, citation },
    })),
  };

  async function toPolicyView(of: Scope, row: (typeof rows)[number]): Promise<BenefitPolicyView> {
    const { policy: kept, id, basis, state, effectiveFrom, citation } = toPolicy(row);
    const holder = await linkHolder(of, actor.id);
    return {
      ...{ id, version: kept.version, effectiveFrom, basis, citation, state },
      tiers: { ...kept.tiers },
      mutual: { ...kept.mutual },
      proposedBy: row.proposedByName,
      approvedBy: row.approvedByName,
      canApprove:
        authorise(actor, "approve_aeo").ok &&
        state === "proposed" &&
        ![row.proposedBy, row.proposerLinkedBy].includes(actor.id) &&
        row.proposedBy !== holder,
    };
  }
}

async function uses({ db, organisationId }: Scope, options: Options) {
  const rows = await db.benefitUse.findMany({
    where: { AND: [{ authorityId: organisationId }, before(options.cursor)] },
    orderBy: { id: "desc" },
    take: options.limit + 1,
    include: {
      clearance: { select: { shipment: { select: { reference: true, organisation: { select: { name: true } } } } } },
    },
  });
  const entries = await db.aeoAuthorisation.findMany({
    where: { organisationId, id: { in: rows.map(({ authorisationId }) => authorisationId) } },
    select: { id: true, aeoCode: true },
  });
  return page(
    rows,
    options,
    (row): BenefitUseView =>
      benefitUseView.parse({
        ...row,
        at: row.at.toISOString(),
        reference: row.clearance.shipment.reference,
        broker: row.clearance.shipment.organisation.name,
        aeoCode: entries.find(({ id }) => id === row.authorisationId)?.aeoCode ?? null,
        amount: row.amount?.toFixed(2) ?? null,
        multiplier: row.multiplier?.toString() ?? null,
      }),
  );
}

async function flags({ db, organisationId }: Scope, options: Options) {
  const rows = await db.creditFlag.findMany({
    where: { AND: [{ authorityId: organisationId }, before(options.cursor)] },
    orderBy: { id: "desc" },
    take: options.limit + 1,
    omit: { inputs: true },
    include: {
      clearance: { select: { shipment: { select: { reference: true, organisation: { select: { name: true } } } } } },
    },
  });
  return page(
    rows,
    options,
    (row): CreditFlagView =>
      creditFlagView.parse({
        ...row,
        at: row.at.toISOString(),
        reference: row.clearance.shipment.reference,
        broker: row.clearance.shipment.organisation.name,
        waivedBefore: row.waivedBefore.toFixed(2),
        waivedAfter: row.waivedAfter.toFixed(2),
      }),
  );
}
