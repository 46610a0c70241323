import type { Issue } from "../declaration/issue";
import { compare, decimal } from "../shared/decimal";
import { sumMoney, toDecimal } from "../shared/money";
import { ok, type Result } from "../shared/result";
import type { LegalParameter } from "../tariff/reference";
import { type Exemptions, type LineTax, lineSteps } from "./line-tax";
import { lineTaxes } from "./line-taxes";
import { parametersOf } from "./parameters";
import type { AssessmentInput, AssessmentStep, StepKind } from "./step";

const FREE_BELOW = ["duty_free_below_cny", "consumption_tax_free_below_cny", "vat_free_below_cny"] as const;

/**
 * Duty, consumption tax and VAT of general trade, line by line, each rounded half up to the fen.
 * Duty is levied on the customs value; anti-dumping and countervailing duties on top of it; consumption tax inside its
 * own price: (CV + duties + specific) ÷ (1 − c) × c; VAT on CV + duties + consumption tax (Provisional Regulations on
 * Consumption Tax, art. 9; VAT Law, from 2026-01-01).
 * Of each tax, a consignment whose whole amount stays below the free amount pays none (Tariff Law of the PRC, from
 * 2024-12-01), and what is not levied is in no base.
 * Refuses with an issue for every line that has no measure on the day, and for parameters that the tables lack.
 */
export function assessGeneralTrade(input: AssessmentInput): Result<readonly AssessmentStep[], readonly Issue[]> {
  const law = parametersOf(input, FREE_BELOW);
  if (!law.ok) return law;
  const taxes = lineTaxes(input);
  if (!taxes.ok) return taxes;
  const free: readonly (readonly [StepKind, LegalParameter])[] = [
    ["duty", law.value.duty_free_below_cny],
    ["consumption_tax", law.value.consumption_tax_free_below_cny],
    ["vat", law.value.vat_free_below_cny],
  ];
  return ok(exempted(taxes.value, free));
}

/** Each tax in its order: one that is let off changes the base of the next. */
function exempted(
  taxes: readonly LineTax[],
  free: readonly (readonly [StepKind, LegalParameter])[],
): readonly AssessmentStep[] {
  let exemptions: Exemptions = {};
  let steps = taxes.flatMap((tax) => lineSteps(tax));
  for (const [kind, parameter] of free) {
    const levied = steps.filter((step) => step.kind === kind).map((step) => step.amount);
    const total = sumMoney(levied, "CNY");
    if (total.minor <= 0n || compare(toDecimal(total), decimal(parameter.value)) >= 0) continue;
    exemptions = { ...exemptions, [kind]: { parameter, total } };
    steps = taxes.flatMap((tax) => lineSteps(tax, exemptions));
  }
  return steps;
}
