import { type Decimal, divide, multiply, round } from "./decimal";

/** An exact amount in the minor unit of an ISO 4217 currency: `{ currency: "CNY", minor: 2539n }` is CNY 25.39. */
export interface Money {
  readonly currency: string;
  readonly minor: bigint;
}

/** Currencies of ISO 4217 whose minor unit is not a hundredth (list of 2024-06-25). */
const MINOR_DIGITS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** How many decimal places the minor unit of `currency` has. */
export function minorDigits(currency: string): number {
  return Object.hasOwn(MINOR_DIGITS, currency) ? (MINOR_DIGITS[currency] ?? 2) : 2;
}

/** Rounds a decimal amount half up to the minor unit of `currency`. */
export function toMoney(amount: Decimal, currency: string): Money {
  return { currency, minor: round(amount, minorDigits(currency)).units };
}

/** The amount as an exact decimal in major units. */
export function toDecimal(money: Money): Decimal {
  return { units: money.minor, scale: minorDigits(money.currency) };
}

/** `a + b`. Throws when the currencies differ, because adding them is a bug. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`Cannot add ${b.currency} to ${a.currency}`);
  return { currency: a.currency, minor: a.minor + b.minor };
}

/** The sum in `currency`; zero for none. */
export function sumMoney(parts: readonly Money[], currency: string): Money {
  return parts.reduce(addMoney, { currency, minor: 0n });
}

/**
 * Converts at `rate` (units of `target` for `per` units of the amount's currency), rounded half up to the minor unit.
 */
export function convert(amount: Money, rate: Decimal, per: Decimal, target: string): Money {
  const product = multiply(toDecimal(amount), rate);
  return { currency: target, minor: divide(product, per, minorDigits(target)).units };
}
