/** Text in the two languages of the product. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** One chapter (2 digits), heading (4) or subheading (6) of the Harmonized System, with the words by which trade knows it. */
export interface NomenclatureEntry extends Bilingual {
  readonly code: string;
  readonly wordsEn: readonly string[];
  readonly wordsZh: readonly string[];
}

/** A step of the path from the chapter to a code. */
export interface PathStep extends Bilingual {
  readonly code: string;
}

export interface Nomenclature {
  /** Year of the edition, such as 2022. */
  readonly edition: number;
  readonly entries: ReadonlyMap<string, NomenclatureEntry>;
  /** All codes of six digits, ascending. */
  readonly subheadings: readonly string[];
}

/** First chapter after the last of each section of the HS 2022, in order (sections I to XXI). Source: WCO, HS 2022. */
const SECTION_ENDS = [5, 14, 15, 24, 27, 38, 40, 43, 46, 49, 63, 67, 70, 71, 83, 85, 89, 92, 93, 96, 97];

/**
 * Reads an edition from its table: a header line, then code, name in English, name in Chinese, trade words in English
 * and in Chinese (semicolons between), with tabs. Throws, naming the line, when a line has another shape.
 */
export function parseNomenclature(edition: number, table: string): Nomenclature {
  const entries = new Map<string, NomenclatureEntry>();
  for (const [index, line] of table.split("\n").entries()) {
    if (index === 0 || line.trim() === "") continue;
    const [code, en, zh, wordsEn, wordsZh] = line.split("\t");
    if (!code || !/^(\d{2}|\d{4}|\d{6})$/.test(code) || !en || !zh)
      throw new Error(`Line ${index + 1} of the nomenclature ${edition} is not code, name, name, words, words.`);
    entries.set(code, { code, en, zh, wordsEn: listed(wordsEn), wordsZh: listed(wordsZh) });
  }
  const subheadings = [...entries.keys()].filter((code) => code.length === 6).sort();
  return { edition, entries, subheadings };
}

/** The parts of a list with semicolons between, without blanks and empty ones. */
export function listed(text: string | undefined): readonly string[] {
  return (text ?? "")
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The section (1 to 21) of a code of two digits or more. */
export function sectionOf(code: string): number {
  const chapter = Number(code.slice(0, 2));
  return SECTION_ENDS.findIndex((last) => chapter <= last) + 1;
}

/** The six digits of a code that may be longer and may be written with dots or blanks; null where there are fewer. */
export function subheadingOf(code: string): string | null {
  const digits = code.replace(/[\s.]/g, "");
  return /^\d{6,}$/.test(digits) ? digits.slice(0, 6) : null;
}

/** Whether the edition has this code as a subheading; a longer, national code counts by its first six digits. */
export function isSubheading(nomenclature: Nomenclature, code: string): boolean {
  const six = subheadingOf(code);
  return six !== null && nomenclature.entries.has(six);
}

/** Chapter, heading and subheading of a code, with their names; steps that the edition does not have are left out. */
export function pathOf(nomenclature: Nomenclature, code: string): readonly PathStep[] {
  return [2, 4, 6].flatMap((length) => {
    const entry = code.length >= length ? nomenclature.entries.get(code.slice(0, length)) : undefined;
    return entry ? [{ code: entry.code, en: entry.en, zh: entry.zh }] : [];
  });
}
