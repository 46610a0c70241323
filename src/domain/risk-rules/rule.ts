import type { Lane } from "../selectivity/lanes";
import { addDays, type LocalDate } from "../shared/local-date";
import { evaluateRule, type Lists, type Subject } from "./evaluate-rule";
import type { Condition } from "./expression";

/** The lanes that a rule may ask for; to let goods pass is no rule's to say. */
export const RULE_LANES = ["blue", "yellow", "red"] as const satisfies readonly Lane[];
export type RuleLane = (typeof RULE_LANES)[number];

/** How far a version of a rule is. Whether an approved one is in force is said by the activations. */
export const VERSION_STATES = ["draft", "checked", "backtested", "shadow", "approved", "rejected"] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** What the house holds its rules to: figures of practice, set by the product and not taken from law. */
export const RULE_POLICY = {
  /** A rule that would stop more of the declarations of the window is not activated. */
  mostStoppedShare: 0.2,
  /** A backtest counts for so many days. */
  backtestDays: 7,
  /** What is looked at in a backtest, where nothing else is said, and at least in one that a rule is activated on. */
  windowDays: 90,
  /** An officer's minutes for the documents of a declaration, and for an examination of the goods. */
  minutesPerYellow: 20,
  minutesPerRed: 90,
} as const;

/** A subject with what the rule must say of it. */
export interface RuleCase {
  readonly name: string;
  readonly subject: Subject;
  readonly hits: boolean;
}

export interface CaseOutcome {
  readonly name: string;
  readonly expected: boolean;
  readonly found: boolean;
  readonly missing: readonly string[];
}

/** Why a version cannot be taken for checked. */
export type CheckFault = "case_hitting_missing" | "case_passing_missing" | "case_fails";

/** Tries a rule on its cases; it needs one that it hits and one that it does not. */
export function tryCases(
  condition: Condition,
  cases: readonly RuleCase[],
  lists: Lists,
): { readonly outcomes: readonly CaseOutcome[]; readonly fault: CheckFault | null } {
  const outcomes = cases.map(({ name, subject, hits }) => {
    const { hit, missing } = evaluateRule(condition, subject, lists);
    return { name, expected: hits, found: hit, missing };
  });
  if (outcomes.some(({ expected, found }) => expected !== found)) return { outcomes, fault: "case_fails" };
  if (!cases.some((each) => each.hits)) return { outcomes, fault: "case_hitting_missing" };
  if (!cases.some((each) => !each.hits)) return { outcomes, fault: "case_passing_missing" };
  return { outcomes, fault: null };
}

/** Which of its hits a rule selects. */
export interface Sampling {
  /** Per cent of the hits that are selected, from 1 to 100. */
  readonly rate: number;
  /** After so many hits in a row that were not selected, the next one is; null for no such bound. */
  readonly maxUnselected: number | null;
}

/** Whether a hit is selected: by the draw, from 0 up to but not including 1, or because too many in a row were not. */
export function selects({ rate, maxUnselected }: Sampling, draw: number, unselectedInARow: number): boolean {
  return draw * 100 < rate || (maxUnselected !== null && unselectedInARow >= maxUnselected);
}

/** Why a version cannot be activated. */
export type ActivationFault =
  | "rule_not_in_shadow"
  | "rule_not_backtested"
  | "rule_backtest_stale"
  | "rule_window_short"
  | "rule_not_evaluable"
  | "rule_stops_everything"
  | "rule_stops_too_much"
  | "rule_hits_nothing"
  | "rule_day_past";

export interface Readiness {
  readonly state: VersionState;
  /** The latest backtest of this very version; null when there is none. */
  readonly backtest: {
    readonly at: Date;
    /** The law day that it ran on. */
    readonly day: LocalDate;
    readonly window: { readonly from: LocalDate; readonly before: LocalDate };
    /** Why the rule could not be evaluated on some line; null when it could on all. */
    readonly fault: string | null;
    readonly hits: number;
    readonly declarations: number;
    /** Declarations that the rule would stop: sent to documents or examination. */
    readonly stopped: number;
  } | null;
  readonly acknowledgesNoHits: boolean;
  readonly from: string;
}

/** The first reason why a version cannot be activated now; null when it can. */
export function activationFault(ready: Readiness, now: Date, today: string): ActivationFault | null {
  const { state, backtest, acknowledgesNoHits, from } = ready;
  if (state !== "shadow") return "rule_not_in_shadow";
  if (from < today) return "rule_day_past";
  if (!backtest) return "rule_not_backtested";
  if (now.getTime() - backtest.at.getTime() > RULE_POLICY.backtestDays * 86_400_000) return "rule_backtest_stale";
  if (!isWide(backtest)) return "rule_window_short";
  if (backtest.fault !== null) return "rule_not_evaluable";
  if (backtest.hits === 0) return acknowledgesNoHits ? null : "rule_hits_nothing";
  if (backtest.stopped > 0 && backtest.stopped === backtest.declarations) return "rule_stops_everything";
  return backtest.stopped > backtest.declarations * RULE_POLICY.mostStoppedShare ? "rule_stops_too_much" : null;
}

/** Whether it looked at the days of a whole window, up to the day that it ran on or the day before. */
function isWide({ day, window }: NonNullable<Readiness["backtest"]>): boolean {
  return window.before >= day && window.from <= addDays(window.before, -RULE_POLICY.windowDays);
}
