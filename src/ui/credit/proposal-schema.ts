import * as z from "zod/mini";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { isLocalDate } from "@/domain/shared/local-date";
import { filled } from "@/ui/parts/form";

/** The roles in which an enterprise may hold its status. */
export const ROLES = ["importer", "exporter", "broker", "carrier", "warehouse"] as const;

const partsOf = (text: string) => text.split(/[;,\s]+/).filter(Boolean);
const date = z.string().check(z.refine(isLocalDate, "date"));

/** A proposal as it is typed; lists are words with blanks between them. */
export const proposalSchema = z
  .object({
    holder: filled(200),
    aeoCode: z.string().check(z.trim(), z.minLength(3, "required"), z.maxLength(40, "long")),
    tier: z.enum(CREDIT_TIERS),
    roles: z.array(z.enum(ROLES)),
    commodityPrefixes: z
      .string()
      .check(z.refine((text) => partsOf(text).every((part) => /^\d{2,10}$/.test(part)), "prefix")),
    origins: z.string().check(z.refine((text) => partsOf(text).every((part) => /^[A-Z]{2}$/.test(part)), "origin")),
    regimes: z.string().check(z.refine((text) => partsOf(text).every((part) => /^\d{4}$/.test(part)), "prefix")),
    valueCap: z.string().check(z.trim(), z.regex(/^(\d{1,14}(\.\d{1,2})?)?$/, "amount")),
    validFrom: date,
    validTo: z.string().check(z.refine((text) => text === "" || isLocalDate(text), "date")),
    source: filled(500),
  })
  .check(
    z.refine(({ validFrom, validTo }) => validTo === "" || validTo >= validFrom, { path: ["validTo"], error: "order" }),
  );

export type ProposalDraft = z.infer<typeof proposalSchema>;

/** The proposal as the API takes it. */
export function toProposal(draft: ProposalDraft) {
  const { holder, aeoCode, tier, roles, commodityPrefixes, origins, regimes, valueCap, validFrom, validTo, source } =
    draft;
  return {
    aeoCode,
    holder,
    tier,
    scope: {
      roles,
      commodityPrefixes: partsOf(commodityPrefixes),
      origins: partsOf(origins),
      regimes: partsOf(regimes),
      valueCap: valueCap || null,
    },
    validFrom,
    validTo: validTo || null,
    source,
  };
}
