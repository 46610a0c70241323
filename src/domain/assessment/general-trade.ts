import type { DeclarationLine } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import { compare, decimal, ZERO } from "../shared/decimal";
import { sumMoney, toDecimal, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import { chargeOf } from "../tariff/charge";
import { NO_CLAIMS, rateCandidates } from "../tariff/choose-rate";
import { measuresOn } from "../tariff/measure";
import { type LegalParameter, parameterOn } from "../tariff/reference";
import { consumptionTaxOf } from "./consumption-tax";
import { goodsOf, taxedQuantity } from "./goods";
import { chargeIssue, consignmentIssue, missingMeasure, questionIssue } from "./issues";
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

/** What taxes each line in full, or why it cannot be taxed. */
export function lineTaxes(input: AssessmentInput): Result<readonly LineTax[], readonly Issue[]> {
  const results = input.content.lines.map((line) => lineTax(input, line));
  const issues = results.flatMap((result) => (result.ok ? [] : result.error));
  return issues.length > 0 ? err(issues) : ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

function lineTax(input: AssessmentInput, line: DeclarationLine): Result<LineTax, readonly Issue[]> {
  const { reference, day, value } = input;
  const worth = value.lines.find((each) => each.number === line.number)?.value ?? toMoney(ZERO, "CNY");
  const goods = goodsOf(input, line, worth);
  const { commodityCode, origin } = line;
  const query = { code: commodityCode.value, origin: origin.value, day };
  const choice = rateCandidates({ ...query, tariff: reference, claims: NO_CLAIMS, goods });
  const applying = measuresOn(reference, query.code, query.origin, day);
  const { chosen: duty } = choice;
  const vat = applying.get("vat");
  if (!duty || choice.questions.length > 0)
    return err(choice.questions.map((question) => questionIssue(line, question, day)));
  if (!vat) return err([missingMeasure(line, "vat", day)]);
  const charged = chargeOf(duty.rate, goods);
  if (!charged.ok) return err([chargeIssue(line, charged.error)]);
  const consumption = consumptionTaxOf(line, worth, applying);
  const taxed = taxedQuantity(goods, consumption);
  if (!taxed.ok) return err([chargeIssue(line, taxed.error)]);
  return ok({ line, worth, duty, vat, consumption, charged: charged.value, taxedQuantity: taxed.value });
}
