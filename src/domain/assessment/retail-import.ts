import type { DeclarationLine } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import { add, compare, type Decimal, decimal, formatDecimal, multiply } from "../shared/decimal";
import { type Money, sumMoney, toDecimal, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import { percent } from "../tariff/charge";
import { type MeasureKind, measuresOn, type TariffMeasure } from "../tariff/measure";
import type { LegalParameter } from "../tariff/reference";
import { countsPieces } from "../tariff/unit";
import { consumptionTax, consumptionTaxOf } from "./consumption-tax";
import { goodsOf, taxedQuantity } from "./goods";
import { chargeIssue, consignmentIssue, missingMeasure } from "./issues";
import { lineSteps, parameterStep, show } from "./line-tax";
import { lineTaxes, worthOf } from "./line-taxes";
import { parametersOf } from "./parameters";
import { listIssues } from "./positive-list";
import { share as shareOf } from "./rate";
import type { AssessmentInput, AssessmentStep } from "./step";

const PARAMETERS = ["cbec_single_limit_cny", "cbec_annual_limit_cny", "cbec_tax_share"] as const;
type RetailLaw = Readonly<Record<(typeof PARAMETERS)[number], LegalParameter>>;

/**
 * Cross-border e-commerce retail (1210, 1239, 9610), whose tax is the same. Within the limit of one order: duty 0,
 * consumption tax and VAT at a share of the statutory amounts. Over it: only a single indivisible item, and then in
 * full. An order that takes a person's year beyond its limit, and goods off the positive list, do not come in this way
 * at all.
 * Cai Guan Shui [2016] 18 (from 2016-04-08) and [2018] 49 (from 2019-01-01). The year's limit is held against this order
 * and what the person's other orders on the platform hold; orders elsewhere are known to the Single Window alone, and
 * the message of the refusal says so.
 */
export function assessRetailImport(input: AssessmentInput): Result<readonly AssessmentStep[], readonly Issue[]> {
  const law = parametersOf(input, PARAMETERS);
  if (!law.ok) return law;
  const unlisted = listIssues(input);
  if (unlisted.length > 0) return err(unlisted);
  const exceeded = refusal(input, law.value);
  if (exceeded) return err([exceeded]);
  if (!exceeds(input.value.total, law.value.cbec_single_limit_cny)) return reducedTaxes(input, law.value);
  const taxes = lineTaxes(input);
  // The free amount of small duties is one of general trade; retail imports have none.
  return taxes.ok ? ok(taxes.value.flatMap((tax) => lineSteps(tax))) : taxes;
}

/** Whether an order within the law is over the limit of one order and taxed in full. */
export function isTaxedInFull(input: AssessmentInput): boolean {
  const law = parametersOf(input, PARAMETERS);
  return law.ok && exceeds(input.value.total, law.value.cbec_single_limit_cny);
}

/** Why an order cannot come in as retail: over the limit of one order with several items, or over the person's year. */
function refusal(input: AssessmentInput, law: RetailLaw): Issue | null {
  const { cbec_single_limit_cny: limit, cbec_annual_limit_cny: annual } = law;
  const total = show(input.value.total);
  if (exceeds(input.value.total, limit) && !isSingleItem(input))
    return consignmentIssue("retail_limit_exceeded", "invoiceTotal", input, { total, limit: limit.value });
  const used = input.quotaHeld ?? "0";
  if (compare(add(toDecimal(input.value.total), decimal(used)), decimal(annual.value)) > 0)
    return consignmentIssue("retail_year_exceeded", "invoiceTotal", input, { total, limit: annual.value });
  return null;
}

function exceeds(total: Money, limit: LegalParameter): boolean {
  return compare(toDecimal(total), decimal(limit.value)) > 0;
}

/** One article of one line that cannot be divided; two pieces are two items, and so are a dozen or a kilogram. */
function isSingleItem({ content: { lines }, isDivisible }: AssessmentInput): boolean {
  const goods = lines.map(({ quantity, unit }) => ({ quantity: quantity.value, unit: unit?.value ?? null }));
  return !isDivisible && isOneArticle(goods);
}

/** Whether goods are one piece of one line. */
export function isOneArticle(goods: readonly { readonly quantity: string; readonly unit: string | null }[]): boolean {
  return (
    goods.length === 1 &&
    goods.every(({ quantity, unit }) => compare(decimal(quantity), decimal("1")) === 0 && countsPieces(unit))
  );
}

function reducedTaxes(input: AssessmentInput, law: RetailLaw): Result<readonly AssessmentStep[], readonly Issue[]> {
  const results = input.content.lines.map((line) => reducedTax(input, law, line));
  const issues = results.flatMap((result) => (result.ok ? [] : result.error));
  return issues.length > 0 ? err(issues) : ok(results.flatMap((result) => (result.ok ? result.value : [])));
}

function reducedTax(
  input: AssessmentInput,
  law: RetailLaw,
  line: DeclarationLine,
): Result<readonly AssessmentStep[], readonly Issue[]> {
  const { reference, day } = input;
  const applying: ReadonlyMap<MeasureKind, TariffMeasure> = measuresOn(
    reference,
    line.commodityCode.value,
    line.origin.value,
    day,
  );
  const vat = applying.get("vat");
  if (!vat) return err([missingMeasure(line, "vat", day)]);
  const worth = worthOf(input, line);
  const consumption = consumptionTaxOf(line, worth, applying);
  const quantity = taxedQuantity(goodsOf(input, line, worth), consumption);
  if (!quantity.ok) return err([chargeIssue(line, quantity.error)]);
  return ok(reducedSteps({ line, worth, vat, consumption, quantity: quantity.value, law }));
}

interface ReducedTax {
  readonly line: DeclarationLine;
  readonly worth: Money;
  readonly vat: TariffMeasure;
  readonly consumption: TariffMeasure | null;
  /** In the unit that the consumption tax counts in. */
  readonly quantity: Decimal;
  readonly law: RetailLaw;
}

/** Each tax is its statutory amount times the share. The VAT base takes the statutory consumption tax, not the reduced one. */
function reducedSteps(tax: ReducedTax): readonly AssessmentStep[] {
  const { line, worth, vat, consumption, quantity, law } = tax;
  const base = toDecimal(worth);
  const free = sumMoney([], "CNY");
  const steps: AssessmentStep[] = [
    {
      ...parameterStep(line.number, "duty", worth, law.cbec_single_limit_cny, free, `${show(worth)} × 0 %`),
      rate: "0 %",
    },
  ];
  let taxable: Decimal = base;
  if (consumption) {
    const statutory = consumptionTax(base, consumption.rate, quantity);
    taxable = add(base, toDecimal(statutory.amount));
    steps.push(reduced(tax, "consumption_tax", statutory.composite, consumption, statutory.amount));
  }
  const statutoryVat = toMoney(multiply(taxable, shareOf(vat.rate)), "CNY");
  steps.push(reduced(tax, "vat", toMoney(taxable, "CNY"), vat, statutoryVat));
  return steps;
}

function reduced(
  { line, quantity, law }: ReducedTax,
  kind: AssessmentStep["kind"],
  base: Money,
  measure: TariffMeasure,
  statutory: Money,
): AssessmentStep {
  const portion = decimal(law.cbec_tax_share.value);
  const rate = percent(shareOf(measure.rate));
  const { specific } = measure.rate;
  const counted = specific === null ? "" : ` + ${formatDecimal(quantity)} × ${specific}`;
  return {
    line: line.number,
    kind,
    base,
    rate: `${rate} × ${percent(portion)}`,
    formula: `${show(base)} × ${rate}${counted} = ${show(statutory)}; × ${percent(portion)}`,
    amount: toMoney(multiply(toDecimal(statutory), portion), "CNY"),
    factId: measure.id,
    citation: measure.citation,
    validFrom: measure.validFrom,
  };
}
