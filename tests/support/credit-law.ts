import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  aeoCriterionSchema,
  aeoPartnerSchema,
  creditBenefitsSchema,
  creditSchemeSchema,
} from "@/contracts/credit-reference";
import type { CreditRules } from "@/domain/aeo/standing";

function read<T>(file: string, schema: z.ZodType<T>): T[] {
  return z.array(schema).parse(JSON.parse(readFileSync(`prisma/reference/${file}.json`, "utf8")));
}

/** The law's tables of credit as they ship. */
export const SHIPPED_CREDIT: CreditRules = {
  schemes: read("credit-schemes", creditSchemeSchema),
  partners: read("aeo-partners", aeoPartnerSchema),
  policies: read("credit-benefits", creditBenefitsSchema).map(({ validFrom, tiers, mutual }) => ({
    effectiveFrom: validFrom,
    policy: { version: 0, tiers, mutual },
  })),
};

export const CRITERIA = read("aeo-criteria", aeoCriterionSchema);
