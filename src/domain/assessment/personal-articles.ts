import type { Issue } from "../declaration/issue";
import { compare, decimal, multiply } from "../shared/decimal";
import { sumMoney, toDecimal, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import { percent } from "../tariff/charge";
import { measuresOn } from "../tariff/measure";
import { countsPieces } from "../tariff/unit";
import { consignmentIssue, missingMeasure } from "./issues";
import { measureStep, show } from "./line-tax";
import { worthOf } from "./line-taxes";
import { parametersOf } from "./parameters";
import { share } from "./rate";
import type { AssessmentInput, AssessmentStep } from "./step";

const PARAMETERS = [
  "personal_parcel_limit_cny",
  "personal_parcel_limit_near_cny",
  "personal_tax_free_up_to_cny",
] as const;

/** Senders whose parcels have the lower limit: Hong Kong, Macao and Taiwan. */
const NEAR: readonly string[] = ["HK", "MO", "TW"];

/**
 * The one import tax on articles that come to an individual by post or in a bag: value times the rate of the article's
 * class. Not levied when the whole of it does not exceed the free amount; a parcel over its limit is admitted only with
 * one indivisible article. GACC Announcement 43 of 2010 (from 2010-09-01); rates by the classes of Shui Wei Hui [2019] 17.
 */
export function assessPersonalArticles(input: AssessmentInput): Result<readonly AssessmentStep[], readonly Issue[]> {
  const law = parametersOf(input, PARAMETERS);
  if (!law.ok) return law;
  const isNear = input.sentFrom !== undefined && input.sentFrom !== null && NEAR.includes(input.sentFrom);
  const limit = isNear ? law.value.personal_parcel_limit_near_cny : law.value.personal_parcel_limit_cny;
  const { lines } = input.content;
  const isOne =
    lines.length === 1 &&
    lines.every(
      ({ quantity, unit }) => compare(decimal(quantity.value), decimal("1")) === 0 && countsPieces(unit?.value ?? null),
    );
  if (!isOne && compare(toDecimal(input.value.total), decimal(limit.value)) > 0) {
    const parameters = { total: show(input.value.total), limit: limit.value };
    return err([consignmentIssue("parcel_limit_exceeded", "invoiceTotal", input, parameters)]);
  }
  const steps = taxed(input);
  if (!steps.ok) return steps;
  const free = law.value.personal_tax_free_up_to_cny;
  const total = sumMoney(
    steps.value.map((step) => step.amount),
    "CNY",
  );
  if (total.minor === 0n || compare(toDecimal(total), decimal(free.value)) > 0) return steps;
  return ok(
    steps.value.map((step) => ({
      ...step,
      formula: `${step.formula} = ${show(step.amount)} → 0; Σ ${show(total)} ≤ ${free.value}`,
      amount: sumMoney([], "CNY"),
      factId: free.id,
      citation: free.citation,
      validFrom: free.validFrom,
    })),
  );
}

function taxed(input: AssessmentInput): Result<readonly AssessmentStep[], readonly Issue[]> {
  const issues: Issue[] = [];
  const steps = input.content.lines.flatMap((line) => {
    const applying = measuresOn(input.reference, line.commodityCode.value, line.origin.value, input.day);
    const measure = applying.get("article_tax");
    if (!measure) {
      issues.push(missingMeasure(line, "article_tax", input.day));
      return [];
    }
    const worth = worthOf(input, line);
    const amount = toMoney(multiply(toDecimal(worth), share(measure.rate)), "CNY");
    const formula = `${show(worth)} × ${percent(share(measure.rate))}`;
    return [measureStep(line, "article_tax", worth, measure, amount, formula)];
  });
  return issues.length > 0 ? err(issues) : ok(steps);
}
