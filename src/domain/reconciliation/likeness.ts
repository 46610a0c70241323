import { normaliseName } from "../clearance/requirements";
import {
  compare,
  type Decimal,
  decimal,
  divide,
  multiply,
  parseDecimal,
  round,
  subtract,
  ZERO,
} from "../shared/decimal";

/** How two statements stand to one another under a rule. */
export type Likeness = "same" | "tolerated" | "different";

const HALF_PERCENT = decimal("0.005");
const HALF_KILO = decimal("0.5");
/** Names that share so many of their pairs of letters are one name, spelled in two ways. */
const SIMILAR = 0.8;

/** Two numbers that must be equal; how many zeros follow the point says nothing. */
export function exactly(a: string, b: string): Likeness {
  const [first, second] = [parseDecimal(a), parseDecimal(b)];
  if (!first.ok || !second.ok) return a === b ? "same" : "different";
  return compare(first.value, second.value) === 0 ? "same" : "different";
}

/** Two weights: half a percent apart at most, or one of them the other in the half kilograms that carriers count in. */
export function asWeights(a: string, b: string): Likeness {
  const [first, second] = [parseDecimal(a), parseDecimal(b)];
  if (!first.ok || !second.ok) return a === b ? "same" : "different";
  if (compare(first.value, second.value) === 0) return "same";
  const larger = compare(first.value, second.value) > 0 ? first.value : second.value;
  const difference = magnitude(subtract(first.value, second.value));
  if (compare(difference, multiply(larger, HALF_PERCENT)) <= 0) return "tolerated";
  const isRounded = isInHalfKilos(first.value, second.value) || isInHalfKilos(second.value, first.value);
  return isRounded ? "tolerated" : "different";
}

function isInHalfKilos(exact: Decimal, rounded: Decimal): boolean {
  const halves = divide(exact, HALF_KILO, 6);
  const nearest = multiply(round(halves, 0), HALF_KILO);
  const above =
    compare(nearest, exact) < 0 ? multiply({ units: round(halves, 0).units + 1n, scale: 0 }, HALF_KILO) : nearest;
  return [nearest, above].some((each) => compare(each, rounded) === 0 && compare(each, ZERO) > 0);
}

function magnitude(value: Decimal): Decimal {
  return value.units < 0n ? { units: -value.units, scale: value.scale } : value;
}

/** Two codes, such as of a currency or a country. */
export function asCodes(a: string, b: string): Likeness {
  return a.trim().toUpperCase() === b.trim().toUpperCase() ? "same" : "different";
}

/** Two numbers of a paper; case, blanks and separators do not count. */
export function asNumbers(a: string, b: string): Likeness {
  const bare = (text: string) =>
    text
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, "");
  if (a === b) return "same";
  return bare(a) === bare(b) && bare(a) !== "" ? "tolerated" : "different";
}

/** Two names of firms: the legal form and the spelling of a few letters do not count. */
export function asNames(a: string, b: string): Likeness {
  if (a === b) return "same";
  const [first, second] = [normaliseName(a), normaliseName(b)];
  if (first === second) return "tolerated";
  return similarity(first, second) >= SIMILAR ? "tolerated" : "different";
}

/** Two ports: one may be written with its airport, its country or its code behind the town. */
export function asPorts(a: string, b: string): Likeness {
  if (a === b) return "same";
  const [first, second] = [normaliseName(a), normaliseName(b)];
  if (first === second) return "tolerated";
  const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
  // A code of five letters and the name of a town cannot be compared by their letters.
  if (/^[A-Z]{5}$/.test(a.trim()) !== /^[A-Z]{5}$/.test(b.trim())) return "tolerated";
  return (shorter.length >= 4 && longer.includes(shorter)) || similarity(first, second) >= SIMILAR
    ? "tolerated"
    : "different";
}

/** Two lists of containers, each a text with commas; the order says nothing, and a part of a list is no contradiction. */
export function asLists(a: string, b: string): Likeness {
  const setOf = (text: string) => new Set(text.split(",").map((each) => each.replace(/[\s-]/g, "").toUpperCase()));
  const [first, second] = [setOf(a), setOf(b)];
  const common = [...first].filter((each) => second.has(each)).length;
  if (common === first.size && common === second.size) return "same";
  return common === Math.min(first.size, second.size) ? "tolerated" : "different";
}

/** The share of pairs of letters that two texts have in common, from 0 to 1 (Dice's coefficient). */
export function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const [first, second] = [pairsOf(a), pairsOf(b)];
  const total = first.length + second.length;
  if (total === 0) return 0;
  const left = [...second];
  let common = 0;
  for (const pair of first) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / total;
}

function pairsOf(text: string): readonly string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}
