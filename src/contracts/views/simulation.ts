import { z } from "zod";
import { REGIMES } from "@/domain/declaration/declaration";
import { LANES } from "@/domain/selectivity/lanes";
import { issueView, taxView } from "./declaration";
import { supervisionView } from "./supervision";

/** What the law of a day comes to for a declaration as it stands; null with the issues that say why not. */
export const lawView = z.object({
  lawDate: z.string(),
  tax: taxView.nullable(),
  issues: z.array(issueView),
});

export const simulatedRequirementView = z.object({
  code: z.string(),
  state: z.enum(["missing", "verified", "waived", "failed"]),
  reason: z.string(),
  parameters: z.record(z.string(), z.string()),
  citation: z.string(),
  asksPaper: z.boolean(),
});

const regimeOutcomeView = z.object({
  regime: z.enum(REGIMES),
  agreement: z.string().nullable(),
  tax: taxView.nullable(),
  issues: z.array(issueView),
  /** Lines whose duty is that of the agreement. */
  preferredLines: z.array(z.number().int()),
  requirements: z.object({
    bonded_exit: z.array(simulatedRequirementView),
    domestic_distribution: z.array(simulatedRequirementView),
  }),
  clocks: z.array(z.object({ code: z.string(), value: z.string(), unit: z.string(), citation: z.string() })),
  supervision: z.array(supervisionView),
  lane: z.object({ lane: z.enum(LANES), cause: z.string(), score: z.number() }).nullable(),
});

/** The same goods under several regimes; nothing is kept and nothing is decided. */
export const simulationView = z.object({
  lawDate: z.string(),
  /** What is missing before anything can be simulated; empty when the outcomes are there. */
  issues: z.array(issueView),
  outcomes: z.array(regimeOutcomeView),
});

/** The price of one unit beside earlier ones of the same kind. */
export const priceComparisonView = z.object({
  line: z.number().int(),
  unitPrice: z.string(),
  currency: z.string(),
  /** How many earlier lines there are. */
  count: z.number().int(),
  mean: z.string(),
  /** Standard deviations from the mean; null where the history is too short or does not vary. */
  deviations: z.number().nullable(),
});
export type PriceComparisonView = z.infer<typeof priceComparisonView>;

export type LawView = z.infer<typeof lawView>;
export type SimulationView = z.infer<typeof simulationView>;
export type RegimeOutcomeView = z.infer<typeof regimeOutcomeView>;
export type SimulatedRequirementView = z.infer<typeof simulatedRequirementView>;
