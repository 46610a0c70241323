import { z } from "zod";
import { IRREGULARITIES } from "@/domain/history/entry";
import { LIKENESSES } from "@/domain/pre-examination/comparables";
import { PARTY_KINDS } from "@/domain/pre-examination/network";
import { REGISTERS } from "@/domain/pre-examination/sentence";
import { LANES } from "@/domain/selectivity/lanes";
import { boxView } from "./document";
import { id, instant } from "./scalars";

const linkView = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("field"),
    fieldId: id,
    documentId: id.nullable(),
    page: z.number().int().nullable(),
    box: boxView.nullable(),
  }),
  z.object({ kind: z.literal("declared"), path: z.string() }),
  z.object({ kind: z.literal("history"), entryId: id, reference: z.string(), isGenerated: z.boolean() }),
  z.object({ kind: z.literal("rule"), ruleId: id, versionId: id, version: z.number().int() }),
  z.object({ kind: z.literal("register"), register: z.enum(REGISTERS), key: z.string() }),
]);

/** One thing that is said, with the facts that it rests on; there is always one. */
const sentenceView = z.object({
  code: z.string(),
  parameters: z.record(z.string(), z.string()),
  links: z.array(linkView).min(1),
});

const reasonView = sentenceView.extend({
  kind: z.enum(["demand", "chance", "contribution", "irregularity"]),
  points: z.number().int().nullable(),
  line: z.number().int().nullable(),
});

const outcomeView = z.object({ isIrregular: z.boolean(), irregularity: z.enum(IRREGULARITIES).nullable() });

const comparableView = z.object({
  reference: z.string(),
  day: z.string(),
  commodityCode: z.string(),
  origin: z.string(),
  unitPrice: z.number().nullable(),
  netKg: z.number().nullable(),
  same: z.array(z.enum(LIKENESSES)),
  /** What a look brought to light; null where nobody looked. */
  outcome: outcomeView.nullable(),
  isGenerated: z.boolean(),
  link: linkView,
});

const pricePlaceView = z.object({
  basis: z.enum(["origin", "all_origins"]),
  subheading: z.string(),
  origin: z.string(),
  unit: z.literal("kg"),
  count: z.number().int(),
  generated: z.number().int(),
  quantiles: z.object({ p5: z.number(), p25: z.number(), p50: z.number(), p75: z.number(), p95: z.number() }),
  own: z.number(),
  rank: z.number(),
  robustZ: z.number().nullable(),
  bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.number().int() })),
  links: z.array(linkView).min(1),
});

const networkView = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(PARTY_KINDS),
      isOwn: z.boolean(),
      lines: z.number().int(),
      irregular: z.number().int(),
    }),
  ),
  edges: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      lines: z.number().int(),
      irregular: z.number().int(),
      links: z.array(linkView).min(1),
    }),
  ),
  left: z.number().int(),
});

const suggestionView = z.object({
  id: z.string(),
  kind: z.enum(["question", "scope"]),
  /** The structured reason of the ruling that it prefills. */
  reason: z.string(),
  lines: z.array(z.number().int()),
  because: z.array(z.string()),
  links: z.array(linkView).min(1),
  /** What is asked of the broker, or looked at, in both languages. */
  text: z.object({ en: z.string(), zh: z.string() }),
  /** What was made of it last; null while nothing was. */
  feedback: z
    .object({
      verdict: z.enum(["accepted", "edited", "rejected"]),
      edited: z.string().nullable(),
      reason: z.string().nullable(),
      by: z.string(),
    })
    .nullable(),
});

/** What is known of a case before its officer opens it. */
export const preExaminationView = z.object({
  id,
  caseId: id,
  madeBy: z.enum(["worker", "officer"]),
  at: instant,
  day: z.string(),
  lane: z.enum(LANES),
  score: z.number().int(),
  contradictions: z.array(
    sentenceView.extend({ statements: z.array(z.object({ documentId: id, value: z.string() })) }),
  ),
  reasons: z.array(reasonView),
  lines: z.array(
    z.object({
      line: z.number().int(),
      commodityCode: z.string(),
      comparables: z.array(comparableView),
      price: pricePlaceView.nullable(),
    }),
  ),
  network: networkView,
  missing: z.array(sentenceView),
  suggestions: z.array(suggestionView),
});

export type PreExaminationView = z.infer<typeof preExaminationView>;
export type FactLinkView = z.infer<typeof linkView>;
export type SuggestionView = z.infer<typeof suggestionView>;
export type PricePlaceView = z.infer<typeof pricePlaceView>;
export type NetworkView = z.infer<typeof networkView>;
