import { z } from "zod";
import { GROUP_DIMENSIONS } from "@/domain/risk-rules/backtest-groups";
import { LIMITS } from "@/domain/risk-rules/expression";
import { RULE_LANES } from "@/domain/risk-rules/rule";
import { LANES } from "@/domain/selectivity/lanes";
import { isLocalDate } from "@/domain/shared/local-date";
import { subjectSchema } from "./history";

/** Rules of risk as files, requests and tables hold them. */

const day = z.string().refine(isLocalDate, "form_date");

const ruleCase = z.strictObject({
  name: z.string().trim().min(1).max(200),
  subject: subjectSchema,
  hits: z.boolean(),
});

/** What a version of a rule says. */
export const ruleContentSchema = z.strictObject({
  title: z.string().trim().min(3).max(200),
  /** The title in Chinese; empty where none was given. */
  titleZh: z.string().trim().max(200).default(""),
  /** Why there is such a rule: what it looks for. */
  rationale: z.string().trim().min(10).max(2_000),
  citation: z.string().trim().min(10).max(500),
  lane: z.enum(RULE_LANES),
  expression: z.string().min(1).max(LIMITS.characters),
  /** Per cent of the hits that are selected. */
  rate: z.number().int().min(1).max(100).default(100),
  maxUnselected: z.number().int().min(0).max(10_000).nullable().default(null),
  cases: z.array(ruleCase).max(50).default([]),
});
export type RuleContent = z.infer<typeof ruleContentSchema>;

/** What people call a rule, and what a switch names. */
export const ruleCode = z.string().regex(/^[A-Z][A-Z0-9-]{1,39}$/, "rule_code_form");

/** A rule as it comes with the product. */
export const packRuleSchema = ruleContentSchema.extend({ code: ruleCode, validFrom: day, source: z.string().min(10) });
export type PackRule = z.infer<typeof packRuleSchema>;

const caseOutcome = z.object({
  name: z.string(),
  expected: z.boolean(),
  found: z.boolean(),
  missing: z.array(z.string()),
});

/** What the last check of a version found. */
export const ruleCheckSchema = z.object({ checkedAt: z.string(), cases: z.array(caseOutcome) });
export type RuleCheck = z.infer<typeof ruleCheckSchema>;

const laneThen = z.enum(["none", ...LANES]);
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The facts that made a hit. */
export const hitFactsSchema = z.array(z.object({ field: z.string(), value, comparison: z.string() }));

const count = z.number().int();

/** What a backtest found, as it is kept. */
export const backtestSchema = z.object({
  window: z.object({ from: z.string(), before: z.string() }),
  assumptions: z.object({ minutesPerYellow: z.number(), minutesPerRed: z.number() }),
  declarations: count,
  hits: count,
  selected: count,
  stopped: count,
  stoppedShare: z.number(),
  newlyStopped: count,
  lanes: z.array(z.object({ from: laneThen, to: z.enum(LANES), count })),
  officerHours: z.number(),
  inspected: count,
  irregular: count,
  precision: z.object({ share: z.number(), low: z.number(), high: z.number() }).nullable(),
  revenueFound: z.number(),
  groups: z.array(
    z.object({
      dimension: z.enum(GROUP_DIMENSIONS),
      value: z.string(),
      hits: count,
      all: count,
      shareOfHits: z.number(),
      shareOfAll: z.number(),
    }),
  ),
  examples: z.array(
    z.object({
      entryId: z.string(),
      day: z.string(),
      reference: z.string(),
      shipmentId: z.string().nullable(),
      from: laneThen,
      isIrregular: z.boolean().nullable(),
      facts: hitFactsSchema,
    }),
  ),
  missing: z.array(z.object({ field: z.string(), lines: count })),
  // Backtests from before this was said have none.
  listsAsOfNow: z.array(z.string()).default([]),
  fault: z.string().nullable(),
});

const minutes = z.number().min(0).max(10_000);

/** What a backtest looks at; what is left out is the policy of the house. */
export const backtestInput = z.strictObject({
  from: day.optional(),
  before: day.optional(),
  minutesPerYellow: minutes.optional(),
  minutesPerRed: minutes.optional(),
});
export type BacktestInput = z.infer<typeof backtestInput>;

/** The name of a list, as rules write it. */
export const listName = z.string().trim().min(1).max(60);

export const listInput = z.strictObject({
  name: listName,
  entries: z.array(z.string().trim().min(1).max(200)).max(LIMITS.listEntries),
});

const switchReason = z.string().trim().min(3).max(500);
const switched = { isOn: z.boolean(), reason: switchReason };

/** A turn of a switch: of a rule, of goods by the beginning of their code, or of an origin. */
export const switchInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rule"), value: ruleCode, ...switched }),
  z.strictObject({
    kind: z.literal("code"),
    value: z.string().regex(/^\d{2,10}$/, "form_code_beginning"),
    ...switched,
  }),
  z.strictObject({ kind: z.literal("origin"), value: z.string().regex(/^[A-Z]{2}$/, "form_country"), ...switched }),
]);
export type SwitchInput = z.infer<typeof switchInput>;
