import { z } from "zod";

const bilingual = z.object({ en: z.string(), zh: z.string() });

const candidateView = z.object({
  code: z.string(),
  /** Who says so: the organisation's own history, the model that ships, or a person who settled these very goods. */
  source: z.enum(["history", "model", "person"]),
  confidence: z.number(),
  /** The words of the description that decided. */
  words: z.array(z.string()),
  path: z.array(bilingual.extend({ code: z.string() })),
  /** Rates as the tariff writes them on the day; null where it has none for the code. */
  rates: z.object({ duty: z.string().nullable(), consumptionTax: z.string().nullable(), vat: z.string().nullable() }),
  /** What the second gate would ask papers for. */
  papers: z.array(z.string()),
});

/** Codes for goods, ranked, with what decided and what is still to be asked. */
export const suggestionView = z.object({
  description: z.string(),
  candidates: z.array(candidateView),
  sure: z.boolean(),
  abstained: z.enum(["vague", "unknown_words", "unsure"]).nullable(),
  vagueWords: z.array(z.string()).nullable(),
  question: bilingual.extend({ between: z.array(z.string()).nullable() }).nullable(),
});
export type SuggestionView = z.infer<typeof suggestionView>;
export type CandidateView = z.infer<typeof candidateView>;
