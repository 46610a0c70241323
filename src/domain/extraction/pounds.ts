import { add, decimal, formatDecimal, multiply, parseDecimal, round } from "../shared/decimal";

/** The international pound in kilograms, exactly: agreement of six national laboratories, since 1 July 1959. */
const KG_OF_POUND = decimal("0.45359237");
/** Kilograms of pounds are said to the gram. */
const GRAMS = 3;

/** Sixteen ounces are a pound. */
const POUNDS_OF_OUNCE = decimal("0.0625");

/** Pounds and ounces, plain decimals, in kilograms to the gram; null where one of them is no plain decimal. */
export function poundsInKg(amount: string, ounces = "0"): string | null {
  const [pounds, rest] = [parseDecimal(amount), parseDecimal(ounces)];
  if (!pounds.ok || !rest.ok) return null;
  const whole = add(pounds.value, multiply(rest.value, POUNDS_OF_OUNCE));
  return formatDecimal(round(multiply(whole, KG_OF_POUND), GRAMS));
}

const POUNDS = /(?<!\p{L})(?:lbs?|pounds?)(?!\p{L})/iu;
export const KILOGRAMS = /(?<!\p{L})(?:kgs?|kilo\p{L}*)(?!\p{L})/iu;

/** Of weights that are stated in kilograms and in pounds those in kilograms; all of them where there is but one unit. */
export function kilogramsFirst<T>(weights: readonly T[], textOf: (weight: T) => string): readonly T[] {
  const hasKilograms = weights.some((each) => KILOGRAMS.test(textOf(each)));
  return hasKilograms ? weights.filter((each) => !isInPounds(textOf(each))) : weights;
}

/** Whether a heading or a figure says that it is in pounds, and in nothing else. */
export function isInPounds(text: string): boolean {
  return POUNDS.test(text) && !KILOGRAMS.test(text);
}

/** The figure with the unit that its heading or label says it is in, where that is pounds and nothing else. */
export function inPoundsOf(heading: string, text: string): string {
  const isBare = /\d/.test(text) && !/\p{L}/u.test(text);
  return isBare && isInPounds(heading) ? `${text} lb` : text;
}
