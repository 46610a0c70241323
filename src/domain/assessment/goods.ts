import type { DeclarationLine } from "../declaration/declaration";
import { type Decimal, decimal } from "../shared/decimal";
import { type Money, toDecimal } from "../shared/money";
import type { Result } from "../shared/result";
import { type ChargedGoods, type ChargeProblem, quantityIn } from "../tariff/charge";
import type { TariffMeasure } from "../tariff/measure";
import { litresPerTonne } from "../tariff/reference";
import type { AssessmentInput } from "./step";

/** A line as the tariff charges it, worth so much in CNY. */
export function goodsOf(
  { reference, day }: Pick<AssessmentInput, "reference" | "day">,
  line: DeclarationLine,
  worth: Money,
): ChargedGoods {
  const litres = litresPerTonne(reference, line.commodityCode.value, day);
  return {
    value: toDecimal(worth),
    quantity: decimal(line.quantity.value),
    unit: line.unit?.value ?? null,
    netWeightKg: line.netWeightKg ? decimal(line.netWeightKg.value) : null,
    litresPerTonne: litres && decimal(litres.value),
  };
}

/** The quantity in the unit that the consumption tax counts in; as declared when there is no tax, or it counts nothing. */
export function taxedQuantity(goods: ChargedGoods, tax: TariffMeasure | null): Result<Decimal, ChargeProblem> {
  return quantityIn(goods, tax?.rate.specific == null ? null : tax.rate.specificUnit);
}
