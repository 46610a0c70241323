import type { Stage } from "../clearance/lifecycle";
import type { RequirementRule } from "../clearance/requirement-rule";
import { concerns, type Goods, parametersOf } from "../clearance/requirements";
import type { Regime } from "../declaration/declaration";
import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";
import type { Check, CheckedItem } from "./check";
import { type Repeat, repeatOf } from "./repeat";

export const DEPARTMENTS = ["customs_control", "inspection_quarantine"] as const;
export type Department = (typeof DEPARTMENTS)[number];

/** When a check is due: always, if the lane or an officer selects the goods, or if gate one put a seal on them. */
export const DUE_WHEN = ["always", "if_selected", "if_sealed"] as const;
export type DueWhen = (typeof DUE_WHEN)[number];

/** A check that gates carry out on goods, since a day, by a source. */
export interface InspectionCheckRule extends Validity {
  readonly id: string;
  readonly code: string;
  readonly check: Check;
  /** Classes of inspection and quarantine that the goods have one of; empty for any goods. */
  readonly ciq: readonly string[];
  /** Whether it is about goods that are supervised at both ends, and no others. */
  readonly isBothEnds: boolean;
  readonly when: DueWhen;
  readonly officers: number;
  readonly authority: Department;
  readonly citation: string;
}

/** Where an item of the plan stands. */
export type Standing =
  | { readonly kind: "due" | "if_selected" }
  /** The gate let the goods go: nobody selected them, or what was due was not made. */
  | { readonly kind: "not_needed" | "not_made" }
  | { readonly kind: "done"; readonly on: LocalDate | null; readonly verdict: "passed" | "failed" }
  | Exclude<Repeat, { kind: "first" }>;

/** One check of one line at one end: by which department, by how many officers, why, and where it stands. */
export interface PlanItem {
  readonly line: number;
  readonly check: Check;
  readonly stage: Stage;
  readonly authority: Department;
  readonly officers: number;
  /** The code of the requirement whose paper is looked at; null for goods, seals and samples. */
  readonly requirement: string | null;
  /** A reason of a requirement, or the code of a check. */
  readonly reason: string;
  /** What the words of the reason name of this line; empty where the reason is the code of a check. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly citation: string;
  readonly standing: Standing;
}

interface Question {
  readonly regime: Regime;
  readonly lines: readonly Goods[];
  readonly day: LocalDate;
  readonly requirementRules: readonly RequirementRule[];
  readonly checkRules: readonly InspectionCheckRule[];
  /** Everything that was looked at, at both gates, oldest first. */
  readonly items: readonly CheckedItem[];
  readonly bothEnds: readonly number[];
  /** The gates that have let the goods go. */
  readonly released: readonly Stage[];
  /** Papers that are in order, by gate and code. */
  readonly verified: readonly { readonly stage: Stage; readonly code: string; readonly on: LocalDate }[];
}

/**
 * One declaration, two ends: which check is made of which line at which gate, by which department, why, and what gate two
 * does not repeat. In the order of lines, gates and checks.
 */
export function routingPlan(question: Question): readonly PlanItem[] {
  return question.lines.flatMap((line) => [
    ...papersOf(line, question, "bonded_exit"),
    ...checksOf(line, question, "bonded_exit"),
    ...papersOf(line, question, "domestic_distribution"),
    ...checksOf(line, question, "domestic_distribution"),
  ]);
}

function papersOf(
  line: Goods,
  { regime, day, requirementRules, verified, released }: Question,
  stage: Stage,
): readonly PlanItem[] {
  const isReleased = released.includes(stage);
  const due = requirementRules.filter((rule) => rule.stage === stage && isAskedOf(rule, line, regime, day));
  return due
    .filter(({ evidence }) => evidence === "reference" || evidence === "producer_number")
    .map((rule) => {
      const { code, reason, citation, ciq } = rule;
      const done = verified.find((each) => each.stage === stage && each.code === code);
      return {
        ...{ line: line.number, check: "documents" as const, stage, officers: 1, requirement: code, reason, citation },
        parameters: parametersOf(rule, [line]),
        authority: ciq === null || ciq === "L" ? "customs_control" : "inspection_quarantine",
        standing: done ? { kind: "done", on: done.on, verdict: "passed" } : { kind: isReleased ? "not_made" : "due" },
      };
    });
}

function isAskedOf(rule: RequirementRule, line: Goods, regime: Regime, day: LocalDate): boolean {
  const isWaived = rule.waivedIn.some((waiver) => waiver.regime === regime);
  return rule.regimes.includes(regime) && !isWaived && !rule.isOnClaim && holdsOn(rule, day) && concerns(rule, line);
}

function checksOf(line: Goods, question: Question, stage: Stage): readonly PlanItem[] {
  const { day, checkRules } = question;
  return checkRules
    .filter((rule) => holdsOn(rule, day) && isAbout(rule, line, question, stage))
    .map((rule) => ({
      ...{ line: line.number, check: rule.check, stage, officers: rule.officers, requirement: null },
      ...{ authority: rule.authority, reason: rule.code, parameters: {}, citation: rule.citation },
      standing: standingOf(rule, line, question, stage),
    }));
}

function isAbout(rule: InspectionCheckRule, line: Goods, question: Question, stage: Stage): boolean {
  const { bothEnds, items, requirementRules, regime, day } = question;
  const ofLine = items.filter((item) => item.line === line.number);
  // What was looked at is in the plan, whatever the rules of today say.
  if (ofLine.some((item) => item.check === rule.check))
    return rule.check !== "seal" || stage === "domestic_distribution";
  if (rule.isBothEnds) return bothEnds.includes(line.number);
  if (rule.when === "if_sealed")
    return stage === "domestic_distribution" && ofLine.some((item) => item.sealNumber !== null);
  if (rule.ciq.length === 0) return true;
  return requirementRules.some(
    (each) => each.ciq !== null && rule.ciq.includes(each.ciq) && isAskedOf(each, line, regime, day),
  );
}

function standingOf(
  { check, when }: InspectionCheckRule,
  { number: line }: Goods,
  { items, bothEnds, day, released }: Question,
  stage: Stage,
): Standing {
  const isHere = (item: CheckedItem) => item.stage === stage && item.line === line && item.check === check;
  // A look at goods that are described differently now is none at these.
  const here = items.findLast((item) => isHere(item) && !item.isAmended);
  if (here) return { kind: "done", on: here.on, verdict: here.verdict };
  const isBothEnds = bothEnds.includes(line);
  const repeat =
    stage === "bonded_exit"
      ? ({ kind: "first" } as const)
      : repeatOf({ line, check, items, isBothEnds, stated: [], day });
  if (repeat.kind === "not_repeated") return repeat;
  const isOptional = repeat.kind === "first" && when === "if_selected";
  if (released.includes(stage)) return { kind: isOptional ? "not_needed" : "not_made" };
  if (repeat.kind === "repeated") return repeat;
  return { kind: isOptional ? "if_selected" : "due" };
}
