import { z } from "zod";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { isLocalDate } from "@/domain/shared/local-date";

/** The roles in which an enterprise may hold its status. */
export const ROLES = ["importer", "exporter", "broker", "carrier", "warehouse"] as const;

const partsOf = (text: string) => text.split(/[;,\s]+/).filter(Boolean);
const date = z.string().refine(isLocalDate, "date");

/** A proposal as it is typed; lists are words with blanks between them. */
export const proposalSchema = z
  .object({
    holder: z.string().trim().min(1, "required").max(200, "long"),
    aeoCode: z.string().trim().min(3, "required").max(40, "long"),
    tier: z.enum(CREDIT_TIERS),
    roles: z.array(z.enum(ROLES)),
    commodityPrefixes: z.string().refine((text) => partsOf(text).every((part) => /^\d{2,10}$/.test(part)), "prefix"),
    origins: z.string().refine((text) => partsOf(text).every((part) => /^[A-Z]{2}$/.test(part)), "origin"),
    valueCap: z
      .string()
      .trim()
      .regex(/^(\d{1,14}(\.\d{1,2})?)?$/, "amount"),
    validFrom: date,
    validTo: z.union([z.literal(""), date], "date"),
    source: z.string().trim().min(1, "required").max(500, "long"),
  })
  .refine(({ validFrom, validTo }) => validTo === "" || validTo >= validFrom, { path: ["validTo"], message: "order" });

export type ProposalDraft = z.infer<typeof proposalSchema>;

/** The proposal as the API takes it. */
export function toProposal(draft: ProposalDraft) {
  const { holder, aeoCode, tier, roles, commodityPrefixes, origins, valueCap, validFrom, validTo, source } = draft;
  return {
    aeoCode,
    holder,
    tier,
    scope: {
      roles,
      commodityPrefixes: partsOf(commodityPrefixes),
      origins: partsOf(origins),
      valueCap: valueCap || null,
    },
    validFrom,
    validTo: validTo || null,
    source,
  };
}
