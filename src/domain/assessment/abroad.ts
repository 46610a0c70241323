import type { Issue } from "../declaration/issue";
import { compare, type Decimal, decimal, formatDecimal, multiply, sum } from "../shared/decimal";
import { type Money, sumMoney, toDecimal, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import { percent } from "../tariff/charge";
import { measuresOn } from "../tariff/measure";
import type { LegalParameter } from "../tariff/reference";
import { apportion } from "../valuation/apportion";
import { atRateOf } from "../valuation/customs-value";
import { goodsOf } from "./goods";
import { consignmentIssue, missingMeasure } from "./issues";
import { lineSteps, measureStep, parameterStep, show } from "./line-tax";
import { dutiesOf, lineTaxes, worthOf } from "./line-taxes";
import { parametersOf } from "./parameters";
import { share } from "./rate";
import type { AssessmentInput, AssessmentStep } from "./step";
import { currencyOf } from "./tax-regime";

type Steps = Result<readonly AssessmentStep[], readonly Issue[]>;

/**
 * Import into the European Union: duty on the value at the border, VAT on value, duty and carriage inland (UCC art. 70
 * and 71; Directive 2006/112/EC, art. 85 and 86). A consignment of small intrinsic value pays a fixed duty for each
 * tariff item instead: nothing until 2026-06-30, EUR 3 from 2026-07-01.
 */
export function assessEuropeanUnion(input: AssessmentInput): Steps {
  const law = parametersOf(input, ["eu_low_value_limit_eur", "eu_low_value_duty_eur"]);
  if (!law.ok) return law;
  if (!isWithin(intrinsicValue(input), law.value.eu_low_value_limit_eur)) return standard(input);
  return lowValue(input, law.value.eu_low_value_duty_eur, true);
}

/**
 * Import into the United Kingdom: duty on the CIF value above the limit of small consignments, VAT on value, duty and
 * carriage inland.
 */
export function assessUnitedKingdom(input: AssessmentInput): Steps {
  const law = parametersOf(input, ["gb_low_value_limit_gbp"]);
  if (!law.ok) return law;
  if (!isWithin(intrinsicValue(input), law.value.gb_low_value_limit_gbp)) return standard(input);
  return lowValue(input, { ...law.value.gb_low_value_limit_gbp, value: "0" }, false);
}

/**
 * Import into Singapore: GST on CIF value and duty, none on goods by post or air up to the relief.
 * Goods and Services Tax (Imports Relief) Order.
 */
export function assessSingapore(input: AssessmentInput): Steps {
  const law = parametersOf(input, ["sg_gst_relief_sgd"]);
  if (!law.ok) return law;
  const relief = law.value.sg_gst_relief_sgd;
  const isLight = input.carriage === "post" || input.carriage === "air";
  const steps = standard(input);
  if (!steps.ok || !isLight || !isWithin(input.value.total, relief)) return steps;
  return ok(
    steps.value.map((step) =>
      step.kind === "vat"
        ? {
            ...step,
            formula: `${step.formula} → 0; ${show(input.value.total)} ≤ ${relief.value}`,
            amount: sumMoney([], step.amount.currency),
            factId: relief.id,
            citation: relief.citation,
            validFrom: relief.validFrom,
          }
        : step,
    ),
  );
}

/**
 * Entry into the United States: duty on the value without international freight and insurance, the merchandise
 * processing fee between its least and greatest amount, the harbor maintenance fee for cargo by vessel (19 CFR 24.23
 * and 24.24). There is no VAT. How the goods arrive must be known.
 */
export function assessUnitedStates(input: AssessmentInput): Steps {
  const codes = ["us_mpf_rate", "us_mpf_minimum_usd", "us_mpf_maximum_usd", "us_hmf_rate"] as const;
  const law = parametersOf(input, codes);
  if (!law.ok) return law;
  if (!input.carriage) return err([consignmentIssue("carriage_unknown", "transportNumber", input, {})]);
  const duties = dutySteps(input);
  if (!duties.ok) return duties;
  const { total } = input.value;
  const processing = processingFee(total, law.value);
  const harbor = toMoney(multiply(toDecimal(total), decimal(law.value.us_hmf_rate.value)), total.currency);
  const { us_hmf_rate: harborRate } = law.value;
  const shown = `${show(total)} × ${percent(decimal(harborRate.value))}`;
  return ok([
    ...duties.value,
    processing,
    ...(input.carriage === "sea" ? [parameterStep(null, "fee", total, harborRate, harbor, shown)] : []),
  ]);
}

function processingFee(
  total: Money,
  law: Readonly<Record<"us_mpf_rate" | "us_mpf_minimum_usd" | "us_mpf_maximum_usd", LegalParameter>>,
): AssessmentStep {
  const { us_mpf_rate: rate, us_mpf_minimum_usd: least, us_mpf_maximum_usd: most } = law;
  const exact = multiply(toDecimal(total), decimal(rate.value));
  const raised = compare(exact, decimal(least.value)) < 0 ? decimal(least.value) : exact;
  const fee = compare(raised, decimal(most.value)) > 0 ? decimal(most.value) : raised;
  const formula = `min(max(${show(total)} × ${percent(decimal(rate.value))}; ${least.value}); ${most.value})`;
  return parameterStep(null, "fee", total, rate, toMoney(fee, total.currency), formula);
}

/** Duty and VAT of every line in full, with carriage inland in the base of the VAT. */
function standard(input: AssessmentInput): Steps {
  const taxes = lineTaxes(input, { alsoTaxed: carriageInland(input) });
  return taxes.ok ? ok(taxes.value.flatMap((tax) => lineSteps(tax))) : taxes;
}

/** What is paid for carriage behind the entry, shared among the lines by their value, to the last cent. */
function carriageInland(input: AssessmentInput): ReadonlyMap<number, Money> {
  const stated = input.content.adjustments.after_entry_freight;
  if (!stated) return new Map();
  const currency = currencyOf(input.regime ?? input.content.regime);
  const whole = atRateOf(input.value, toMoney(decimal(stated.value), input.content.currency.value));
  const parts = apportion(
    whole,
    input.value.lines.map((line) => line.value.minor),
  );
  return new Map(input.value.lines.map((line, index) => [line.number, parts[index] ?? sumMoney([], currency)]));
}

/** The price of the goods alone, which decides whether a consignment is one of small value. */
function intrinsicValue({ content, value }: AssessmentInput): Money {
  const goods = sum(content.lines.map((line) => decimal(line.amount.value)));
  return atRateOf(value, toMoney(goods, content.currency.value));
}

function isWithin(value: Money, limit: LegalParameter): boolean {
  return compare(toDecimal(value), decimal(limit.value)) <= 0;
}

/**
 * Taxes of a small consignment: a fixed duty, once for each tariff item where the law counts items, and VAT on value and
 * duty. Lines under one subheading are one item, whose duty stands on its first line.
 */
function lowValue(input: AssessmentInput, fixed: LegalParameter, isPerItem: boolean): Steps {
  const inland = carriageInland(input);
  const issues: Issue[] = [];
  const seen = new Set<string>();
  const steps = input.content.lines.flatMap((line) => {
    const code = line.commodityCode.value;
    const jurisdiction = input.regime === "GB" ? "GB" : "EU";
    const vat = measuresOn(input.reference, code, line.origin.value, input.day, jurisdiction).get("vat");
    if (!vat) {
      issues.push(missingMeasure(line, "vat", input.day));
      return [];
    }
    const item = code.slice(0, 6);
    const isDue = isPerItem && !seen.has(item);
    seen.add(item);
    const worth = worthOf(input, line);
    const duty = toMoney(isDue ? decimal(fixed.value) : decimal("0"), worth.currency);
    const base = toMoney(
      [worth, duty, inland.get(line.number) ?? sumMoney([], worth.currency)].map(toDecimal).reduce(plus),
      worth.currency,
    );
    const amount = toMoney(multiply(toDecimal(base), share(vat.rate)), worth.currency);
    const shown = `${show(base)} × ${percent(share(vat.rate))}`;
    return [
      parameterStep(
        line.number,
        "duty",
        worth,
        fixed,
        duty,
        isDue ? `1 × ${formatDecimal(decimal(fixed.value))}` : "0",
      ),
      measureStep(line, "vat", base, vat, amount, shown),
    ];
  });
  return issues.length > 0 ? err(issues) : ok(steps);
}

function plus(a: Decimal, b: Decimal): Decimal {
  return sum([a, b]);
}

/** Duties and remedies of every line, without any other tax. */
function dutySteps(input: AssessmentInput): Steps {
  const results = input.content.lines.map((line) => {
    const worth = worthOf(input, line);
    const duties = dutiesOf(input, line, goodsOf(input, line, worth));
    if (!duties.ok) return duties;
    const { duty, remedies } = duties.value;
    const step = (kind: "duty" | "trade_remedy", { measure, charged }: typeof duty) =>
      measureStep(line, kind, worth, measure, toMoney(charged.amount, worth.currency), charged.formula);
    return ok([step("duty", duty), ...remedies.map((remedy) => step("trade_remedy", remedy))]);
  });
  const issues = results.flatMap((result) => (result.ok ? [] : result.error));
  return issues.length > 0 ? err(issues) : ok(results.flatMap((result) => (result.ok ? result.value : [])));
}
