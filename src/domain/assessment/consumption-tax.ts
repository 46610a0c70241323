import type { DeclarationLine } from "../declaration/declaration";
import { add, type Decimal, decimal, divide, multiply, ONE, subtract } from "../shared/decimal";
import { type Money, toDecimal, toMoney } from "../shared/money";
import type { Charge } from "../tariff/duty-expression";
import type { MeasureKind, TariffMeasure } from "../tariff/measure";
import { countsPieces } from "../tariff/unit";
import { share, specificCharge } from "./rate";

/** Digits kept while a tax-inclusive price is divided; the amounts are rounded to the fen afterwards. */
const WORKING_SCALE = 12;

/**
 * The consumption tax of a price without it, and the composite price that it is a share of: the tax lies inside its own
 * price, (price + specific) ÷ (1 − c), of which it takes c, plus the specific part. In CNY, each rounded to the fen.
 * Provisional Regulations on Consumption Tax (2008), art. 9.
 */
export function consumptionTax(
  price: Decimal,
  rate: Charge,
  quantity: Decimal,
  currency = "CNY",
): { composite: Money; amount: Money } {
  const portion = share(rate);
  const specific = specificCharge(rate, quantity);
  const composite = divide(add(price, specific), subtract(ONE, portion), WORKING_SCALE);
  return {
    composite: toMoney(composite, currency),
    amount: toMoney(add(multiply(composite, portion), specific), currency),
  };
}

/** The consumption tax measure that applies to the line, seeing whether its unit price reaches the threshold. */
export function consumptionTaxOf(
  line: DeclarationLine,
  worth: Money,
  applying: ReadonlyMap<MeasureKind, TariffMeasure>,
): TariffMeasure | null {
  const measure = applying.get("consumption_tax");
  if (!measure) return null;
  if (measure.threshold === null) return measure;
  const measured = measure.threshold.per === "unit" ? pieces(line) : grams(line);
  // The pre-submit check asks for the weight, or for pieces; until then the goods count as reaching the threshold.
  if (measured === null) return measure;
  const reached = subtract(toDecimal(worth), multiply(decimal(measure.threshold.cny), measured));
  return reached.units >= 0n ? measure : null;
}

function pieces({ quantity, unit }: DeclarationLine): Decimal | null {
  return countsPieces(unit?.value ?? null) ? decimal(quantity.value) : null;
}

function grams(line: DeclarationLine): Decimal | null {
  return line.netWeightKg ? multiply(decimal(line.netWeightKg.value), decimal("1000")) : null;
}
