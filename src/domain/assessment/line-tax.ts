import type { DeclarationLine } from "../declaration/declaration";
import { add, type Decimal, decimal, formatDecimal, multiply } from "../shared/decimal";
import { type Money, sumMoney, toDecimal, toMoney } from "../shared/money";
import { type Charged, percent } from "../tariff/charge";
import type { Charge } from "../tariff/duty-expression";
import type { TariffMeasure } from "../tariff/measure";
import type { LegalParameter } from "../tariff/reference";
import { consumptionTax } from "./consumption-tax";
import { share, showRate } from "./rate";
import type { AssessmentStep, StepKind } from "./step";

/** A measure with what it comes to, unrounded, in the currency of the jurisdiction. */
export interface ChargedMeasure {
  readonly measure: TariffMeasure;
  readonly charged: Charged;
}

/** A goods line with everything that taxes it. */
export interface LineTax {
  readonly line: DeclarationLine;
  /** Customs value of the line in the currency of the jurisdiction. */
  readonly worth: Money;
  readonly duty: ChargedMeasure;
  /** Anti-dumping and countervailing duties, on top. */
  readonly remedies: readonly ChargedMeasure[];
  readonly vat: TariffMeasure;
  readonly consumption: TariffMeasure | null;
  /** The quantity in the unit that the consumption tax counts in. */
  readonly taxedQuantity: Decimal;
  /** What the VAT is levied on beside value and duties, such as carriage inland. */
  readonly alsoTaxed: Money | null;
}

/** The fact that lets a consignment's small amount of a tax off. */
export interface Exemption {
  readonly parameter: LegalParameter;
  /** The tax of the whole consignment, which stays below it. */
  readonly total: Money;
}

/** The taxes of a consignment that are let off. */
export type Exemptions = Readonly<Partial<Record<StepKind, Exemption>>>;

/**
 * The steps of one line under full rates; retail import beyond its limit is taxed the same way. Each tax is levied on
 * what was levied before it, so that what is let off is in no base.
 */
export function lineSteps(tax: LineTax, exemptions: Exemptions = {}): readonly AssessmentStep[] {
  const { line, worth, vat, consumption, taxedQuantity: quantity, alsoTaxed } = tax;
  const { currency } = worth;
  const duties = [
    chargedStep(tax, "duty", tax.duty),
    ...tax.remedies.map((remedy) => chargedStep(tax, "trade_remedy", remedy)),
  ].map((step) => letOff(step, exemptions));
  const steps = [...duties];
  let taxable = duties.map((step) => toDecimal(step.amount)).reduce(add, toDecimal(worth));
  if (consumption) {
    const { composite, amount } = consumptionTax(taxable, consumption.rate, quantity, currency);
    const formula = consumptionFormula(taxable, consumption.rate, composite, quantity);
    const levied = letOff(measureStep(line, "consumption_tax", composite, consumption, amount, formula), exemptions);
    steps.push(levied);
    taxable = add(taxable, toDecimal(levied.amount));
  }
  if (alsoTaxed) taxable = add(taxable, toDecimal(alsoTaxed));
  const vatBase = toMoney(taxable, currency);
  const vatAmount = toMoney(multiply(taxable, share(vat.rate)), currency);
  const formula = `${show(vatBase)} × ${percent(share(vat.rate))}`;
  steps.push(letOff(measureStep(line, "vat", vatBase, vat, vatAmount, formula), exemptions));
  return steps;
}

function chargedStep({ line, worth }: LineTax, kind: StepKind, { measure, charged }: ChargedMeasure): AssessmentStep {
  return measureStep(line, kind, worth, measure, toMoney(charged.amount, worth.currency), charged.formula);
}

function letOff(step: AssessmentStep, exemptions: Exemptions): AssessmentStep {
  const exemption = exemptions[step.kind];
  if (!exemption) return step;
  const { parameter, total } = exemption;
  return {
    ...step,
    formula: `${step.formula} = ${show(step.amount)} → 0; Σ ${show(total)} < ${parameter.value}`,
    amount: sumMoney([], step.amount.currency),
    factId: parameter.id,
    citation: parameter.citation,
    validFrom: parameter.validFrom,
  };
}

/** A step that a measure of the tariff makes. */
export function measureStep(
  line: DeclarationLine,
  kind: AssessmentStep["kind"],
  base: Money,
  measure: TariffMeasure,
  amount: Money,
  formula: string,
): AssessmentStep {
  return {
    line: line.number,
    kind,
    base,
    rate: showRate(measure.rate, base.currency),
    formula,
    amount,
    factId: measure.id,
    citation: measure.citation,
    validFrom: measure.validFrom,
  };
}

/** A step that a constant of the law makes. */
export function parameterStep(
  line: number | null,
  kind: StepKind,
  base: Money,
  parameter: LegalParameter,
  amount: Money,
  formula: string,
): AssessmentStep {
  const { id: factId, citation, validFrom } = parameter;
  const rate = parameter.unit === "fraction" ? percent(decimal(parameter.value)) : "";
  return { line, kind, base, rate, formula, amount, factId, citation, validFrom };
}

function consumptionFormula(price: Decimal, rate: Charge, composite: Money, quantity: Decimal): string {
  const specific = rate.specific === null ? "" : ` + ${formatDecimal(quantity)} × ${rate.specific}`;
  const portion = percent(share(rate));
  return `(${formatDecimal(price)}${specific}) ÷ (1 − ${portion}) = ${show(composite)}; × ${portion}${specific}`;
}

/** The amount as a plain decimal, for formulas. */
export function show(money: Money): string {
  return formatDecimal(toDecimal(money));
}
