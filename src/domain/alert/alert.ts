import { holdsOn, type LocalDate, type Validity } from "../shared/local-date";

/** Goods that an officer wants stopped. What is left out counts for all goods; something is always said. */
export interface AlertScope {
  readonly commodityPrefix: string | null;
  /** ISO 3166 alpha-2. */
  readonly origin: string | null;
  /** Who made or sold them, or the registration number of that. */
  readonly producer: string | null;
  /** Words of a batch or lot; one of them in the description is enough. */
  readonly words: readonly string[];
}

/** An alert that is in force for a time. */
export interface Alert extends AlertScope, Validity {
  readonly id: string;
  readonly reason: string;
  readonly citation: string;
}

/** A line of goods, as far as an alert asks. */
export interface LineFacts {
  readonly commodityCode: string;
  readonly origin: string;
  /** Everybody whom the papers name as maker or seller, and the number of the producer. */
  readonly producers: readonly string[];
  readonly description: string;
}

/** Whether the scope says anything; one that does not would stop all goods. */
export function isScoped({ commodityPrefix, origin, producer, words }: AlertScope): boolean {
  return Boolean(
    commodityPrefix || origin || (producer && folded(producer) !== "") || words.some((word) => folded(word) !== ""),
  );
}

/** Whether the line is of the goods that the scope names: everything that is said must fit. */
export function isHit({ commodityPrefix, origin, producer, words }: AlertScope, line: LineFacts): boolean {
  const description = ` ${folded(line.description)} `;
  const makers = [...line.producers, line.description].map(folded);
  return (
    (commodityPrefix === null || line.commodityCode.startsWith(commodityPrefix)) &&
    (origin === null || line.origin === origin) &&
    (producer === null || folded(producer) === "" || makers.some((maker) => maker.includes(folded(producer)))) &&
    (words.length === 0 || words.some((word) => description.includes(` ${folded(word)} `)))
  );
}

/** The alerts of the day that one of the lines is of, in the order in which they are given. */
export function alertsHitting<A extends Alert>(
  alerts: readonly A[],
  lines: readonly LineFacts[],
  day: LocalDate,
): readonly A[] {
  return alerts.filter((alert) => holdsOn(alert, day) && lines.some((line) => isHit(alert, line)));
}

/** Letters and digits alone, in small letters, with one space between: how a batch is spelled does not matter. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
