import type { DeclarationContent, DeclarationLine } from "../declaration/declaration";
import type { Issue } from "../declaration/issue";
import { add, compare, type Decimal, decimal, formatDecimal, multiply } from "../shared/decimal";
import { type Money, toDecimal, toMoney } from "../shared/money";
import { err, ok, type Result } from "../shared/result";
import { percent } from "../tariff/charge";
import { type MeasureKind, measuresOn, type TariffMeasure } from "../tariff/measure";
import { type LegalParameter, parameterOn } from "../tariff/reference";
import { consumptionTax, consumptionTaxOf } from "./consumption-tax";
import { lineTaxes } from "./general-trade";
import { goodsOf, taxedQuantity } from "./goods";
import { chargeIssue, consignmentIssue, lineIssue, missingMeasure } from "./issues";
import { lineSteps } from "./line-tax";
import { share as shareOf } from "./rate";
import type { AssessmentInput, AssessmentStep } from "./step";

const PARAMETERS = ["cbec_single_limit_cny", "cbec_annual_limit_cny", "cbec_tax_share"] as const;

interface RetailLaw {
  readonly limit: LegalParameter;
  readonly annual: LegalParameter;
  readonly share: LegalParameter;
}

/**
 * Bonded cross-border e-commerce retail (1210). Within the limit of one order: duty 0, consumption tax and VAT at a
 * share of the statutory amounts. Over it: only a single indivisible item, and then in full, as long as it alone does
 * not exceed a person's year. Goods off the positive list do not come in this way at all.
 * Cai Guan Shui [2016] 18 (from 2016-04-08) and [2018] 49 (from 2019-01-01). The year's limit is held against this order
 * and what the person's other orders on the platform hold; orders elsewhere are known to the Single Window alone, and
 * the message of the refusal says so.
 */
export function assessRetailImport(input: AssessmentInput): Result<readonly AssessmentStep[], readonly Issue[]> {
  const law = lawOn(input);
  if (!law.ok) return law;
  const unlisted = unlistedLines(input);
  if (unlisted.length > 0) return err(unlisted);
  const exceeded = refusal(input, law.value);
  if (exceeded) return err([exceeded]);
  if (!exceeds(input.value.total, law.value.limit)) return reducedTaxes(input, law.value);
  const taxes = lineTaxes(input);
  // The free amount of small duties is one of general trade; retail imports have none.
  return taxes.ok ? ok(taxes.value.flatMap((tax) => lineSteps(tax, null))) : taxes;
}

function lawOn(input: AssessmentInput): Result<RetailLaw, readonly Issue[]> {
  const [limit, annual, share] = PARAMETERS.map((code) => parameterOn(input.reference, code, input.day));
  if (limit && annual && share) return ok({ limit, annual, share });
  const missing = PARAMETERS.filter((code) => !parameterOn(input.reference, code, input.day));
  return err(
    missing.map((code) =>
      consignmentIssue("parameter_missing", "regime", input, { parameter: code, day: input.day }, "admin"),
    ),
  );
}

/** Why an order cannot come in as retail: over the limit of one order with several items, or over the person's year. */
function refusal(input: AssessmentInput, { limit, annual }: RetailLaw): Issue | null {
  const total = show(input.value.total);
  if (exceeds(input.value.total, limit) && !isSingleItem(input.content))
    return consignmentIssue("retail_limit_exceeded", "invoiceTotal", input, { total, limit: limit.value });
  const used = input.quotaHeld ?? "0";
  if (compare(add(toDecimal(input.value.total), decimal(used)), decimal(annual.value)) > 0)
    return consignmentIssue("retail_year_exceeded", "invoiceTotal", input, { total, limit: annual.value, used });
  return null;
}

function exceeds(total: Money, limit: LegalParameter): boolean {
  return compare(toDecimal(total), decimal(limit.value)) > 0;
}

/** One line of quantity one; two pieces of the same article are two items. */
function isSingleItem({ lines }: DeclarationContent): boolean {
  return lines.length === 1 && lines.every((line) => compare(decimal(line.quantity.value), decimal("1")) === 0);
}

function unlistedLines(input: AssessmentInput): readonly Issue[] {
  return input.content.lines
    .filter((line) => !measuresOf(input, line).has("positive_list"))
    .map((line) => lineIssue("not_on_positive_list", line, { code: line.commodityCode.value, day: input.day }));
}

function measuresOf(
  { reference, day }: AssessmentInput,
  line: DeclarationLine,
): ReadonlyMap<MeasureKind, TariffMeasure> {
  return measuresOn(reference, line.commodityCode.value, line.origin.value, day);
}

function reducedTaxes(input: AssessmentInput, law: RetailLaw): Result<readonly AssessmentStep[], readonly Issue[]> {
  return collectLines(
    input.content.lines.map((line) => {
      const applying = measuresOf(input, line);
      const vat = applying.get("vat");
      if (!vat) return err([missingMeasure(line, "vat", input.day)]);
      const worth =
        input.value.lines.find((each) => each.number === line.number)?.value ?? toMoney(decimal("0"), "CNY");
      const consumption = consumptionTaxOf(line, worth, applying);
      const quantity = taxedQuantity(goodsOf(input, line, worth), consumption);
      if (!quantity.ok) return err([chargeIssue(line, quantity.error)]);
      return ok(reducedSteps({ line, worth, vat, consumption, quantity: quantity.value, law }));
    }),
  );
}

/** The steps of an assessment, or every issue of every line at once. */
function collectLines(
  results: readonly Result<readonly AssessmentStep[], readonly Issue[]>[],
): Result<readonly AssessmentStep[], readonly Issue[]> {
  const issues = results.flatMap((result) => (result.ok ? [] : result.error));
  return issues.length > 0 ? err(issues) : ok(results.flatMap((result) => (result.ok ? result.value : [])));
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
  const steps: AssessmentStep[] = [dutyFree(line, worth, law.limit)];
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

function dutyFree(line: DeclarationLine, worth: Money, limit: LegalParameter): AssessmentStep {
  return {
    line: line.number,
    kind: "duty",
    base: worth,
    rate: "0 %",
    formula: `${show(worth)} × 0 %`,
    amount: toMoney(decimal("0"), "CNY"),
    factId: limit.id,
    citation: limit.citation,
    validFrom: limit.validFrom,
  };
}

function reduced(
  { line, quantity, law }: ReducedTax,
  kind: AssessmentStep["kind"],
  base: Money,
  measure: TariffMeasure,
  statutory: Money,
): AssessmentStep {
  const portion = decimal(law.share.value);
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

function show(money: Money): string {
  return formatDecimal(toDecimal(money));
}
