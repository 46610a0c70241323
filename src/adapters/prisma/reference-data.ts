import { z } from "zod";
import type { Transaction } from "@/application/ports";
import { CREDIT_KINDS } from "@/contracts/credit-reference";
import { agreementSchema, differentialProductSchema, ORIGIN_KINDS, productRuleSchema } from "@/contracts/origin";
import {
  controlProfileSchema,
  exchangeRateSchema,
  geographicalAreaSchema,
  legalParameterSchema,
  requirementRuleSchema,
  scorecardSchema,
  successionSchema,
} from "@/contracts/reference";
import { tariffMeasureSchema } from "@/contracts/tariff-measure";
import { canonicalJson } from "@/domain/evidence/canonical-json";
import type { LocalDate } from "@/domain/shared/local-date";
import { prefixesOf } from "@/domain/tariff/commodity-code";
import type { Scope } from "./scope";

/**
 * The reference data that holds on a day, parsed at the border. Of a tariff of tens of thousands of lines only those
 * measures are read that the codes lie under.
 */
export function referenceData({ db, world }: Scope): Transaction["reference"] {
  return {
    on: async (day, codes) => {
      const holds = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] };
      const parameters = await db.legalParameter.findMany({ where: holds, orderBy: { id: "asc" } });
      const facts = await db.referenceFact.findMany({
        where: { ...holds, kind: { notIn: [...Object.keys(ORIGIN_KINDS), ...CREDIT_KINDS] } },
        orderBy: { id: "asc" },
        select: { kind: true, fact: true },
      });
      const measures = await db.tariffMeasure.findMany({
        where: { ...holds, jurisdiction: "CN", ...(codes && { code: { in: [...prefixesOf(codes)] } }) },
        orderBy: { id: "asc" },
        select: { fact: true },
      });
      const raw = { facts: { day, parameters, facts }, measures: measures.map((row) => row.fact) };
      const reference = { ...parsedFacts(day, parameters, facts), measures: parsedMeasures(raw.measures) };
      READ.set(reference, raw);
      return reference;
    },
    keep: async (reference) => {
      const raw = READ.get(reference);
      if (!raw) throw new Error("these tables of the law were not read from the database");
      const [facts, measures] = [canonicalOf(raw.facts), canonicalOf(raw.measures)];
      const kept = [facts, measures].map((content) => ({ hash: world.sha256(content), content }));
      const known = await db.lawSnapshot.findMany({
        where: { hash: { in: kept.map(({ hash }) => hash) } },
        select: { hash: true },
      });
      const fresh = kept.filter(({ hash }) => !known.some((each) => each.hash === hash));
      if (fresh.length > 0) await db.lawSnapshot.createMany({ data: fresh, skipDuplicates: true });
      return { facts: kept[0]?.hash ?? "", measures: kept[1]?.hash ?? "" };
    },
    kept: async ({ facts, measures }) => {
      const rows = await db.lawSnapshot.findMany({ where: { hash: { in: [facts, measures] } } });
      const contentOf = (hash: string) => rows.find((row) => row.hash === hash)?.content;
      const [factsText, measuresText] = [contentOf(facts), contentOf(measures)];
      if (factsText === undefined || measuresText === undefined) return null;
      const read = factsRead.parse(JSON.parse(factsText));
      return {
        ...parsedFacts(read.day, read.parameters, read.facts),
        measures: parsedMeasures(z.array(z.unknown()).parse(JSON.parse(measuresText))),
      };
    },
    originsOn: async (day) => {
      const facts = await db.referenceFact.findMany({
        where: {
          validFrom: { lte: day },
          OR: [{ validTo: null }, { validTo: { gte: day } }],
          kind: { in: Object.keys(ORIGIN_KINDS) },
        },
        orderBy: { id: "asc" },
        select: { kind: true, fact: true },
      });
      const ofKind = <T>(kind: string, schema: z.ZodType<T>) =>
        z.array(schema).parse(facts.filter((row) => row.kind === kind).map((row) => row.fact));
      return {
        agreements: ofKind("origin_agreement", agreementSchema),
        productRules: ofKind("origin_rule", productRuleSchema),
        differentials: ofKind("origin_differential", differentialProductSchema),
      };
    },
  };
}

/** What tables were parsed from, for as long as somebody holds them. */
const READ = new WeakMap<object, { readonly facts: unknown; readonly measures: readonly unknown[] }>();

const factsRead = z.strictObject({
  day: z.string(),
  parameters: z.array(z.unknown()),
  facts: z.array(z.object({ kind: z.string(), fact: z.unknown() })),
});

/** Canonical JSON of rows as they would be sent: dates and decimals as texts. */
function canonicalOf(rows: unknown): string {
  return canonicalJson(JSON.parse(JSON.stringify(rows)));
}

type Facts = readonly { readonly kind: string; readonly fact: unknown }[];

const parsedFacts = remembering(2, (_day: LocalDate, parameters: readonly unknown[], facts: Facts) => {
  const ofKind = <T>(kind: string, schema: z.ZodType<T>) =>
    z.array(schema).parse(facts.filter((row) => row.kind === kind).map((row) => row.fact));
  return {
    parameters: z.array(legalParameterSchema).parse(parameters),
    areas: ofKind("geographical_area", geographicalAreaSchema),
    successions: ofKind("succession", successionSchema),
    exchangeRates: ofKind("exchange_rate", exchangeRateSchema),
    requirementRules: ofKind("requirement_rule", requirementRuleSchema),
    controlProfiles: ofKind("control_profile", controlProfileSchema),
    scorecards: ofKind("scorecard", scorecardSchema),
  };
});

const parsedMeasures = remembering(32, (facts: readonly unknown[]) => z.array(tariffMeasureSchema).parse(facts));

/** Parsing takes longer than reading; of the last so many rows that did not change, none is parsed twice. */
function remembering<A extends readonly unknown[], T>(most: number, parse: (...given: A) => T): (...given: A) => T {
  const remembered = new Map<string, T>();
  return (...given) => {
    const text = JSON.stringify(given);
    const known = remembered.get(text) ?? parse(...given);
    remembered.delete(text);
    remembered.set(text, known);
    for (const oldest of remembered.keys()) {
      if (remembered.size <= most) break;
      remembered.delete(oldest);
    }
    return known;
  };
}
