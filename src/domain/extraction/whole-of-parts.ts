import { add, compare, type Decimal, formatDecimal, parseDecimal, ZERO } from "../shared/decimal";
import type { Found } from "./seek";

/** A figure that adds up all the others at such labels is the whole, wherever it stands. */
const BORNE_OUT = 0.97;
/** At another label than the likeliest it has to stand nearly as well. */
const AS_LIKELY = 0.75;
/** Where that is so only if the marks part thousands, though nothing else says that they do, a person is asked. */
const PRESUMED = 0.82;
/** Less than so many kilograms, written with three decimals, are thousands of kilograms with a mark. */
const TOO_LIGHT = 100;

const GROUPED = /^(\d{1,3})[.,](\d{3})(?!\d)/;

interface Part {
  readonly found: Found;
  readonly value: Decimal;
}

/**
 * Of the figures at labels of the same kind, that which adds up the others first: crates and rows have their own
 * weights, and only the last one is that of the whole.
 */
export function wholeFirst(found: readonly Found[]): readonly Found[] {
  const parts = partsOf(found, ({ value }) => value);
  const best = found[0];
  const isLikely = (whole: Part | null) =>
    whole !== null &&
    best &&
    // The numbers of lines add up too, and are less than what is likely.
    Number(whole.found.value) >= Number(best.value) &&
    (whole.found.label === best.label || whole.found.score >= best.score * AS_LIKELY);
  const sum = wholeIn(parts);
  const whole = isLikely(sum) ? sum : null;
  if (whole && !isGroupedThroughout(parts.filter(({ value }) => compare(value, whole.value) <= 0)))
    return isTelling(whole)
      ? first(whole.found, whole.found.value, BORNE_OUT, found)
      : first({ ...whole.found, score: Math.min(whole.found.score, BY_CHANCE) }, whole.found.value, BY_CHANCE, found);
  const thousands = wholeIn(partsOf(found, grouped));
  if (!thousands || !isLikely(thousands))
    return whole ? first(whole.found, whole.found.value, BORNE_OUT, found) : found;
  return first(thousands.found, grouped(thousands.found), whole ? PRESUMED : BORNE_OUT, found);
}

function first(whole: Found, value: string, score: number, found: readonly Found[]): readonly Found[] {
  // The parts do not rival it.
  return [
    { ...whole, value, score: Math.max(score, value === whole.value ? whole.score : 0) },
    ...found.filter((each) => each.value === whole.value && each !== whole).map((each) => ({ ...each, value })),
  ];
}

/** Every figure once, though several labels may lead to it. */
function partsOf(found: readonly Found[], figureOf: (found: Found) => string): readonly Part[] {
  const isSame = (a: Found, b: Found) => a.page === b.page && a.box.x === b.box.x && a.box.y === b.box.y;
  return found
    .filter((each, at) => found.findIndex((other) => isSame(other, each)) === at)
    .flatMap((each) => {
      const value = parseDecimal(figureOf(each));
      return value.ok ? [{ found: each, value: value.value }] : [];
    });
}

/** The figure that all those less than it, or all at the same label, add up to. */
function wholeIn(parts: readonly Part[]): Part | null {
  const isWhole = (part: Part) => {
    const less = parts.filter(({ value }) => compare(value, part.value) < 0);
    const own = less.filter(({ found }) => found.label === part.found.label);
    return [less, own].some((each) => each.length >= 2 && compare(sumOf(each), part.value) === 0);
  };
  // "100, 200, 300 and 600" add up twice.
  return parts
    .filter(isWhole)
    .reduce<Part | null>((most, each) => (most && compare(most.value, each.value) >= 0 ? most : each), null);
}

/** Round figures add up by chance: "100", "200" and "300" may be three crates. */
function isTelling(whole: Part): boolean {
  const isNamed = /total|sum|gesamt|toplam|totaa?l|razem|celkem|yhteens|overall|in all/i.test(whole.found.label ?? "");
  return (
    isNamed ||
    formatDecimal(whole.value)
      .replace(/\D/g, "")
      .replace(/^0+|0+$/g, "").length > 2
  );
}
const BY_CHANCE = 0.82;

function sumOf(parts: readonly Part[]): Decimal {
  return parts.reduce<Decimal>((sum, { value }) => add(sum, value), ZERO);
}

/** "5.180", "2.460" and "7.640": light figures that all have three places are thousands. */
function isGroupedThroughout(parts: readonly Part[]): boolean {
  return parts.every(
    ({ found: { raw }, value }) =>
      GROUPED.test(raw.trim()) && !raw.trim().startsWith("0") && Number(formatDecimal(value)) < TOO_LIGHT,
  );
}

function grouped({ raw, value }: Found): string {
  const match = GROUPED.exec(raw.trim());
  return match && !match[1]?.startsWith("0") ? `${match[1]}${match[2]}` : value;
}
