import type { Found } from "./seek";

/** Fewer numbers in a row may be counts. */
const LEAST = 2;

/** Labels that number a package, and count none. */
const NUMBERS =
  /(?<!\p{L})(?:kollo|collo|colli|kolli|(?:case|crate|carton|ctn|package|pkg|pallet|box|bale|drum)\.?\s?(?:no|nr|number|#))(?!\p{L})/iu;

/**
 * "Kollo 1", "Kollo 2": numbers that go up by one from label to label number the packages and do not count them. They
 * begin at 1, unless their label says what they are; "Packages: 40" and "Packages: 41" are of two lists.
 */
export function withoutOrdinals(found: readonly Found[]): readonly Found[] {
  const atLabel = found.filter(({ place }) => place === "same");
  const labels = new Set(atLabel.map(({ label }) => label));
  const isNumbered = (label: string | undefined) => {
    const numbers = atLabel
      .filter((each) => each.label === label)
      .sort((a, b) => a.page - b.page || a.box.y - b.box.y)
      .map(({ value }) => Number(value));
    const isBegin = numbers[0] === 1 || NUMBERS.test(label ?? "");
    return isBegin && numbers.length >= LEAST && numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
  };
  const numbered = [...labels].filter(isNumbered);
  return numbered.length === 0 ? found : found.filter(({ label }) => !numbered.includes(label));
}
