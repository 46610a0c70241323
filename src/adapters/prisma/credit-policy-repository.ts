import { z } from "zod";
import type { BenefitPolicyRecord, CreditStore, OpenAssessment } from "@/application/credit-record";
import {
  aeoCriterionSchema,
  aeoPartnerSchema,
  benefitsSchema,
  creditBenefitsSchema,
  creditSchemeSchema,
} from "@/contracts/credit-reference";
import { plainOf } from "@/contracts/lane-inputs";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import type { LocalDate } from "@/domain/shared/local-date";
import type { BenefitPolicy } from "./generated/client";
import type { Scope } from "./scope";

/** Those in which an assessed clearance waits for its release. */
const OPEN = ["in_review", "in_examination", "queried", "held", "releasable"] as const;

const basisSchema = z.enum(["law", "own"]);
const tierSchema = z.enum(CREDIT_TIERS);
const stateSchema = z.enum(["proposed", "approved", "rejected"]);

/** Credit as dated policy: what the tables say, what authorities decided, each use, and what a loss changed. */
export function creditStore(scope: Scope): CreditStore {
  const { db, organisationId, world } = scope;
  return {
    rulesOn: async (authorityId, day) => {
      const facts = await factsOn(scope, ["credit_scheme", "credit_benefits", "aeo_partner"], day);
      const approved = await db.benefitPolicy.findMany({
        where: { organisationId: authorityId, state: "approved", effectiveFrom: { lte: day } },
      });
      return {
        schemes: facts("credit_scheme", creditSchemeSchema),
        partners: facts("aeo_partner", aeoPartnerSchema),
        policies: [
          ...facts("credit_benefits", creditBenefitsSchema).map(({ validFrom, tiers, mutual }) => ({
            effectiveFrom: validFrom,
            policy: { version: 0, tiers, mutual },
          })),
          ...approved.map(toPolicy),
        ],
      };
    },
    criteriaOn: async (day) => (await factsOn(scope, ["aeo_criterion"], day))("aeo_criterion", aeoCriterionSchema),
    lockPolicies: async () => {
      await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`benefits:${organisationId}`}, 0))`;
    },
    policies: async () =>
      (await db.benefitPolicy.findMany({ where: { organisationId }, orderBy: { version: "desc" } })).map(toPolicy),
    policy: async (id) => {
      const row = await db.benefitPolicy.findFirst({ where: { organisationId, id } });
      return row && toPolicy(row);
    },
    addPolicy: async ({ policy: { version, ...policy }, ...record }) => {
      await db.benefitPolicy.create({
        data: { ...record, version, policy: z.json().parse(policy) ?? {}, createdAt: world.now() },
      });
    },
    settlePolicy: async (id, state, by) => {
      const { count } = await db.benefitPolicy.updateMany({
        where: { organisationId, id, state: "proposed" },
        data: {
          state,
          decidedAt: world.now(),
          ...(state === "approved" ? { approvedBy: by.id, approvedByName: by.name } : {}),
        },
      });
      return count === 1;
    },
    addUse: async (use) => {
      await db.benefitUse.create({ data: { ...use, at: world.now() } });
    },
    waivedFor: async (declarationId) => {
      const { _sum } = await db.benefitUse.aggregate({
        where: { declarationId, benefit: "guarantee" },
        _sum: { amount: true },
      });
      return _sum.amount?.toFixed(2) ?? "0";
    },
    addFlag: async ({ inputs, ...flag }) => {
      const sealed = scope.vault.seal(flag.organisationId, JSON.stringify(plainOf(inputs)));
      await db.creditFlag.create({ data: { ...flag, inputs: sealed, at: world.now() } });
    },
    lastFlag: async (clearanceId) => {
      const row = await db.creditFlag.findFirst({ where: { clearanceId }, orderBy: { id: "desc" } });
      return row && { tierAfter: tierSchema.parse(row.tierAfter), decisionHash: row.decisionHash };
    },
    openAssessments: (most) => openAssessments(scope, most),
  };
}

/** The facts of some kinds that hold on a day, parsed at the border. */
async function factsOn({ db }: Pick<Scope, "db">, kinds: readonly string[], day: LocalDate) {
  const rows = await db.referenceFact.findMany({
    where: {
      kind: { in: [...kinds] },
      validFrom: { lte: day },
      OR: [{ validTo: null }, { validTo: { gte: day } }],
    },
    orderBy: { id: "asc" },
    select: { kind: true, fact: true },
  });
  return <T>(kind: string, schema: z.ZodType<T>) =>
    z.array(schema).parse(rows.filter((row) => row.kind === kind).map((row) => row.fact));
}

/** A policy as it is kept; one that does not fit is damage, and nothing may be counted by it. */
export function toPolicy({
  policy,
  version,
  basis,
  state,
  approvedBy: _by,
  approvedByName: _name,
  createdAt: _at,
  decidedAt: _settled,
  ...row
}: BenefitPolicy): BenefitPolicyRecord {
  return {
    ...row,
    basis: basisSchema.parse(basis),
    state: stateSchema.parse(state),
    policy: { version, ...benefitsSchema.parse(policy) },
  };
}

async function openAssessments({ db, organisationId }: Scope, most: number): Promise<readonly OpenAssessment[]> {
  const rows = await db.clearance.findMany({
    where: {
      state: { in: [...OPEN] },
      declaration: { officeOrganisationId: organisationId },
      riskAssessments: { some: {} },
    },
    orderBy: { id: "desc" },
    take: most,
    include: { shipment: { select: { reference: true, organisation: { select: { name: true } } } } },
  });
  return rows.flatMap(
    ({ declarationId, lane, shipment, id, version: _version, openedAt: _o, releasedAt: _r, ...row }) =>
      declarationId === null || lane === null
        ? []
        : [
            {
              ...row,
              clearanceId: id,
              declarationId,
              lane,
              reference: shipment.reference,
              broker: shipment.organisation.name,
            },
          ],
  );
}
