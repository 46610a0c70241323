import { compare, type Decimal, decimal, multiply, ZERO } from "../shared/decimal";
import { type Money, toDecimal, toMoney } from "../shared/money";

/** What the law charges for each day of being late, and from which amount on. */
export interface LateFeeLaw {
  /** A fraction for each day. */
  readonly dailyRate: string;
  /** A fee below it is not charged, in the currency of the jurisdiction. */
  readonly threshold: string;
}

/**
 * The fee for declaring late: the customs value times the daily rate times the days after the last free one; what is
 * below the whole yuan is dropped, and a fee below the threshold is not charged. Measures on fees for late declaration
 * of imports (GACC Order 128, 2005).
 */
export function lateDeclarationFee(customsValue: Money, days: number, law: LateFeeLaw): Money {
  const exact = multiply(multiply(toDecimal(customsValue), decimal(law.dailyRate)), decimal(String(Math.max(0, days))));
  const whole: Decimal = { units: exact.units / 10n ** BigInt(exact.scale), scale: 0 };
  return charged(whole, customsValue.currency, law);
}

/**
 * The surcharge for paying late: the tax times the daily rate times the days after the last one of payment, to the
 * minor unit. Tariff Law of the PRC (in force 2024-12-01), on late payment.
 */
export function latePaymentSurcharge(tax: Money, days: number, law: LateFeeLaw): Money {
  const exact = multiply(multiply(toDecimal(tax), decimal(law.dailyRate)), decimal(String(Math.max(0, days))));
  return charged(exact, tax.currency, law);
}

function charged(amount: Decimal, currency: string, law: LateFeeLaw): Money {
  const isCharged = compare(amount, decimal(law.threshold)) >= 0;
  return toMoney(isCharged ? amount : ZERO, currency);
}
