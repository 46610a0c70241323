import { isRetail, type Regime } from "../declaration/declaration";
import { holdsOn, type LocalDate } from "../shared/local-date";
import { isUnder } from "../tariff/commodity-code";
import type { Stage } from "./lifecycle";
import { isOfClass } from "./product-class";
import type { EvidenceKind, RequirementRule } from "./requirement-rule";
import { isDescribedAsUsed } from "./used-goods";

/** A line of the goods, as far as requirements depend on it. */
export interface Goods {
  readonly number: number;
  readonly description: string;
  readonly commodityCode: string;
  readonly origin: string;
}

interface Question {
  readonly stage: Stage;
  readonly regime: Regime;
  readonly lines: readonly Goods[];
  readonly day: LocalDate;
  readonly rules: readonly RequirementRule[];
  readonly known: Known;
}

/** What is known already from the declaration and the first gate. */
export interface Known {
  readonly hasInvoice: boolean;
  readonly hasTransportDocument: boolean;
  /** The agreement whose preference is claimed; null for none. */
  readonly preference: string | null;
  readonly declaredBuyer: string | null;
  readonly consigneeOnTransport: string | null;
  /** The consumer who was declared, in retail; null when somebody else was named since. */
  readonly consumerName: string | null;
  /** Origins of lines that an emergency measure suspends on the day. */
  readonly suspendedLines: readonly number[];
}

/** What a stage asks for, with the reason and the source; what is known already is met without asking anybody again. */
export interface ResolvedRequirement {
  readonly code: string;
  readonly state: "missing" | "verified" | "waived" | "failed";
  readonly reason: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly citation: string;
  /** Whether the number of a paper meets it; what is a match of facts, no paper settles. */
  readonly asksPaper: boolean;
}

/**
 * The requirements of a stage as a function of regime, goods, origin and day: the same goods are asked for different
 * papers under different regimes, and what is not asked is said with its reason.
 */
export function resolveRequirements(question: Question): readonly ResolvedRequirement[] {
  const { stage, regime, rules, day } = question;
  const due = rules.filter(
    (rule) =>
      rule.stage === stage &&
      rule.regimes.includes(regime) &&
      holdsOn(rule, day) &&
      (!rule.isOnClaim || question.known.preference !== null),
  );
  const asked = due.flatMap((rule) => {
    const lines = question.lines.filter((line) => concerns(rule, line));
    return lines.length > 0 ? [resolve(rule, lines, question)] : [];
  });
  return asked.toSorted((a, b) => a.code.localeCompare(b.code, "en"));
}

/** Whether the rule is about these goods, whatever the day and the regime. */
export function concerns(rule: RequirementRule, line: Goods): boolean {
  const isNamed =
    rule.commodityPrefixes.length === 0 || rule.commodityPrefixes.some((prefix) => isUnder(line.commodityCode, prefix));
  const isExcepted = rule.exceptPrefixes.some((prefix) => isUnder(line.commodityCode, prefix));
  const isFrom = rule.origins.length === 0 || rule.origins.includes(line.origin);
  const isClassed = rule.productClass === null || isOfClass(line.commodityCode, rule.productClass);
  const isInCondition = rule.condition === null || isDescribedAsUsed(line.description);
  return isNamed && !isExcepted && isFrom && isClassed && isInCondition;
}

function resolve(rule: RequirementRule, lines: readonly Goods[], question: Question): ResolvedRequirement {
  const parameters = parametersOf(rule, lines);
  const waiver = rule.waivedIn.find((each) => each.regime === question.regime);
  const { code } = rule;
  const isPaper = PAPERS.includes(rule.evidence);
  if (waiver)
    return {
      code,
      state: "waived",
      reason: waiver.reason,
      parameters,
      citation: waiver.citation,
      asksPaper: isPaper,
    };
  const outcome = OUTCOMES[rule.evidence](question, lines);
  return {
    code,
    state: outcome.state,
    reason: outcome.reason ?? rule.reason,
    parameters: { ...parameters, ...outcome.parameters },
    citation: rule.citation,
    asksPaper: outcome.asksPaper ?? isPaper,
  };
}

