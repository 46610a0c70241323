import type { Accept } from "./acceptor";
import { parseCount } from "./parse-value";
import type { Form } from "./seek";

/** What goods are packed in. */
const PACKED =
  "packages?|cartons?|ctns?|pallets?|plts?|pkgs?|cases?|crates?|drums?|bags?|big ?bags?|sacks?|bales?|rolls?|reels?|coils?|bundles?|boxes|barrels?|cylinders?|totes?|ibcs?|skids?|kartons?|colis|colli|kolli|bultos|cajas|volumes|fardos|sacos|koli|pakete|packstücke|kisten|säcke|paletten|件|箱";

/** "46 WOODEN CRATES", "1,288 (UNFUMIGATED) STEEL DRUMS": of what a package is made. */
const MADE_OF =
  "(?:(?:wooden|steel|iron|plastic|fib(?:re|er)|paper|jute|poly|pp|pe|hdpe|jumbo|export|standard|ply ?wood|wood) ){0,2}";
/** Figures with marks of thousands or without. */
const COUNT = "\\d{1,3}(?:[, ]\\d{3})+|\\d{1,6}";

const COUNTED_PACKAGES = new RegExp(
  `(?<![\\d.-]|\\d,)(\\d{1,5})\\s*${MADE_OF}(?:${PACKED})(?:\\s?\\(\\s?e?s\\s?\\))?(?![\\p{L}])`,
  "iu",
);
const SAID = new RegExp(
  `(?:sa[il1]d to contain|s\\.?\\s?t\\.?\\s?c\\.?)\\s*:?\\s*(${COUNT})\\s*${MADE_OF}(?:${PACKED})(?![\\p{L}])`,
  "iu",
);

/** How much a carrier says is in the containers that he took over, or what he took over. */
export const saidToContain: Accept = (text) => {
  const match = SAID.exec(text);
  return match?.[1] ? parseCount(match[1].replace(/ /g, "")) : null;
};

/** A count before a word for packages; of several the one that adds up the others. */
export const COUNTED: Form = {
  accept: (text) => {
    const match = COUNTED_PACKAGES.exec(text);
    return match?.[1] ? parseCount(match[1]) : null;
  },
  trust: 0.85,
  isSum: true,
};

const ONES = [
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen",
  "eighteen nineteen",
]
  .join(" ")
  .split(" ");
const TENS = ". . twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** What each word adds or multiplies by. */
const ADDS = new Map([
  ...ONES.map((word, number) => [word, number] as const),
  ...TENS.map((word, number) => [word, number * 10] as const),
  ["fourty", 40] as const,
]);

/**
 * The number that English words write out: "two thousand six hundred (and) forty".
 * @returns null where a word is none of a number.
 */
export function numberInWords(text: string): number | null {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== "" && word !== "and");
  let [thousands, rest] = [0, 0];
  for (const word of words) {
    const added = ADDS.get(word);
    if (added !== undefined) rest += added;
    else if (word === "hundred" && rest > 0) rest *= 100;
    else if (word === "thousand" && rest > 0) [thousands, rest] = [thousands + rest * 1000, 0];
    else return null;
  }
  return words.length > 0 ? thousands + rest : null;
}

const WRITTEN_OUT = new RegExp(
  `(?:^|(?<!\\p{L})(?:say|total)\\s*:?\\s*)((?:\\p{L}+[\\s-]+){1,9}?)(?:\\(\\s*(${COUNT})\\s*\\)\\s*)?${MADE_OF}(?:${PACKED})(?:\\s?\\(\\s?e?s\\s?\\))?\\s*(?:only)?[\\s.*-]*$`,
  "iu",
);
/** Numbers of so many letters at most are written out on a line. */
const LONGEST = 140;

/** How many packages a form says in words, as carriers are asked to: "SAY SIX HUNDRED TWELVE CARTONS ONLY". */
export const packagesInWords: Accept = (text) => {
  const match = text.length > LONGEST ? null : WRITTEN_OUT.exec(text.trim());
  const number = match?.[1] ? numberInWords(match[1]) : null;
  return number === null || number === 0 ? null : String(number);
};
