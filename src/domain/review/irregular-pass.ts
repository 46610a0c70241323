import type { Check, CheckedItem } from "../inspection/check";
import { err, ok, type Result } from "../shared/result";
import { DECISION_REASONS } from "./decision";

/** What an inspection found of a line. */
interface LineFound {
  readonly line: number;
  /** The check that says it by itself, such as a seal or a sample; left out for the result of the line. */
  readonly check?: Check;
  readonly isIrregular: boolean;
}

/** What can be wrong with passing goods of which an inspection found something. */
export type IrregularPassFault = "irregular_as_declared" | "irregular_pass_note";

interface IrregularPassProblem {
  readonly kind: "invalid_input";
  readonly pointer: string;
  readonly fault: IrregularPassFault;
  readonly parameters: Readonly<Record<string, string>>;
}

const AS_DECLARED = "goods_as_declared";
/** Characters of a note that says why; a choice of this project, as for other notes that must explain something. */
const LEAST_NOTE = 10;

/**
 * The checks that say something beside the result of their line: a sample, and a seal that was looked at. What other
 * checks found is in that result.
 */
export function ownFindings(items: readonly CheckedItem[]): readonly LineFound[] {
  return items.flatMap<LineFound>(({ line, check, verdict, sealState }) => {
    if (check === "sample") return [{ line, check, isIrregular: verdict === "failed" }];
    return check === "seal" ? [{ line, check, isIrregular: sealState !== null && sealState !== "intact" }] : [];
  });
}

/**
 * The lines of which the newest result, or the newest of a check that says something by itself, is irregular, in their
 * order; the results are given oldest first.
 */
export function irregularLines(results: readonly LineFound[]): readonly number[] {
  const newest = new Map(results.map((found) => [`${found.line} ${found.check ?? ""}`, found]));
  const lines = [...newest.values()].flatMap(({ line, isIrregular }) => (isIrregular ? [line] : []));
  return [...new Set(lines)].sort((a, b) => a - b);
}

/**
 * Goods whose newest result is irregular are passed with a note that says why, and not as goods that are as declared,
 * which the result contradicts. Results are given oldest first. Practice of the field, not checked at a source of law.
 */
export function checkIrregularPass(
  results: readonly LineFound[],
  reasons: readonly string[],
  note: string | null,
): Result<void, IrregularPassProblem> {
  const lines = irregularLines(results).join(", ");
  if (lines === "") return ok(undefined);
  const problem = (pointer: string, fault: IrregularPassFault, parameters: Readonly<Record<string, string>>) =>
    err({ kind: "invalid_input" as const, pointer, fault, parameters: { lines, ...parameters } });
  if (reasons.includes(AS_DECLARED)) {
    const remaining = DECISION_REASONS.examined_pass.filter((reason) => reason !== AS_DECLARED);
    return problem("/reasons", "irregular_as_declared", { reasons: remaining.join(", ") });
  }
  if ([...(note ?? "").trim()].length < LEAST_NOTE)
    return problem("/note", "irregular_pass_note", { least: String(LEAST_NOTE) });
  return ok(undefined);
}
