import type { DeclarationLine, Regime } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import { compare, decimal } from "../shared/decimal";
import type { Condition } from "../tariff/measure";
import { measuresOn } from "../tariff/measure";
import { convertQuantity, unitOf } from "../tariff/unit";
import { lineIssue } from "./issues";
import type { AssessmentInput } from "./step";

/** What the list is asked of: goods, and the law of a day. */
interface Listed extends Pick<AssessmentInput, "reference" | "day" | "regime"> {
  readonly content: { readonly regime: Regime; readonly lines: readonly DeclarationLine[] };
}

/**
 * Why lines cannot come in as retail imports: their code is not on the positive list of the day, or the note beside it
 * does not admit them. List of goods for cross-border e-commerce retail import (2022 edition, with its notes).
 * Notes on names and on excluded goods are for a person to hold against the description, and raise nothing here.
 */
export function listIssues(input: Listed): readonly Issue[] {
  return input.content.lines.flatMap((line) => {
    const code = line.commodityCode.value;
    const entry = measuresOn(input.reference, code, line.origin.value, input.day).get("positive_list");
    if (!entry) return [lineIssue("not_on_positive_list", line, { code, day: input.day })];
    return entry.conditions.flatMap((condition) => noteIssues(input, line, condition));
  });
}

function noteIssues(input: Listed, line: DeclarationLine, condition: Condition): readonly Issue[] {
  const code = line.commodityCode.value;
  const regime = input.regime ?? input.content.regime;
  if (condition.kind === "mode_only" && !condition.modes.includes(regime))
    return [lineIssue("list_mode_only", line, { code, modes: condition.modes.join(", ") })];
  if (condition.kind !== "per_person_cap") return [];
  const unit = unitOf(line.unit?.value ?? null);
  const counted = unit && convertQuantity(decimal(line.quantity.value), unit, condition.unit);
  const weighed = line.netWeightKg && convertQuantity(decimal(line.netWeightKg.value), "kilogram", condition.unit);
  const amount = counted?.ok ? counted.value : weighed?.ok ? weighed.value : null;
  const isOver = amount !== null && compare(amount, decimal(condition.quantity)) > 0;
  return isOver ? [lineIssue("list_cap_exceeded", line, { code, cap: condition.quantity, unit: condition.unit })] : [];
}
