import { z } from "zod";
import type { Transaction } from "@/application/ports";
import {
  controlProfileSchema,
  exchangeRateSchema,
  legalParameterSchema,
  requirementRuleSchema,
  scorecardSchema,
  tariffMeasureSchema,
} from "@/contracts/reference";
import type { LocalDate } from "@/domain/shared/local-date";
import type { Reference } from "@/domain/tariff/reference";
import type { Scope } from "./scope";

/** The reference data that holds on a day, parsed at the border. */
export function referenceData({ db }: Scope): Transaction["reference"] {
  return {
    on: async (day) => {
      const holds = { validFrom: { lte: day }, OR: [{ validTo: null }, { validTo: { gte: day } }] };
      const parameters = await db.legalParameter.findMany({ where: holds, orderBy: { id: "asc" } });
      const measures = await db.tariffMeasure.findMany({
        where: holds,
        orderBy: { id: "asc" },
        select: { fact: true },
      });
      const facts = await db.referenceFact.findMany({
        where: holds,
        orderBy: { id: "asc" },
        select: { kind: true, fact: true },
      });
      return remember(day, JSON.stringify([parameters, measures, facts]), () => {
        const ofKind = <T>(kind: string, schema: z.ZodType<T>) =>
          z.array(schema).parse(facts.filter((row) => row.kind === kind).map((row) => row.fact));
        return {
          parameters: z.array(legalParameterSchema).parse(parameters),
          measures: z.array(tariffMeasureSchema).parse(measures.map((row) => row.fact)),
          exchangeRates: ofKind("exchange_rate", exchangeRateSchema),
          requirementRules: ofKind("requirement_rule", requirementRuleSchema),
          controlProfiles: ofKind("control_profile", controlProfileSchema),
          scorecards: ofKind("scorecard", scorecardSchema),
        };
      });
    },
  };
}

let remembered: { day: LocalDate; text: string; reference: Reference } | undefined;

/** Parsing a tariff takes longer than reading it; rows that did not change are not parsed twice. */
function remember(day: LocalDate, text: string, parse: () => Reference): Reference {
  if (remembered?.day !== day || remembered.text !== text) remembered = { day, text, reference: parse() };
  return remembered.reference;
}
