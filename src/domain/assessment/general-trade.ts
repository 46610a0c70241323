import type { Issue } from "../declaration/issue";
import { compare, decimal, ZERO } from "../shared/decimal";
import { sumMoney, toDecimal, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import { measuresOn } from "../tariff/measure";
import { type LegalParameter, parameterOn } from "../tariff/reference";
import { consumptionTaxOf } from "./consumption-tax";
import { consignmentIssue, missingMeasure } from "./issues";
import { type DutyExemption, dutyOf, type LineTax, lineSteps } from "./line-tax";
import type { AssessmentInput, AssessmentStep } from "./step";

/**
 * Duty, consumption tax and VAT of general trade, line by line, each rounded half up to the fen.
 * Duty is levied on the customs value; consumption tax inside its own price: (CV + duty + specific) ÷ (1 − c) × c;
 * VAT on CV + duty + consumption tax (Provisional Regulations on Consumption Tax, art. 9; VAT Law, from 2026-01-01).
 * A consignment whose whole duty stays below the free amount pays none (Tariff Law of the PRC, from 2024-12-01).
 * Refuses with an issue for every line that has no measure on the day, and for a parameter that the tables lack.
 */
export function assessGeneralTrade(input: AssessmentInput): Result<readonly AssessmentStep[], readonly Issue[]> {
  const freeBelow = parameterOn(input.reference, "duty_free_below_cny", input.day);
  if (!freeBelow)
    return err([
      consignmentIssue(
        "parameter_missing",
        "regime",
        input,
        { parameter: "duty_free_below_cny", day: input.day },
        "admin",
      ),
    ]);
  const taxes = lineTaxes(input);
  if (!taxes.ok) return taxes;
  const exemption = exemptionOf(taxes.value, freeBelow);
  return ok(taxes.value.flatMap((tax) => lineSteps(tax, exemption)));
}

function exemptionOf(taxes: readonly LineTax[], parameter: LegalParameter): DutyExemption | null {
  const total = sumMoney(taxes.map(dutyOf), "CNY");
  const isFree = total.minor > 0n && compare(toDecimal(total), decimal(parameter.value)) < 0;
  return isFree ? { parameter, total } : null;
}

/** What taxes each line in full, or the measures that are missing. */
export function lineTaxes({
  content,
  value,
  reference,
  day,
}: AssessmentInput): Result<readonly LineTax[], readonly Issue[]> {
  const issues: Issue[] = [];
  const taxes = content.lines.flatMap((line) => {
    const applying = measuresOn(reference.measures, line.commodityCode.value, line.origin.value, day);
    // A provisional rate goes before the MFN rate (Tariff Law of the PRC, rate application).
    const duty = applying.get("provisional") ?? applying.get("mfn");
    const vat = applying.get("vat");
    if (!duty || !vat) {
      issues.push(missingMeasure(line, duty ? "vat" : "mfn", day));
      return [];
    }
    const worth = value.lines.find((each) => each.number === line.number)?.value ?? toMoney(ZERO, "CNY");
    return [{ line, worth, duty, vat, consumption: consumptionTaxOf(line, worth, applying) }];
  });
  return issues.length > 0 ? err(issues) : ok(taxes);
}
