import { type Decimal, divide } from "../shared/decimal";

/** Turns traditional Chinese characters into simplified ones. */
export type Simplify = (text: string) => string;

const BLANKS_AND_MARKS = /[\s\p{P}\p{S}]/gu;

/** A name as two of them compare: one script, one width, no case, blanks or punctuation. */
export function foldName(name: string, simplify: Simplify): string {
  return simplify(name.normalize("NFKC")).toLowerCase().replace(BLANKS_AND_MARKS, "");
}

/** A telephone number as two of them compare: figures alone, without the code of the country. */
export function foldPhone(phone: string): string {
  return phone
    .normalize("NFKC")
    .replace(/\D/g, "")
    .replace(/^(?:00)?86(?=1\d{10}$)/, "");
}

/** An identity number as two of them compare. */
export function foldIdentity(number: string): string {
  return number.normalize("NFKC").replace(/\s/g, "").toUpperCase();
}

/** An address as it compares whole, and as it is looked for. */
export function foldAddress(address: string, simplify: Simplify): string {
  return simplify(address.normalize("NFKC")).toLowerCase().replace(BLANKS_AND_MARKS, "");
}

const TOKENS = /\d+|[a-z]+|\p{Script=Han}|[^\s\p{P}\p{S}]/gu;

/**
 * How much two addresses share, as a fraction to four places (Dice's coefficient over tokens: a Chinese character, a
 * Latin word, a number). Numbers of houses and rooms are what tells neighbours apart: where they differ, nothing is
 * shared.
 */
export function addressSimilarity(a: string, b: string, simplify: Simplify): Decimal {
  const [first, second] = [tokensOf(a, simplify), tokensOf(b, simplify)];
  const total = first.length + second.length;
  if (total === 0 || numbersOf(first) !== numbersOf(second)) return { units: 0n, scale: 4 };
  const left = new Map<string, number>();
  for (const token of second) left.set(token, (left.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of first) {
    const count = left.get(token) ?? 0;
    if (count === 0) continue;
    left.set(token, count - 1);
    common += 1;
  }
  return divide({ units: BigInt(2 * common), scale: 0 }, { units: BigInt(total), scale: 0 }, 4);
}

function tokensOf(address: string, simplify: Simplify): readonly string[] {
  return simplify(address.normalize("NFKC")).toLowerCase().match(TOKENS) ?? [];
}

function numbersOf(tokens: readonly string[]): string {
  return tokens
    .filter((token) => /^\d/.test(token))
    .toSorted()
    .join(" ");
}
