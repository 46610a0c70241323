import type { DeclarationLine } from "../declaration/declaration";
import { add, type Decimal, decimal, formatDecimal, multiply } from "../shared/decimal";
import { type Money, toDecimal, toMoney } from "../shared/money";
import { type Charged, percent } from "../tariff/charge";
import type { Charge } from "../tariff/duty-expression";
import type { TariffMeasure } from "../tariff/measure";
import type { LegalParameter } from "../tariff/reference";
import { consumptionTax } from "./consumption-tax";
import { share, showRate } from "./rate";
import type { AssessmentStep } from "./step";

/** A goods line with everything that taxes it. */
export interface LineTax {
  readonly line: DeclarationLine;
  /** Customs value of the line in CNY. */
  readonly worth: Money;
  readonly duty: TariffMeasure;
  readonly vat: TariffMeasure;
  readonly consumption: TariffMeasure | null;
  /** What the rate of duty comes to, in CNY, unrounded. */
  readonly charged: Charged;
  /** The quantity in the unit that the consumption tax counts in. */
  readonly taxedQuantity: Decimal;
}

/** The fact that lets a consignment's small duty off. */
export interface DutyExemption {
  readonly parameter: LegalParameter;
  /** The duty of the whole consignment that stays below it. */
  readonly total: Money;
}

/** The duty of the line before any exemption, rounded half up to the fen. */
export function dutyOf({ charged }: LineTax): Money {
  return toMoney(charged.amount, "CNY");
}

/** The steps of one line under full rates; retail import beyond its limit is taxed the same way. */
export function lineSteps(tax: LineTax, exemption: DutyExemption | null): readonly AssessmentStep[] {
  const { line, worth, vat, consumption, taxedQuantity: quantity } = tax;
  const duty = dutyStep(tax, exemption);
  const dutyPaid = add(toDecimal(worth), toDecimal(duty.amount));
  const steps = [duty];
  let taxable = dutyPaid;
  if (consumption) {
    const { composite, amount } = consumptionTax(dutyPaid, consumption.rate, quantity);
    const formula = consumptionFormula(dutyPaid, consumption.rate, composite, quantity);
    steps.push(measureStep(line, "consumption_tax", composite, consumption, amount, formula));
    taxable = add(dutyPaid, toDecimal(amount));
  }
  const vatBase = toMoney(taxable, "CNY");
  const vatAmount = toMoney(multiply(taxable, share(vat.rate)), "CNY");
  steps.push(measureStep(line, "vat", vatBase, vat, vatAmount, `${show(vatBase)} × ${percent(share(vat.rate))}`));
  return steps;
}

function dutyStep(tax: LineTax, exemption: DutyExemption | null): AssessmentStep {
  const { line, worth, duty } = tax;
  const { formula } = tax.charged;
  const levied = measureStep(line, "duty", worth, duty, dutyOf(tax), formula);
  if (!exemption) return levied;
  const { parameter, total } = exemption;
  return {
    ...levied,
    formula: `${formula} = ${show(levied.amount)} → 0; Σ ${show(total)} < ${parameter.value}`,
    amount: toMoney(decimal("0"), "CNY"),
    factId: parameter.id,
    citation: parameter.citation,
    validFrom: parameter.validFrom,
  };
}

function measureStep(
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
    rate: showRate(measure.rate),
    formula,
    amount,
    factId: measure.id,
    citation: measure.citation,
    validFrom: measure.validFrom,
  };
}

function consumptionFormula(price: Decimal, rate: Charge, composite: Money, quantity: Decimal): string {
  const specific = rate.specific === null ? "" : ` + ${formatDecimal(quantity)} × ${rate.specific}`;
  const portion = percent(share(rate));
  return `(${formatDecimal(price)}${specific}) ÷ (1 − ${portion}) = ${show(composite)}; × ${portion}${specific}`;
}

function show(money: Money): string {
  return formatDecimal(toDecimal(money));
}
