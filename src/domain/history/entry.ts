import type { LocalDate } from "../shared/local-date";

/**
 * One line of goods of a declaration, as it was known on the day it was lodged: what risk is learned from and asked of.
 * Amounts and quantities are plain numbers here, for statistics; what is owed is computed elsewhere, exactly. A value
 * that was not stated is null (numbers) or the empty string (words), never a guess.
 */
export interface HistoryEntry {
  readonly id: string;
  /** The day of lodging, at the customs office. */
  readonly day: LocalDate;
  readonly office: string;
  /** AIR, SEA, ROAD, RAIL, POST, or as the source writes it. */
  readonly mode: string;
  /** Who imports: the key of a firm, or of a person by a token that names nobody. */
  readonly importer: string;
  /** Whether an AEO authorisation of either certified tier counted on the day. */
  readonly isCertified: boolean;
  /** Whole weeks since the importer was registered. */
  readonly importerAgeWeeks: number | null;
  /** Who declares for the importer. */
  readonly declarant: string;
  readonly exporter: string;
  /** Six digits or more. */
  readonly commodityCode: string;
  /** ISO 3166 alpha-2. */
  readonly origin: string;
  /** Where the goods were sent from, ISO 3166 alpha-2. */
  readonly dispatch: string;
  /** The agreement under which a preference is claimed; empty for none. */
  readonly preference: string;
  readonly packages: number | null;
  readonly grossKg: number | null;
  readonly netKg: number | null;
  /** What the invoice asks for the goods; one currency for a whole history. */
  readonly invoiceValue: number | null;
  readonly freight: number | null;
  /** Per cent. */
  readonly dutyRate: number | null;
  readonly duty: number | null;
  readonly vat: number | null;
  /** How many papers were handed in. */
  readonly documents: number | null;
}

/** The kinds of irregularity: WCO terms, in the order of the reports. */
export const IRREGULARITIES = ["VALUE", "CLASSIFICATION", "ORIGIN", "QUANTITY", "ENTITY", "CONTROLLED"] as const;
export type Irregularity = (typeof IRREGULARITIES)[number];

/** Why a declaration was looked at: what is found by chance says something about all, what rules chose does not. */
export const BASES = ["rule", "score", "random", "exploration", "other"] as const;
export type Basis = (typeof BASES)[number];

/** What a look at the goods or papers of an entry brought to light. Without one, nothing is known of the entry. */
export interface HistoryOutcome {
  readonly entryId: string;
  /** The day on which it became known; nothing before that day may use it. */
  readonly knownOn: LocalDate;
  readonly basis: Basis;
  readonly isIrregular: boolean;
  /** Null where nothing was found, or the kind was not recorded. */
  readonly irregularity: Irregularity | null;
  /** Duty and taxes that were evaded, in the currency of the history; 0 where nothing was found. */
  readonly revenue: number;
}
