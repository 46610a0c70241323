import { err, ok, type Result } from "./result";

/**
 * An exact decimal number: `units × 10^-scale`. Quantities, rates and money in the making are held in it,
 * because binary floats cannot hold 0.1 and customs law is settled to the cent.
 */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const PATTERN = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Reads a plain decimal such as `-12.340`. Grouping marks, exponents and blanks are refused, never guessed. */
export function parseDecimal(text: string): Result<Decimal, { kind: "not_a_decimal"; text: string }> {
  const match = PATTERN.exec(text);
  if (!match) return err({ kind: "not_a_decimal", text });
  const fraction = match[3] ?? "";
  const units = BigInt(`${match[2]}${fraction}`);
  return ok({ units: match[1] === "-" ? -units : units, scale: fraction.length });
}

/** A decimal written in the source code. Throws on a malformed literal, because that is a bug and not input. */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (!parsed.ok) throw new Error(`Not a decimal literal: ${text}`);
  return parsed.value;
}

export const ZERO: Decimal = { units: 0n, scale: 0 };
export const ONE: Decimal = { units: 1n, scale: 0 };

/** `a + b`, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

/** `a − b`, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { units: -b.units, scale: b.scale });
}

/** `a × b`, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/**
 * `a ÷ b`, rounded half up (away from zero) at `scale` decimal places. Throws on division by zero.
 * The only place, with `round`, where a digit is ever dropped.
 */
export function divide(a: Decimal, b: Decimal, scale: number): Decimal {
  if (b.units === 0n) throw new Error("Division by zero");
  const exponent = scale + b.scale - a.scale;
  const numerator = exponent >= 0 ? a.units * 10n ** BigInt(exponent) : a.units;
  const denominator = exponent >= 0 ? b.units : b.units * 10n ** BigInt(-exponent);
  return { units: divideHalfUp(numerator, denominator), scale };
}

/** Rounds half up (away from zero) at `scale` decimal places. */
export function round(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { units: unitsAt(value, scale), scale };
  return { units: divideHalfUp(value.units, 10n ** BigInt(value.scale - scale)), scale };
}

/** Negative when `a < b`, zero when equal in value, positive when `a > b`; 1.0 equals 1.00. */
export function compare(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The sum of all values; zero for none. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, ZERO);
}

/** The shortest plain text that `parseDecimal` reads back to a number of the same value and scale. */
export function formatDecimal(value: Decimal): string {
  const sign = value.units < 0n ? "-" : "";
  const digits = (value.units < 0n ? -value.units : value.units).toString().padStart(value.scale + 1, "0");
  if (value.scale === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -value.scale)}.${digits.slice(-value.scale)}`;
}

/** The units of `value` at a scale not smaller than its own. */
function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (n * 2n + d) / (d * 2n);
  return negative ? -rounded : rounded;
}
