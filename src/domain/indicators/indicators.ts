import type { HistoryEntry, HistoryOutcome } from "../history/entry";
import { daysBetween, type LocalDate } from "../shared/local-date";
import type { Ties } from "./ties";

/** How far back the ties between people are looked for. */
const TIE_DAYS = 30;
/** Fewer prices than this are no usual price. */
const PRICES_NEEDED = 10;
/** A usual price is taken of so many of the last prices. */
const PRICES_KEPT = 200;

/** What the history says of a line on its day. Null where too little is known to say anything. */
export interface HistoryIndicators {
  /** The median price for a kilogram of the code and origin, in the currency of the history. */
  readonly typicalUnitPrice: number | null;
  /** The line's price for a kilogram, against the usual one. */
  readonly priceRatio: number | null;
  /** Lines of the importer before the day. */
  readonly earlierDeclarations: number;
  /** The share of the importer's lines that were looked at in which something was found. */
  readonly foundRate: number | null;
  /** Whether the importer has not bought from the exporter before. */
  readonly newPair: boolean;
  readonly sameAddressPersons30d: number;
  readonly samePhonePersons30d: number;
  readonly samePayerPersons30d: number;
  readonly ordersOfConsumer30d: number;
}

/** The price for a kilogram net; null where price or weight is not stated. */
export function unitPriceOf({ invoiceValue, netKg }: Pick<HistoryEntry, "invoiceValue" | "netKg">): number | null {
  return invoiceValue === null || netKg === null || netKg <= 0 ? null : invoiceValue / netKg;
}

/**
 * The indicators that rules read, kept up from entry to entry. Ask for all entries of a day before any of them is
 * absorbed, and absorb an outcome on the day on which it became known: then nothing is known before its time.
 */
export class IndicatorState {
  readonly #prices = new Map<string, number[]>();
  readonly #importers = new Map<string, { lines: number; looked: number; found: number }>();
  readonly #pairs = new Set<string>();
  readonly #importerOf = new Map<string, string>();
  /** By kind of tie and its token: the consumers and the day on which each was last seen. */
  readonly #ties = new Map<string, Map<string, LocalDate>>();
  readonly #orders = new Map<string, LocalDate[]>();

  /** What was known of the entry's parties and goods before it. */
  of(entry: HistoryEntry, ties: Ties): HistoryIndicators {
    const typicalUnitPrice = median(this.#prices.get(goodsKey(entry)) ?? []);
    const unitPrice = unitPriceOf(entry);
    const importer = this.#importers.get(entry.importer);
    return {
      typicalUnitPrice,
      priceRatio: typicalUnitPrice === null || unitPrice === null ? null : unitPrice / typicalUnitPrice,
      earlierDeclarations: importer?.lines ?? 0,
      foundRate: importer && importer.looked > 0 ? importer.found / importer.looked : null,
      newPair: !this.#pairs.has(pairKey(entry)),
      sameAddressPersons30d: this.#persons("address", ties.address, ties.consumer, entry.day),
      samePhonePersons30d: this.#persons("phone", ties.phone, ties.consumer, entry.day),
      samePayerPersons30d: this.#persons("payer", ties.payer, ties.consumer, entry.day),
      ordersOfConsumer30d: (this.#orders.get(ties.consumer) ?? []).filter((day) => isRecent(day, entry.day)).length,
    };
  }

  /** Takes in what was declared. A declaration of several lines counts once, by its first. */
  absorb(entry: HistoryEntry, ties: Ties, isFirstLine = true): void {
    const unitPrice = unitPriceOf(entry);
    if (unitPrice !== null && unitPrice > 0) {
      const prices = this.#prices.get(goodsKey(entry)) ?? [];
      prices.push(unitPrice);
      if (prices.length > PRICES_KEPT) prices.shift();
      this.#prices.set(goodsKey(entry), prices);
    }
    const importer = this.#importers.get(entry.importer) ?? { lines: 0, looked: 0, found: 0 };
    if (isFirstLine) importer.lines += 1;
    this.#importers.set(entry.importer, importer);
    this.#pairs.add(pairKey(entry));
    this.#importerOf.set(entry.id, entry.importer);
    if (ties.consumer === "" || !isFirstLine) return;
    for (const kind of ["address", "phone", "payer"] as const) {
      if (ties[kind] === "") continue;
      const key = `${kind}:${ties[kind]}`;
      const persons = this.#ties.get(key) ?? new Map<string, LocalDate>();
      persons.set(ties.consumer, entry.day);
      this.#ties.set(key, persons);
    }
    const orders = (this.#orders.get(ties.consumer) ?? []).filter((day) => isRecent(day, entry.day));
    orders.push(entry.day);
    this.#orders.set(ties.consumer, orders);
  }

  /** Takes in what a look brought to light. An outcome of an entry that was never absorbed says nothing. */
  absorbOutcome(outcome: HistoryOutcome): void {
    const importer = this.#importers.get(this.#importerOf.get(outcome.entryId) ?? "");
    if (!importer) return;
    importer.looked += 1;
    if (outcome.isIrregular) importer.found += 1;
  }

  /** How many people the tie joins, with the one of the order. */
  #persons(kind: string, token: string, consumer: string, day: LocalDate): number {
    if (token === "" || consumer === "") return 0;
    const others = [...(this.#ties.get(`${kind}:${token}`) ?? [])].filter(
      ([person, seen]) => person !== consumer && isRecent(seen, day),
    );
    return others.length + 1;
  }
}

function isRecent(day: LocalDate, now: LocalDate): boolean {
  return daysBetween(day, now) <= TIE_DAYS;
}

function goodsKey({ commodityCode, origin }: HistoryEntry): string {
  return `${commodityCode.slice(0, 6)}:${origin}`;
}

function pairKey({ importer, exporter }: HistoryEntry): string {
  return `${importer}|${exporter}`;
}

function median(values: readonly number[]): number | null {
  if (values.length < PRICES_NEEDED) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}
