import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  controlProfileSchema,
  exchangeRateSchema,
  geographicalAreaSchema,
  legalParameterSchema,
  requirementRuleSchema,
  scorecardSchema,
} from "@/contracts/reference";
import { tariffMeasureSchema } from "@/contracts/tariff-measure";
import type { DeclarationContent, DeclarationLine } from "@/domain/declaration/declaration";
import type { Fact } from "@/domain/declaration/facts";
import type { Sourced } from "@/domain/shared/sourced";
import type { Reference } from "@/domain/tariff/reference";
import { parseSuccessions } from "@/domain/tariff/succession";
import { ADJUSTMENTS, type AdjustmentKind } from "@/domain/valuation/adjustments";
import controlProfiles from "../../../prisma/reference/control-profiles.json";
import exchangeRates from "../../../prisma/reference/demonstration/exchange-rates.json";
import areas from "../../../prisma/reference/geographical-areas.json";
import parameters from "../../../prisma/reference/legal-parameters.json";
import requirementRules from "../../../prisma/reference/requirement-rules.json";
import scorecards from "../../../prisma/reference/scorecards.json";
import measures from "../../../prisma/reference/tariff-measures.json";

/** The reference data that an installation is loaded with: the tests hold for the law that users meet. */
export const REFERENCE: Reference = {
  parameters: z.array(legalParameterSchema).parse(parameters),
  measures: z.array(tariffMeasureSchema).parse(measures),
  areas: z.array(geographicalAreaSchema).parse(areas),
  successions: parseSuccessions(readFileSync("prisma/reference/nomenclature/hs-2017-2022.tsv", "utf8"), "2022-01-01"),
  exchangeRates: z.array(exchangeRateSchema).parse(exchangeRates),
  requirementRules: z.array(requirementRuleSchema).parse(requirementRules),
  controlProfiles: z.array(controlProfileSchema).parse(controlProfiles),
  scorecards: z.array(scorecardSchema).parse(scorecards),
};

export const DAY = "2026-11-24";

/** A value as a sure reading of the invoice. */
export function known(value: string, fieldId: string | null = null): Sourced<string> {
  return {
    value,
    source: {
      fieldId,
      documentId: "invoice",
      page: 1,
      box: null,
      confidence: 0.99,
      method: "text_layer",
      confirmedBy: null,
    },
  };
}

export function line(number: number, given: Partial<Record<keyof DeclarationLine, string>> = {}): DeclarationLine {
  const optional = (value: string | undefined) => (value === undefined ? null : known(value));
  return {
    number,
    description: known(given.description ?? "Wireless headphones"),
    commodityCode: known(given.commodityCode ?? "8518302000"),
    quantity: known(given.quantity ?? "1"),
    unit: optional(given.unit),
    unitPrice: optional(given.unitPrice),
    amount: known(given.amount ?? "1000.00"),
    origin: known(given.origin ?? "DE"),
    netWeightKg: optional(given.netWeightKg),
  };
}

type Header = Omit<DeclarationContent, "lines" | "consumer" | "regime" | "adjustments">;

/** A complete declaration of one line of CNY 1,000 under CIF, but for what is given. */
export function content(
  given: Partial<Record<keyof Header, string>> & {
    regime?: DeclarationContent["regime"];
    lines?: readonly DeclarationLine[];
    adjustments?: Partial<Record<AdjustmentKind, string>>;
  } = {},
): DeclarationContent {
  const optional = (value: string | undefined) => (value === undefined ? null : known(value));
  const regime = given.regime ?? "0110";
  return {
    regime,
    invoiceNumber: known(given.invoiceNumber ?? "INV-1"),
    invoiceDate: known(given.invoiceDate ?? "2026-11-09"),
    seller: known(given.seller ?? "Brightwell Audio GmbH"),
    buyer: known(given.buyer ?? "Lingnan Electronics Trading Co., Ltd."),
    consignee: optional(given.consignee),
    currency: known(given.currency ?? "CNY"),
    invoiceTotal: known(given.invoiceTotal ?? "1000.00"),
    incoterm: known(given.incoterm ?? "CIF"),
    freight: optional(given.freight),
    insurance: optional(given.insurance),
    preference: optional(given.preference),
    adjustments: Object.fromEntries(
      ADJUSTMENTS.map((kind) => [kind, optional(given.adjustments?.[kind])]),
    ) as DeclarationContent["adjustments"],
    transportNumber: known(given.transportNumber ?? "180-12345675"),
    portOfLoading: optional(given.portOfLoading),
    portOfDischarge: optional(given.portOfDischarge),
    packages: known(given.packages ?? "4"),
    grossWeightKg: known(given.grossWeightKg ?? "12"),
    netWeightKg: optional(given.netWeightKg),
    lines: given.lines ?? [line(1, { amount: given.invoiceTotal ?? "1000.00" })],
    consumer: regime === "1210" ? { nameMasked: "W**", identityToken: "token", identityMasked: "1101****" } : null,
  };
}

let nextFact = 0;

/** A value that a document states surely, but for what is given. */
export function fact(name: string, value: string, given: Partial<Fact> = {}): Fact {
  nextFact += 1;
  return {
    id: `fact-${nextFact}`,
    documentId: "invoice",
    documentType: "commercial_invoice",
    name,
    line: null,
    value,
    page: 1,
    box: null,
    confidence: 0.97,
    method: "text_layer",
    status: "suggested",
    confirmedBy: null,
    ...given,
  };
}
