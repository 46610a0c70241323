import { z } from "zod";
import { backtestSchema, hitFactsSchema, ruleCheckSchema, ruleContentSchema } from "@/contracts/rules";
import { RULE_LANES, VERSION_STATES } from "@/domain/risk-rules/rule";
import { counted, id, instant } from "./scalars";

/** How far a rule is: an approved version is active from its day on, and retired when another or none took its place. */
export const RULE_STATES = [...VERSION_STATES, "active", "retired"] as const;

const interval = z.object({ share: z.number(), low: z.number(), high: z.number() });

export const ruleRowView = z.object({
  id,
  code: z.string(),
  title: z.string(),
  titleZh: z.string(),
  lane: z.enum(RULE_LANES),
  origin: z.enum(["own", "rule_pack"]),
  /** Of the version that is in force, else of the latest. */
  state: z.enum(RULE_STATES),
  version: z.number().int(),
  /** The latest version, where it is another one that waits. */
  next: z.object({ version: z.number().int(), state: z.enum(RULE_STATES) }).nullable(),
  hits7: z.number().int(),
  hits30: z.number().int(),
  /** Of the last backtest, as far as anybody looked. */
  precision: interval.nullable(),
  lastBacktest: instant.nullable(),
  isOff: z.boolean(),
});
export type RuleRowView = z.infer<typeof ruleRowView>;

export const backtestView = z.object({
  id,
  version: z.number().int(),
  at: instant,
  ranBy: z.string(),
  result: backtestSchema,
  resultHash: z.string(),
});
export type BacktestView = z.infer<typeof backtestView>;

const ruleVersionView = z.object({
  id,
  number: z.number().int(),
  state: z.enum(RULE_STATES),
  content: ruleContentSchema,
  author: z.string(),
  approvedBy: z.string().nullable(),
  /** The first day on which it was or will be in force. */
  from: z.string().nullable(),
  shadowSince: instant.nullable(),
  checks: ruleCheckSchema.nullable(),
  /** Why it was rejected. */
  reason: z.string().nullable(),
  backtests: z.array(backtestView.omit({ result: true }).extend({ hits: z.number().int(), stopped: z.number().int() })),
  shadowHits: counted,
  createdAt: instant,
});
export type RuleVersionView = z.infer<typeof ruleVersionView>;

export const ruleView = z.object({
  id,
  code: z.string(),
  origin: z.enum(["own", "rule_pack"]),
  isOff: z.boolean(),
  offReason: z.string().nullable(),
  versions: z.array(ruleVersionView),
  /** The latest backtest of the latest version, in full. */
  backtest: backtestView.nullable(),
  hits: z.array(
    z.object({
      id,
      version: z.number().int(),
      isShadow: z.boolean(),
      isSelected: z.boolean(),
      shipmentId: id.nullable(),
      facts: hitFactsSchema,
      at: instant,
    }),
  ),
  history: z.array(
    z.object({
      kind: z.enum(["approval", "rollback", "retirement", "pack"]),
      version: z.number().int().nullable(),
      from: z.string(),
      at: instant,
      by: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  lists: z.array(z.string()),
  canEdit: z.boolean(),
  /** Whether this person may be the second one for the latest version. */
  canApprove: z.boolean(),
  canRollBack: z.boolean(),
  canRetire: z.boolean(),
  canSwitch: z.boolean(),
});
export type RuleView = z.infer<typeof ruleView>;

export const ruleListView = z.object({
  id,
  name: z.string(),
  number: z.number().int(),
  state: z.enum(["proposed", "current", "rejected"]),
  count: z.number().int(),
  /** The first of the entries, in the order in which they were given. */
  entries: z.array(z.string()),
  author: z.string(),
  approvedBy: z.string().nullable(),
  createdAt: instant,
  canApprove: z.boolean(),
});
export type RuleListView = z.infer<typeof ruleListView>;

export const switchView = z.object({
  id,
  kind: z.enum(["rule", "code", "origin"]),
  value: z.string(),
  isOn: z.boolean(),
  reason: z.string(),
  by: z.string(),
  at: instant,
});
export type SwitchView = z.infer<typeof switchView>;

export const rulesView = z.object({
  rules: z.array(ruleRowView),
  lists: z.array(ruleListView),
  /** Every turn of a switch, the latest first; the first of a kind and value is how it stands. */
  switches: z.array(switchView),
  canEdit: z.boolean(),
  canSwitch: z.boolean(),
});
export type RulesView = z.infer<typeof rulesView>;
