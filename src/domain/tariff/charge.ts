import {
  add,
  compare,
  type Decimal,
  decimal,
  divide,
  formatDecimal,
  multiply,
  round,
  sum,
  ZERO,
} from "../shared/decimal";
import { err, ok, type Result } from "../shared/result";
import type { Band, Charge, Rate, RateFormula, SlidingScale } from "./duty-expression";
import { convertQuantity, isWeight, type Unit, unitOf } from "./unit";

/** Digits kept while a price of one unit and the rate that follows it are worked out. */
const WORKING_SCALE = 12;

/** What a duty is charged on. */
export interface ChargedGoods {
  /** Customs value in the currency of the jurisdiction. */
  readonly value: Decimal;
  readonly quantity: Decimal;
  /** As declared; null when no unit was. */
  readonly unit: string | null;
  readonly netWeightKg: Decimal | null;
  /** What the law reckons for a tonne of such goods (beer: 988 l); null when it says nothing of them. */
  readonly litresPerTonne: Decimal | null;
}

/** An amount before rounding to the minor unit, and how it came about. */
export interface Charged {
  readonly amount: Decimal;
  readonly formula: string;
}

export type ChargeProblem =
  /** The tariff counts in a unit that the declared quantity does not convert to. */
  | { readonly kind: "unit_differs"; readonly declared: string | null; readonly expected: Unit }
  /** A price of one unit cannot be had of no units. */
  | { readonly kind: "quantity_zero" }
  /** The tariff is wrong: no duty is below zero. */
  | { readonly kind: "rate_negative"; readonly rate: string };

/**
 * The quantity in the unit that a tariff counts in; as declared when it names none. Where it counts weight and articles
 * were declared, the net weight of the line stands in. Refuses a unit that says nothing of what is asked.
 */
export function quantityIn(goods: ChargedGoods, unit: Unit | null): Result<Decimal, ChargeProblem> {
  if (unit === null) return ok(goods.quantity);
  const declared = unitOf(goods.unit);
  const converted = declared && convertQuantity(goods.quantity, declared, unit, goods.litresPerTonne);
  if (converted?.ok) return converted;
  const weighed = goods.netWeightKg && isWeight(unit) ? convertQuantity(goods.netWeightKg, "kilogram", unit) : null;
  return weighed?.ok ? weighed : err({ kind: "unit_differs", declared: goods.unit, expected: unit });
}

/**
 * What a rate comes to for the goods, unrounded, in the currency of the jurisdiction: the charge or that of the band
 * that the price of one unit lies in, raised to the minimum and lowered to the maximum. Never negative.
 */
export function chargeOf(rate: Rate, goods: ChargedGoods): Result<Charged, ChargeProblem> {
  const main = rate.sliding ? slide(rate.sliding, goods) : levy(rate, goods);
  if (!main.ok) return main;
  const raised = bound(main.value, rate.minimum, goods, "max");
  if (!raised.ok) return raised;
  const bounded = bound(raised.value, rate.maximum, goods, "min");
  if (!bounded.ok) return bounded;
  return compare(bounded.value.amount, ZERO) < 0
    ? err({ kind: "rate_negative", rate: bounded.value.formula })
    : bounded;
}

function levy(charge: Charge, goods: ChargedGoods): Result<Charged, ChargeProblem> {
  const quantity = charge.specific === null ? ok(ZERO) : quantityIn(goods, charge.specificUnit);
  if (!quantity.ok) return quantity;
  const parts = [
    ...(charge.adValorem === null ? [] : [share(goods.value, decimal(charge.adValorem))]),
    ...(charge.specific === null ? [] : [specific(quantity.value, charge.specific)]),
  ];
  return ok({
    amount: sum(parts.map((part) => part.amount)),
    formula: parts.map((part) => part.formula).join(" + ") || "0",
  });
}

function share(value: Decimal, fraction: Decimal): Charged {
  return { amount: multiply(value, fraction), formula: `${formatDecimal(value)} × ${percent(fraction)}` };
}

function specific(quantity: Decimal, each: string): Charged {
  return { amount: multiply(quantity, decimal(each)), formula: `${formatDecimal(quantity)} × ${each}` };
}

function slide({ per, bands }: SlidingScale, goods: ChargedGoods): Result<Charged, ChargeProblem> {
  const quantity = quantityIn(goods, per);
  if (!quantity.ok) return quantity;
  if (quantity.value.units <= 0n) return err({ kind: "quantity_zero" });
  const price = divide(goods.value, quantity.value, WORKING_SCALE);
  const band = bands.find(({ below }) => below === null || compare(price, decimal(below)) < 0);
  if (!band) throw new Error("A sliding scale without a last band passed the border");
  const levied = levyBand(band, price, goods);
  if (!levied.ok) return levied;
  return ok({ ...levied.value, formula: `P = ${formatDecimal(round(price, 3))}: ${levied.value.formula}` });
}

function levyBand({ charge, formula }: Band, price: Decimal, goods: ChargedGoods): Result<Charged, ChargeProblem> {
  if (charge) return levy(charge, goods);
  if (!formula) throw new Error("A band without a charge passed the border");
  const fraction = follow(formula, price);
  return compare(fraction, ZERO) < 0
    ? err({ kind: "rate_negative", rate: percent(fraction) })
    : ok(share(goods.value, fraction));
}

/** a ÷ P + b × P + c, rounded half up and capped; the cap alone for goods that are worth nothing. */
function follow({ a, b, c, cap, places }: RateFormula, price: Decimal): Decimal {
  if (price.units <= 0n) return decimal(cap ?? "0");
  const followed = add(add(divide(decimal(a), price, WORKING_SCALE), multiply(decimal(b), price)), decimal(c));
  const rounded = round(followed, places);
  return cap !== null && compare(rounded, decimal(cap)) > 0 ? decimal(cap) : rounded;
}

function bound(
  main: Charged,
  limit: Charge | null,
  goods: ChargedGoods,
  which: "min" | "max",
): Result<Charged, ChargeProblem> {
  if (!limit) return ok(main);
  const other = levy(limit, goods);
  if (!other.ok) return other;
  const difference = compare(other.value.amount, main.amount);
  const isOther = which === "max" ? difference > 0 : difference < 0;
  return ok({
    amount: isOther ? other.value.amount : main.amount,
    formula: `${which}(${main.formula}; ${other.value.formula})`,
  });
}

/** `13 %` for a fraction of 0.13, without idle zeros. */
export function percent(fraction: Decimal): string {
  const hundredfold = formatDecimal(multiply(fraction, decimal("100")));
  return `${hundredfold.includes(".") ? hundredfold.replace(/\.?0+$/, "") : hundredfold} %`;
}
