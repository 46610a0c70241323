import { type Assessment, assess } from "../assessment/assess";
import { STAGES, type Stage } from "../clearance/lifecycle";
import { type Known, type ResolvedRequirement, resolveRequirements } from "../clearance/requirements";
import type { DeclarationContent, Regime } from "../declaration/declaration";
import type { Fact } from "../declaration/facts";
import type { Issue } from "../declaration/issue";
import type { RiskFacts } from "../selectivity/factors";
import { hardRules, type Supervision, supervisionProfile, suspendedLines } from "../selectivity/hard-rules";
import { chooseLane } from "../selectivity/lane";
import type { Lane } from "../selectivity/lanes";
import { riskFacts } from "../selectivity/risk-facts";
import { score } from "../selectivity/score";
import { holdsOn, type LocalDate } from "../shared/local-date";
import { type LegalParameter, parameterOn, type Reference } from "../tariff/reference";
import { customsValue } from "../valuation/customs-value";

/** A way in which the same goods could come in: a regime, and an agreement whose preference would be claimed. */
export interface RegimeOption {
  readonly regime: Regime;
  readonly agreement: string | null;
}

/** A clock that the option starts, with the fact that sets it. */
export type Clock = Pick<LegalParameter, "code" | "value" | "unit" | "citation">;

/** What would become of the goods under an option: nothing of it is decided, and chance is left out. */
export interface RegimeOutcome {
  readonly option: RegimeOption;
  /** Null where the law does not admit the goods this way, or something is missing; the issues say what. */
  readonly assessment: Assessment | null;
  readonly issues: readonly Issue[];
  /** Numbers of the lines whose duty is that of the agreement; others have no rate of it, or a lower one. */
  readonly preferredLines: readonly number[];
  readonly requirements: Readonly<Record<Stage, readonly ResolvedRequirement[]>>;
  readonly clocks: readonly Clock[];
  /** At how many nodes the goods are supervised and why; empty for goods that no profile names, and while not valued. */
  readonly supervision: readonly Supervision[];
  /** The lane of the first gate without the random share; null while the goods cannot be valued. */
  readonly lane: { readonly lane: Lane; readonly cause: string; readonly score: number } | null;
}

export interface SimulationQuestion {
  readonly content: DeclarationContent;
  readonly facts: readonly Fact[];
  readonly reference: Reference;
  readonly day: LocalDate;
  readonly known: Omit<Known, "suspendedLines">;
  readonly quotaHeld: string | null;
  readonly earlierShipmentsOfBuyer: number;
  readonly credit: RiskFacts["credit"];
}

/** The four ways that are held beside each other for goods of any kind. */
export const OPTIONS: readonly RegimeOption[] = [
  { regime: "1210", agreement: null },
  { regime: "9610", agreement: null },
  { regime: "0110", agreement: null },
  { regime: "0110", agreement: "RCEP" },
];

/** Works out one option: value, tax, what both gates ask for, clocks and the expected lane. */
export function simulateRegime(question: SimulationQuestion, option: RegimeOption): RegimeOutcome {
  const { reference, day, facts } = question;
  const content = contentUnder(question.content, option);
  const value = customsValue(content, reference, day);
  const assessed = value.ok
    ? assess({ content, value: value.value, reference, day, quotaHeld: question.quotaHeld })
    : value;
  const risk = value.ok
    ? riskFacts({
        content,
        value: value.value,
        facts,
        earlierShipmentsOfBuyer: question.earlierShipmentsOfBuyer,
        credit: question.credit,
        isReviewedBefore: false,
      })
    : null;
  return {
    option,
    assessment: assessed.ok ? assessed.value : null,
    issues: assessed.ok ? [] : assessed.error,
    preferredLines: assessed.ok ? preferredLines(assessed.value, reference) : [],
    requirements: requirementsOf(question, content),
    clocks: clocksOf(option, reference, day),
    supervision: risk ? supervisionProfile(risk.lines, reference.controlProfiles, day) : [],
    lane: risk && laneOf(risk, reference, day),
  };
}

/** The lines whose duty a measure of an agreement sets. */
function preferredLines({ steps }: Assessment, { measures }: Reference): readonly number[] {
  const granted = new Set(
    measures.filter(({ conditions }) => conditions.some(({ kind }) => kind === "certificate")).map(({ id }) => id),
  );
  return steps.flatMap(({ kind, line, factId }) =>
    kind === "duty" && line !== null && factId !== null && granted.has(factId) ? [line] : [],
  );
}

/** The same declaration under another regime. Who the consumer is matters to no figure, only that there is one. */
function contentUnder(content: DeclarationContent, { regime, agreement }: RegimeOption): DeclarationContent {
  const source = content.incoterm.source;
  return { ...content, regime, preference: agreement === null ? null : { value: agreement, source } };
}

function requirementsOf(
  { reference, day, known }: SimulationQuestion,
  content: DeclarationContent,
): RegimeOutcome["requirements"] {
  const lines = content.lines.map(({ number, description, commodityCode, origin }) => ({
    number,
    description: description.value,
    commodityCode: commodityCode.value,
    origin: origin.value,
  }));
  const suspended = suspendedLines(lines, reference.controlProfiles, day);
  const of = (stage: Stage) =>
    resolveRequirements({
      stage,
      regime: content.regime,
      lines,
      day,
      rules: reference.requirementRules,
      known: { ...known, preference: content.preference?.value ?? null, suspendedLines: suspended },
    });
  return Object.fromEntries(STAGES.map((stage) => [stage, of(stage)])) as RegimeOutcome["requirements"];
}

const CLOCKS: Readonly<Record<"general" | "retail" | "RCEP", readonly string[]>> = {
  general: ["late_declaration_free_days", "tax_payment_days"],
  retail: ["retail_return_application_days", "retail_return_arrival_days"],
  RCEP: ["rcep_release_hours", "rcep_perishable_hours"],
};

function clocksOf({ regime, agreement }: RegimeOption, reference: Reference, day: LocalDate): readonly Clock[] {
  const codes = [...(regime === "0110" ? CLOCKS.general : CLOCKS.retail), ...(agreement === "RCEP" ? CLOCKS.RCEP : [])];
  return codes.flatMap((code) => parameterOn(reference, code, day) ?? []);
}

function laneOf(facts: RiskFacts, reference: Reference, day: LocalDate): RegimeOutcome["lane"] {
  const card = reference.scorecards.find((each) => holdsOn(each, day));
  if (!card) return null;
  const scored = score(facts, card);
  // A draw of 1 lies outside of every random share: chance is not expected, it happens.
  const { lane, cause } = chooseLane(scored.score, hardRules(facts, reference.controlProfiles, day), 1, card);
  return { lane, cause, score: scored.score };
}
