import { evaluateRule, type HitReason, type Lists, type Subject } from "./evaluate-rule";
import type { Condition } from "./expression";
import { type RuleLane, type Sampling, selects } from "./rule";

/** A version of a rule that is evaluated: in force, or in shadow. */
export interface ActiveRule extends Sampling {
  readonly ruleId: string;
  readonly versionId: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly lane: RuleLane;
  readonly condition: Condition;
  readonly isShadow: boolean;
  /** Hits since one was last selected. */
  readonly unselectedInARow: number;
}

/** A switch that is on: a rule that is off, or goods of which the machine releases nothing. */
export type ActiveSwitch =
  | { readonly kind: "rule"; readonly value: string; readonly reason: string }
  | { readonly kind: "code" | "origin"; readonly value: string; readonly reason: string };

export interface RuleSet {
  readonly rules: readonly ActiveRule[];
  readonly lists: Lists;
  readonly switches: readonly ActiveSwitch[];
}

export interface RuleHit {
  readonly ruleId: string;
  readonly versionId: string;
  readonly version: number;
  readonly code: string;
  readonly title: string;
  readonly lane: RuleLane;
  readonly facts: readonly HitReason[];
}

export interface Applied {
  /** The hits that decide: rules in force that selected the goods. */
  readonly hits: readonly RuleHit[];
  /** Hits of rules in force that the sampling did not select. */
  readonly unselected: readonly RuleHit[];
  /** Hits of rules in shadow: logged, without effect. */
  readonly shadow: readonly RuleHit[];
  /** What rules asked and was not known. */
  readonly missing: readonly { readonly code: string; readonly fields: readonly string[] }[];
  /** Rules that could not be evaluated. Whoever asks must not take that for no hit. */
  readonly faults: readonly { readonly code: string; readonly fault: string }[];
  /** Switches for the code or the origin: nothing of it is released by the machine. */
  readonly noRelease: readonly ActiveSwitch[];
}

/**
 * What the rules say of a line of goods. `drawOf` gives the draw of a rule by its code, from 0 up to 1; it is
 * asked only of a rule in force that hit and selects a share of its hits, and who calls logs it.
 */
export function applyRules(set: RuleSet, subject: Subject, drawOf: (code: string) => number): Applied {
  const off = new Set(set.switches.flatMap(({ kind, value }) => (kind === "rule" ? [value] : [])));
  const hits: RuleHit[] = [];
  const unselected: RuleHit[] = [];
  const shadow: RuleHit[] = [];
  const missing: { code: string; fields: readonly string[] }[] = [];
  const faults: { code: string; fault: string }[] = [];
  for (const rule of set.rules) {
    if (off.has(rule.code)) continue;
    const evaluation = evaluateRule(rule.condition, subject, set.lists);
    if (evaluation.missing.length > 0) missing.push({ code: rule.code, fields: evaluation.missing });
    if (evaluation.fault) faults.push({ code: rule.code, fault: `${evaluation.fault.kind}: ${evaluation.fault.name}` });
    if (!evaluation.hit) continue;
    const { ruleId, versionId, version, code, title, lane } = rule;
    const isSelected = () => rule.rate >= 100 || selects(rule, drawOf(code), rule.unselectedInARow);
    const place = rule.isShadow ? shadow : isSelected() ? hits : unselected;
    place.push({ ruleId, versionId, version, code, title, lane, facts: evaluation.reasons });
  }
  return { hits, unselected, shadow, missing, faults, noRelease: set.switches.filter((each) => isMet(each, subject)) };
}

function isMet({ kind, value }: ActiveSwitch, subject: Subject): boolean {
  if (kind === "rule") return false;
  if (kind === "origin") return subject.origin === value;
  return typeof subject.commodityCode === "string" && subject.commodityCode.startsWith(value);
}
