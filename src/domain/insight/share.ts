import { wilson } from "../risk-rules/wilson";

/** Some of all, as a share with its interval of 95 % by Wilson (1927). */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** Null of nothing: a share of none is not nought. */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The share of the numerator in the denominator. */
export function shareOf(numerator: number, denominator: number): Share {
  if (denominator === 0) return { numerator, denominator, share: null, low: null, high: null };
  return { numerator, denominator, ...wilson(numerator, denominator) };
}

/** The share of the rows of which it is true. */
export function shareWhere<T>(rows: readonly T[], isTrue: (row: T) => boolean): Share {
  return shareOf(rows.filter(isTrue).length, rows.length);
}
