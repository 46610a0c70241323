import { type Decimal, decimal, multiply } from "../shared/decimal";
import { percent } from "../tariff/charge";
import type { Band, Charge, Rate } from "../tariff/duty-expression";

/** The ad valorem part of a rate as a fraction; 0 when it has none. */
export function share(rate: Charge): Decimal {
  return decimal(rate.adValorem ?? "0");
}

/** The specific part for a quantity, in the currency of the jurisdiction; 0 when the rate has none. */
export function specificCharge(rate: Charge, quantity: Decimal): Decimal {
  return multiply(quantity, decimal(rate.specific ?? "0"));
}

/** `20 % + CNY 0.912/litre`, the way the tariff writes it; `≥` and `≤` stand before a minimum and a maximum. */
export function showRate(rate: Rate, currency: string): string {
  const main = rate.sliding
    ? rate.sliding.bands.map((band) => showBand(band, rate.sliding?.per ?? "", currency))
    : [show(rate, currency)];
  return [
    main.join("; "),
    ...(rate.minimum ? [`≥ ${show(rate.minimum, currency)}`] : []),
    ...(rate.maximum ? [`≤ ${show(rate.maximum, currency)}`] : []),
  ].join(", ");
}

function showBand({ below, charge, formula }: Band, per: string, currency: string): string {
  const reach = below === null ? "" : `P < ${below}/${per}: `;
  if (charge) return `${reach}${show(charge, currency)}`;
  if (!formula) return reach;
  const { a, b, c, cap } = formula;
  return `${reach}${a} ÷ P + ${b} × P + ${c}${cap === null ? "" : `, ≤ ${percent(decimal(cap))}`}`;
}

function show(charge: Charge, currency: string): string {
  const parts = [
    ...(charge.adValorem === null ? [] : [percent(share(charge))]),
    ...(charge.specific === null ? [] : [`${currency} ${charge.specific}/${charge.specificUnit ?? "unit"}`]),
  ];
  return parts.join(" + ") || "0 %";
}
