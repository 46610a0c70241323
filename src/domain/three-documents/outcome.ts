import type { MatchedDocument } from "./documents";

export const RULE_IDS = [
  "M01",
  "M02",
  "M03",
  "M04",
  "M05",
  "M06",
  "M07",
  "M08",
  "M09",
  "M10",
  "M11",
  "M12",
  "M13",
  "M14",
  "M15",
  "M16",
  "M17",
  "M18",
  "M19",
  "M20",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** `hard` stops the declaration, `warn` is looked at, `points` count towards risk. */
export const MATCH_SEVERITIES = ["hard", "warn", "points"] as const;
export type MatchSeverity = (typeof MATCH_SEVERITIES)[number];

/** `met`; `mismatch`; `review` where a person must look; `unknown` where a record or the law of the day does not say. */
export const MATCH_OUTCOMES = ["met", "mismatch", "review", "unknown"] as const;
export type MatchOutcome = (typeof MATCH_OUTCOMES)[number];

/** Who must mend what is wrong. */
export const MATCH_OWNERS = ["platform", "payment_firm", "carrier", "broker", "admin"] as const;
export type MatchOwner = (typeof MATCH_OWNERS)[number];

/** What a value says of a person, by which it is masked; null for one that says nothing of anybody. */
export type PersonalKind = "name" | "identity" | "phone" | "address" | null;

/** A value with the document that states it. */
export interface Stated {
  readonly source: MatchedDocument;
  readonly field: string;
  readonly value: string;
  readonly personal: PersonalKind;
}

/** What a rule found. `reason` names the sentence in the catalogues. */
export interface Finding {
  readonly reason: string;
  readonly outcome: Exclude<MatchOutcome, "met">;
  readonly severity: MatchSeverity;
  readonly owner: MatchOwner;
  readonly values: readonly Stated[];
  readonly parameters: Readonly<Record<string, string>>;
  /** Risk points; 0 where there are none. */
  readonly points: number;
}

/** What a rule says of an order. */
export interface RuleResult {
  readonly rule: RuleId;
  readonly severity: MatchSeverity;
  readonly outcome: MatchOutcome;
  /** The values that were compared when nothing was found; else those of the findings are. */
  readonly compared: readonly Stated[];
  readonly findings: readonly Finding[];
}

/** A value of a document. */
export function stated(
  source: MatchedDocument,
  field: string,
  value: string | null,
  personal: PersonalKind = null,
): Stated {
  return { source, field, value: value ?? "", personal };
}

type Found = Pick<Finding, "reason" | "owner" | "values"> & Partial<Finding>;

/** A finding that is a hard mismatch unless it says otherwise. */
export function finding(found: Found): Finding {
  return { outcome: "mismatch", severity: "hard", parameters: {}, points: 0, ...found };
}

const WEIGHT: Readonly<Record<MatchOutcome, number>> = { met: 0, review: 1, unknown: 2, mismatch: 3 };
const GRAVITY: Readonly<Record<MatchSeverity, number>> = { points: 0, warn: 1, hard: 2 };

/** What the findings of a rule come to: the gravest of them. */
export function resultOf(
  rule: RuleId,
  severity: MatchSeverity,
  compared: readonly Stated[],
  findings: readonly Finding[],
): RuleResult {
  const gravest = findings.reduce<Finding | null>(
    (most, each) => (most === null || graver(each, most) ? each : most),
    null,
  );
  return {
    rule,
    severity: gravest?.severity ?? severity,
    outcome: gravest?.outcome ?? "met",
    compared,
    findings,
  };
}

function graver(a: Finding, b: Finding): boolean {
  const gravity = GRAVITY[a.severity] - GRAVITY[b.severity];
  return gravity === 0 ? WEIGHT[a.outcome] > WEIGHT[b.outcome] : gravity > 0;
}

/** Whether the rule stands against a declaration: a hard one that is not met, or of which the answer is not known. */
export function isBlocking({ severity, outcome }: Pick<RuleResult, "severity" | "outcome">): boolean {
  return severity === "hard" && (outcome === "mismatch" || outcome === "unknown");
}
