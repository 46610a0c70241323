import type { DeclarationLine } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import { type Money, sumMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import { type ChargedGoods, chargeOf } from "../tariff/charge";
import { NO_CLAIMS, type RateChoice, type RateClaims, rateCandidates } from "../tariff/choose-rate";
import { measuresOn, type TariffMeasure } from "../tariff/measure";
import { consumptionTaxOf } from "./consumption-tax";
import { goodsOf, taxedQuantity } from "./goods";
import { chargeIssue, missingMeasure, questionIssue } from "./issues";
import type { ChargedMeasure, LineTax } from "./line-tax";
import type { AssessmentInput } from "./step";
import { currencyOf, jurisdictionOf } from "./tax-regime";

/** What the lines of a declaration bring in before the tariff is asked. */
export interface Beside {
  /** What the VAT of each line is levied on beside value and duties, by line number. */
  readonly alsoTaxed?: ReadonlyMap<number, Money>;
  /** Whether the jurisdiction taxes without duties, so that no rate of duty is asked for. */
  readonly isDutyFree?: boolean;
}

/** What taxes each line in full, or why it cannot be taxed; every reason of every line at once. */
export function lineTaxes(input: AssessmentInput, beside: Beside = {}): Result<readonly LineTax[], readonly Issue[]> {
  const results = input.content.lines.map((line) => lineTax(input, line, beside));
  const issues = results.flatMap((result) => (result.ok ? [] : result.error));
  return issues.length > 0 ? err(issues) : ok(results.flatMap((result) => (result.ok ? [result.value] : [])));
}

/** The customs value of a line; nothing for a line that the value does not know. */
export function worthOf({ value, content, regime }: AssessmentInput, line: DeclarationLine): Money {
  const known = value.lines[line.number - 1];
  const found = known?.number === line.number ? known : value.lines.find((each) => each.number === line.number);
  return found?.value ?? sumMoney([], currencyOf(regime ?? content.regime));
}

/** What is claimed for the goods: the declared preference, and what is claimed beside it. */
export function claimsOf({ content, claims }: AssessmentInput): RateClaims {
  const { agreement, ...others } = claims ?? NO_CLAIMS;
  return { ...others, agreement: agreement ?? content.preference?.value ?? null };
}

/** The rates that a line could have, and the one that the law chooses. */
export function rateChoiceOf(input: AssessmentInput, line: DeclarationLine, goods: ChargedGoods): RateChoice {
  const { reference, day, content, regime } = input;
  return rateCandidates({
    code: line.commodityCode.value,
    origin: line.origin.value,
    day,
    jurisdiction: jurisdictionOf(regime ?? content.regime),
    tariff: reference,
    claims: claimsOf(input),
    goods,
  });
}

function lineTax(input: AssessmentInput, line: DeclarationLine, beside: Beside): Result<LineTax, readonly Issue[]> {
  const { reference, day, content, regime } = input;
  const worth = worthOf(input, line);
  const goods = goodsOf(input, line, worth);
  const jurisdiction = jurisdictionOf(regime ?? content.regime);
  const applying = measuresOn(reference, line.commodityCode.value, line.origin.value, day, jurisdiction);
  const duties = dutiesOf(input, line, goods);
  if (!duties.ok) return duties;
  const vat = applying.get("vat");
  if (!vat) return err([missingMeasure(line, "vat", day)]);
  const consumption = consumptionTaxOf(line, worth, applying);
  const taxed = taxedQuantity(goods, consumption);
  if (!taxed.ok) return err([chargeIssue(line, taxed.error)]);
  const alsoTaxed = beside.alsoTaxed?.get(line.number) ?? null;
  return ok({ line, worth, ...duties.value, vat, consumption, taxedQuantity: taxed.value, alsoTaxed });
}

/** The duty of a line and the remedies on top of it. */
export function dutiesOf(
  input: AssessmentInput,
  line: DeclarationLine,
  goods: ChargedGoods,
): Result<Pick<LineTax, "duty" | "remedies">, readonly Issue[]> {
  const choice = rateChoiceOf(input, line, goods);
  const { chosen, questions, onTop } = choice;
  if (!chosen || questions.length > 0)
    return err(questions.map((question) => questionIssue(line, question, input.day)));
  const charged = [chosen, ...onTop].map((measure) => charge(line, measure, goods));
  const issues = charged.flatMap((each) => (each.ok ? [] : each.error));
  const [duty, ...remedies] = charged.flatMap((each) => (each.ok ? [each.value] : []));
  return issues.length > 0 || !duty ? err(issues) : ok({ duty, remedies });
}

function charge(
  line: DeclarationLine,
  measure: TariffMeasure,
  goods: ChargedGoods,
): Result<ChargedMeasure, readonly Issue[]> {
  const charged = chargeOf(measure.rate, goods);
  return charged.ok ? ok({ measure, charged: charged.value }) : err([chargeIssue(line, charged.error)]);
}