/** What the words of a rule's reason name: the lines that it is about, their codes, and what else the rule turns on. */
export function parametersOf(rule: RequirementRule, lines: readonly Goods[]): Readonly<Record<string, string>> {
  return {
    lines: lines.map((line) => String(line.number)).join(", "),
    codes: [...new Set(lines.map((line) => line.commodityCode))].join(", "),
    ...(rule.ciq ? { ciq: rule.ciq } : {}),
    ...(rule.evidence === "producer_number"
      ? { [PRODUCER_ORIGINS]: [...new Set(lines.map((line) => line.origin))].sort().join(", ") }
      : {}),
  };
}

/** Why the consumer's match is not met when the waybill names another firm than the buyer. */
export const CONSIGNEE_DIFFERS = "consignee_differs";

/**
 * The parameter with the origins that a producer's number must fit, apart by ", "; only the requirement for such a number
 * has it.
 */
export const PRODUCER_ORIGINS = "producerOrigins";

const PAPERS: readonly EvidenceKind[] = ["reference", "producer_number", "lodged_invoice", "lodged_transport"];

interface Outcome {
  readonly state: ResolvedRequirement["state"];
  readonly reason?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Where it depends on the facts whether a paper may meet it. */
  readonly asksPaper?: boolean;
}

const OUTCOMES: Readonly<Record<EvidenceKind, (question: Question, lines: readonly Goods[]) => Outcome>> = {
  reference: () => ({ state: "missing" }),
  producer_number: () => ({ state: "missing" }),
  prohibited: () => ({ state: "failed" }),
  not_needed: () => ({ state: "waived" }),
  lodged_invoice: ({ known }) => ({ state: known.hasInvoice ? "verified" : "missing" }),
  lodged_transport: ({ known }) => ({ state: known.hasTransportDocument ? "verified" : "missing" }),
  not_suspended: ({ known }, lines) => {
    const suspended = lines.filter((line) => known.suspendedLines.includes(line.number));
    return suspended.length > 0
      ? {
          state: "failed",
          reason: "origin_suspended",
          parameters: { suspended: suspended.map((line) => line.origin).join(", ") },
        }
      : { state: "verified" };
  },
  consumer_match: matchConsumer,
};

/**
 * The consignee of the transport document is the buyer who was declared; in retail, the consumer. Which of the two is
 * asked for is a matter of the regime alone, so that a private person's name is never taken for a firm's.
 */
function matchConsumer({ regime, known }: Question): Outcome {
  const { declaredBuyer, consigneeOnTransport, consumerName } = known;
  const isForConsumer = isRetail(regime);
  const expected = isForConsumer ? consumerName : declaredBuyer;
  if (consigneeOnTransport === null) return { state: "missing", reason: "consumer_unknown" };
  if (expected === null) return { state: "missing", reason: "consumer_changed" };
  if (normaliseName(expected) === normaliseName(consigneeOnTransport))
    return { state: "verified", reason: "consumer_matches" };
  // Names of people stay out of what is stored, and nothing explains another person's name; only firms are shown side
  // by side, and a contract may explain that one takes delivery for the other. An officer then looks at it.
  if (isForConsumer) return { state: "missing", reason: "consumer_differs" };
  return {
    state: "missing",
    reason: CONSIGNEE_DIFFERS,
    parameters: { declared: expected, transport: consigneeOnTransport },
    asksPaper: true,
  };
}

const LEGAL_FORMS =
  /\b(co|company|ltd|limited|inc|incorporated|llc|gmbh|corp|corporation|s\.?a\.?|b\.?v\.?|pte|plc)\b\.?|(股份|责任)?有限公司|有限责任公司/g;

/** Names compare without case, blanks, punctuation, width and the words for the kind of company. */
export function normaliseName(name: string): string {
  const folded = name.normalize("NFKC").toLowerCase();
  // A name made of nothing but such words would else equal every other of that sort.
  return bare(folded.replace(LEGAL_FORMS, "")) || bare(folded) || folded;
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]/gu, "");
}
