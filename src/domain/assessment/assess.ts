import type { Issue } from "../declaration/issue";
import type { LocalDate } from "../shared/local-date";
import { type Money, sumMoney } from "../shared/money";
import { ok, type Result } from "../shared/result";
import { assessGeneralTrade } from "./general-trade";
import { assessRetailImport } from "./retail-import";
import type { AssessmentInput, AssessmentStep } from "./step";

/** The duty and taxes that follow from a declaration on a day of the law, in CNY. */
export interface Assessment {
  readonly lawDate: LocalDate;
  readonly customsValue: Money;
  readonly duty: Money;
  readonly consumptionTax: Money;
  readonly vat: Money;
  readonly total: Money;
  readonly steps: readonly AssessmentStep[];
}

/**
 * Assesses duty, consumption tax and VAT in CNY by the regime's own law on the day. Refuses, with every issue at once,
 * what the tariff or the law's tables have no row for, and what the regime does not admit.
 */
export function assess(input: AssessmentInput): Result<Assessment, readonly Issue[]> {
  const taxed = input.content.regime === "1210" ? assessRetailImport(input) : assessGeneralTrade(input);
  if (!taxed.ok) return taxed;
  const steps = [...valueSteps(input), ...taxed.value];
  const duty = total(steps, "duty");
  const consumptionTax = total(steps, "consumption_tax");
  const vat = total(steps, "vat");
  return ok({
    lawDate: input.day,
    customsValue: input.value.total,
    duty,
    consumptionTax,
    vat,
    total: sumMoney([duty, consumptionTax, vat], "CNY"),
    steps,
  });
}

function valueSteps({ value }: AssessmentInput): readonly AssessmentStep[] {
  return value.steps.map((step) => ({
    line: null,
    kind: "customs_value",
    base: step.base,
    rate: "",
    formula: step.formula,
    amount: step.amount,
    factId: null,
    citation: step.citation,
    validFrom: step.validFrom,
  }));
}

function total(steps: readonly AssessmentStep[], kind: AssessmentStep["kind"]): Money {
  return sumMoney(
    steps.filter((step) => step.kind === kind).map((step) => step.amount),
    "CNY",
  );
}
