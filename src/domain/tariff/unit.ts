import type { SpecificUnit } from "./measure";

/** The codes of UNECE Recommendation 20, which need no translation. */
export const UNIT_CODE: Readonly<Record<SpecificUnit, string>> = { litre: "LTR", kilogram: "KGM", piece: "C62" };

/** Those codes and the words that invoices use for them. */
const UNIT_WORDS: Readonly<Record<SpecificUnit, readonly string[]>> = {
  litre: ["l", "ltr", "ltrs", "litre", "litres", "liter", "liters", "升"],
  kilogram: ["kg", "kgs", "kgm", "kilogram", "kilograms", "千克", "公斤"],
  piece: ["pc", "pcs", "pce", "piece", "pieces", "c62", "nmb", "h87", "个", "件", "台"],
};

/** Other words under which whole articles are counted, each of at least one piece. */
const COUNTED = [
  "ea",
  "each",
  "unit",
  "units",
  "nos",
  "set",
  "sets",
  "pair",
  "pairs",
  "pr",
  "prs",
  "只",
  "块",
  "枚",
  "支",
  "套",
  "双",
];

/** Whether the declared unit is the one that the tariff counts in. */
export function isUnit(declared: string | null, unit: SpecificUnit): boolean {
  return UNIT_WORDS[unit].includes(plain(declared ?? ""));
}

/**
 * Whether the quantity is a number of articles, so that a price for one can be seen. Without a unit it is, for then an
 * invoice counts; in grams or litres it is not, and a threshold of one piece must not be measured in it.
 */
export function countsPieces(declared: string | null): boolean {
  const word = plain(declared ?? "");
  return word === "" || UNIT_WORDS.piece.includes(word) || COUNTED.includes(word);
}

function plain(unit: string): string {
  return unit.normalize("NFKC").trim().toLowerCase().replace(/\.$/, "");
}
