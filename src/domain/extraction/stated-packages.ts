import type { Accept } from "./acceptor";
import { parseCount } from "./parse-value";
import type { Form } from "./seek";

/** What goods are packed in. */
const PACKED =
  "packages?|cartons?|ctns?|pallets?|plts?|pkgs?|cases?|crates?|drums?|bags?|big ?bags?|sacks?|bales?|rolls?|reels?|coils?|bundles?|boxes|barrels?|cylinders?|totes?|ibcs?|skids?|kartons?|colis|colli|kolli|bultos|cajas|volumes|fardos|sacos|koli|pakete|packstücke|(?:holz)?kisten|säcke|paletten|palettes?|palety?|sacas|caisses|scatole|skrzy(?:nie|ń|n)|çuval|件|箱";

/** "46 WOODEN CRATES", "1,288 (UNFUMIGATED) STEEL DRUMS": of what a package is made. */
const MADE_OF =
  "(?:(?:wooden|steel|iron|plastic|fib(?:re|er)|paper|jute|poly|pp|pe|hdpe|jumbo|export|standard|master|ply ?wood|wood) ){0,2}";
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

/** What each word adds. */
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
  const [before, behind, ...others] = words.join(" ").split(/ ?\bthousand\b ?/);
  if (others.length > 0 || before === undefined || before === "") return null;
  const thousands = behind === undefined ? 0 : belowThousand(before);
  const rest = behind === "" ? 0 : belowThousand(behind ?? before);
  return thousands === null || rest === null ? null : thousands * 1000 + rest;
}

/** "Six hundred forty two"; "one five zero" spells figures and "two three" are two numbers. */
function belowThousand(text: string): number | null {
  const [before = "", behind, ...others] = text.split(/ ?\bhundred\b ?/);
  if (others.length > 0) return null;
  if (behind === undefined) return belowHundred(before);
  const hundreds = ONES.indexOf(before);
  const rest = behind === "" ? 0 : belowHundred(behind);
  return hundreds < 1 || rest === null ? null : hundreds * 100 + rest;
}

/** One word, or a ten with the ones behind it. */
function belowHundred(text: string): number | null {
  const [first = "", ones, ...others] = text.split(" ");
  const [ten, one] = [ADDS.get(first), ONES.indexOf(ones ?? "")];
  if (ten === undefined || others.length > 0) return null;
  if (ones === undefined) return ten;
  return ten >= 20 && one >= 1 && one <= 9 ? ten + one : null;
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
  const figures = match?.[2] ? parseCount(match[2].replace(/ /g, "")) : null;
  // Where the figures behind the words are others, one of the two is wrong.
  return number === null || number === 0 || (figures !== null && figures !== String(number)) ? null : String(number);
};
