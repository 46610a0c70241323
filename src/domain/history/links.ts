import type { HistoryEntry } from "./entry";

type Part =
  | "office"
  | "mode"
  | "importer"
  | "declarant"
  | "exporter"
  | "code"
  | "heading"
  | "chapter"
  | "origin"
  | "dispatch"
  | "preference"
  | "age";

/** What of an entry others may share with it. The empty text is nothing that can be shared, but no preference is a choice. */
const PARTS: Readonly<Record<Part, (entry: HistoryEntry) => string>> = {
  office: ({ office }) => office,
  mode: ({ mode }) => mode,
  importer: ({ importer }) => importer,
  declarant: ({ declarant }) => declarant,
  exporter: ({ exporter }) => exporter,
  code: ({ commodityCode }) => commodityCode.slice(0, 6),
  heading: ({ commodityCode }) => commodityCode.slice(0, 4),
  chapter: ({ commodityCode }) => commodityCode.slice(0, 2),
  origin: ({ origin }) => origin,
  dispatch: ({ dispatch }) => dispatch,
  preference: ({ preference }) => preference || "none",
  age: ({ importerAgeWeeks }) => ageBand(importerAgeWeeks),
};

/** Importers by how long they are registered: half a year, two years, longer. */
function ageBand(weeks: number | null): string {
  if (weeks === null) return "";
  if (weeks < 26) return "new";
  return weeks < 104 ? "young" : "old";
}

/** What is remembered apart: each part that counts by itself, and parts that come together. */
export const LINKS = {
  importer: ["importer"],
  declarant: ["declarant"],
  exporter: ["exporter"],
  code: ["code"],
  heading: ["heading"],
  chapter: ["chapter"],
  origin: ["origin"],
  office: ["office"],
  importerExporter: ["importer", "exporter"],
  importerCode: ["importer", "code"],
  importerChapter: ["importer", "chapter"],
  importerOrigin: ["importer", "origin"],
  importerDeclarant: ["importer", "declarant"],
  exporterCode: ["exporter", "code"],
  exporterChapter: ["exporter", "chapter"],
  exporterDeclarant: ["exporter", "declarant"],
  declarantOrigin: ["declarant", "origin"],
  declarantChapter: ["declarant", "chapter"],
  declarantMode: ["declarant", "mode"],
  codeOrigin: ["code", "origin"],
  chapterOrigin: ["chapter", "origin"],
  route: ["origin", "dispatch"],
  routeMode: ["dispatch", "mode"],
  preferenceRoute: ["preference", "dispatch"],
  preferenceOrigin: ["preference", "origin"],
  officeMode: ["office", "mode"],
  newcomersOfMode: ["age", "mode"],
  newcomersOfRoute: ["age", "dispatch"],
  newcomersOfDeclarant: ["age", "declarant"],
} as const satisfies Readonly<Record<string, readonly [Part, ...Part[]]>>;

export type LinkName = keyof typeof LINKS;
export const LINK_NAMES = Object.keys(LINKS) as readonly LinkName[];

/** Room for the numbers of the second part beside those of the first. */
const ROOM = 2 ** 26;
const PART_NAMES = Object.keys(PARTS) as readonly Part[];
const LINK_PARTS = LINK_NAMES.map((name) => {
  const [first, second]: readonly Part[] = LINKS[name];
  return { first: PART_NAMES.indexOf(first ?? "code"), second: second ? PART_NAMES.indexOf(second) : -1 };
});

/** Gives numbers to words, in the order in which they come. */
export class LinkKeys {
  readonly #numbers = PART_NAMES.map(() => new Map<string, number>());

  /** For each link, in the order of LINK_NAMES, a number that entries share who share it; -1 where a part is not stated. */
  keysOf(entry: HistoryEntry): Float64Array {
    const numbers = PART_NAMES.map((part, index) => this.#numberOf(index, PARTS[part](entry)));
    return Float64Array.from(LINK_PARTS, ({ first, second }) => {
      const one = numbers[first] ?? -1;
      if (second < 0 || one < 0) return one;
      const other = numbers[second] ?? -1;
      return other < 0 ? -1 : one * ROOM + other;
    });
  }

  #numberOf(part: number, word: string): number {
    const known = this.#numbers[part];
    if (word === "" || !known) return -1;
    const number = known.get(word);
    if (number !== undefined) return number;
    known.set(word, known.size);
    return known.size - 1;
  }
}
