import { add, type Decimal, decimal, formatDecimal, multiply } from "../shared/decimal";
import type { Rate } from "../tariff/measure";

/** The ad valorem part of a rate as a fraction; 0 when it has none. */
export function share(rate: Rate): Decimal {
  return decimal(rate.adValorem ?? "0");
}

/** The specific part for a quantity, in CNY; 0 when the rate has none. */
export function specificCharge(rate: Rate, quantity: Decimal): Decimal {
  return multiply(quantity, decimal(rate.specific ?? "0"));
}

/** Ad valorem, specific, or both together: what the rate comes to, unrounded, in CNY. */
export function charge(rate: Rate, value: Decimal, quantity: Decimal): Decimal {
  return add(multiply(value, share(rate)), specificCharge(rate, quantity));
}

/** `20 % + CNY 0.912/litre`, the way the tariff writes it. */
export function showRate(rate: Rate): string {
  const parts = [
    ...(rate.adValorem === null ? [] : [percent(share(rate))]),
    ...(rate.specific === null ? [] : [`CNY ${rate.specific}/${rate.specificUnit ?? "unit"}`]),
  ];
  return parts.join(" + ") || "0 %";
}

/** `13 %` for a fraction of 0.13, without idle zeros. */
export function percent(fraction: Decimal): string {
  const hundredfold = formatDecimal(multiply(fraction, decimal("100")));
  return `${hundredfold.includes(".") ? hundredfold.replace(/\.?0+$/, "") : hundredfold} %`;
}
