import type { Basis, Irregularity } from "../history/entry";
import { compare, parseDecimal, ZERO } from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";

/** What a look at one line found. */
export interface LineResult {
  readonly line: number;
  /** Null for goods that are as declared. */
  readonly irregularity: Irregularity | null;
  /** Duty and taxes that were short, in the home currency, as a plain decimal of at most two places. */
  readonly revenue: string;
  readonly finding: string | null;
}

/** What can be wrong with a result. */
export type ResultFault = "line_not_looked_at" | "line_missing" | "line_twice" | "revenue_form" | "revenue_of_nothing";

interface ResultProblem {
  readonly kind: "invalid_input";
  readonly pointer: string;
  readonly fault: ResultFault;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A result says of every line that was to be looked at what was found, and of no other; what is in order costs nothing. */
export function checkResult(ordered: readonly number[], results: readonly LineResult[]): Result<void, ResultProblem> {
  const problem = (index: number, fault: ResultFault, line: number) =>
    err({ kind: "invalid_input" as const, pointer: `/lines/${index}`, fault, parameters: { line: String(line) } });
  for (const [index, { line, irregularity, revenue }] of results.entries()) {
    if (!ordered.includes(line)) return problem(index, "line_not_looked_at", line);
    if (results.findIndex((each) => each.line === line) !== index) return problem(index, "line_twice", line);
    const amount = parseDecimal(revenue);
    if (!amount.ok || compare(amount.value, ZERO) < 0 || amount.value.scale > 2)
      return problem(index, "revenue_form", line);
    if (irregularity === null && compare(amount.value, ZERO) !== 0) return problem(index, "revenue_of_nothing", line);
  }
  const missing = ordered.find((line) => !results.some((each) => each.line === line));
  return missing === undefined ? ok(undefined) : problem(results.length, "line_missing", missing);
}

/** Why goods were looked at, as the cause of their lane says; what people wrote down beforehand counts as a rule. */
export function basisOf(laneCause: string | undefined): Basis {
  if (laneCause === undefined) return "other";
  if (/^(hard_rule|rule|alert|switch):/.test(laneCause)) return "rule";
  if (laneCause.startsWith("earlier:")) return basisOf(laneCause.slice("earlier:".length));
  if (laneCause === "score" || laneCause === "random" || laneCause === "exploration") return laneCause;
  return "other";
}
