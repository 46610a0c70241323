import type { HistoryEntry, HistoryOutcome } from "./entry";

type Field = Exclude<keyof HistoryEntry, "isCertified">;

const WORDS = [
  "id",
  "day",
  "office",
  "mode",
  "importer",
  "declarant",
  "exporter",
  "commodityCode",
  "origin",
  "dispatch",
  "preference",
] as const satisfies readonly Field[];
const NUMBERS = [
  "importerAgeWeeks",
  "packages",
  "grossKg",
  "netKg",
  "invoiceValue",
  "freight",
  "dutyRate",
  "duty",
  "vat",
  "documents",
] as const satisfies readonly Field[];

/** A column of words: the different ones, and which of them each entry has. */
interface Words {
  readonly words: readonly string[];
  readonly places: Int32Array;
}

/** A history by columns, small enough to stand beside a model. */
export interface HistoryColumns {
  readonly count: number;
  readonly words: Readonly<Record<(typeof WORDS)[number], Words>>;
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], Float64Array>>;
  readonly certified: Uint8Array;
  readonly outcomes: readonly HistoryOutcome[];
}

/** Puts a history into columns; `historyFrom` gives it back as it was. */
export function columnsOf(entries: readonly HistoryEntry[], outcomes: readonly HistoryOutcome[]): HistoryColumns {
  return {
    count: entries.length,
    words: record(WORDS, (field) => wordsOf(entries.map((entry) => entry[field]))),
    numbers: record(NUMBERS, (field) => Float64Array.from(entries, (entry) => entry[field] ?? Number.NaN)),
    certified: Uint8Array.from(entries, ({ isCertified }) => (isCertified ? 1 : 0)),
    outcomes,
  };
}

/** The entries and outcomes of columns. */
export function historyFrom(columns: HistoryColumns): {
  readonly entries: readonly HistoryEntry[];
  readonly outcomes: readonly HistoryOutcome[];
} {
  const word = (field: (typeof WORDS)[number], row: number) => {
    const { words, places } = columns.words[field];
    return words[places[row] ?? -1] ?? "";
  };
  const number = (field: (typeof NUMBERS)[number], row: number) => {
    const value = columns.numbers[field][row] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  const entries = Array.from(
    { length: columns.count },
    (_, row): HistoryEntry => ({
      ...record(WORDS, (field) => word(field, row)),
      ...record(NUMBERS, (field) => number(field, row)),
      isCertified: columns.certified[row] === 1,
    }),
  );
  return { entries, outcomes: columns.outcomes };
}

function record<K extends string, V>(keys: readonly K[], of: (key: K) => V): Record<K, V> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
}

function wordsOf(values: readonly string[]): Words {
  const places = new Map<string, number>();
  const each = Int32Array.from(values, (value) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    places.set(value, places.size);
    return places.size - 1;
  });
  return { words: [...places.keys()], places: each };
}
