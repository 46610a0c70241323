import type { HistoryOutcome } from "../history/entry";
import { addDays, type LocalDate } from "../shared/local-date";
import { type Chance, createChance } from "./chance";
import type { GeneratedLine } from "./generated-line";
import { makeLine } from "./line";
import { makeTraders, type Trader } from "./traders";

/** Which year is made. */
export interface YearOrder {
  readonly seed: number;
  /** The first day of the year. */
  readonly from: LocalDate;
  readonly days: number;
  /** Lines of an average day. */
  readonly perDay: number;
  readonly traders: number;
}

/** Days until the result of a look is written down. */
const RESULT_DAYS = 7;
/** Even who looks does not see all. */
const SEEN = 0.95;
/** How much of what no rule chose is looked at by chance. */
const BY_CHANCE = 0.035;

/**
 * A year of trade that never happened: enterprises with their habits, goods with their prices, and four kinds of
 * smugglers among them. It is labelled as generated wherever it is kept. What is known of it is what an office would
 * know: results of looks alone, a week later, and of what was chosen by simple rules or by chance.
 */
export function generateYear(order: YearOrder): readonly GeneratedLine[] {
  const chance = createChance(order.seed);
  const traders = makeTraders(chance, order.traders);
  const suspects = new Set<string>();
  const waiting: { readonly on: LocalDate; readonly importer: string }[] = [];
  const lines: GeneratedLine[] = [];
  for (let index = 0; index < order.days; index += 1) {
    const day = addDays(order.from, index);
    while (waiting[0] && waiting[0].on <= day) suspects.add(waiting.shift()?.importer ?? "");
    const busy = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0 ? 0.35 : 1.25;
    const count = Math.max(1, Math.round(order.perDay * busy * (1 + 0.15 * chance.normal())));
    for (let each = 0; each < count; each += 1) {
      const trader = chooseTrader(chance, traders, index);
      const line = makeLine(chance, trader, { day, dayOfYear: index, id: idOf(order.seed, lines.length) });
      const outcome = look(chance, line, suspects);
      if (outcome?.isIrregular) waiting.push({ on: outcome.knownOn, importer: line.entry.importer });
      lines.push({ ...line, outcome });
    }
  }
  return lines;
}

/** Who trades today: the great ones oftener, those that are registered already. */
function chooseTrader(chance: Chance, traders: readonly Trader[], dayOfYear: number): Trader {
  for (;;) {
    const trader = chance.pick(traders);
    const isThere = trader.ageWeeks * 7 + dayOfYear >= 0;
    if (isThere && chance.next() < Math.min(1, trader.weight / 4)) return trader;
  }
}

/** The office of the generated year looks at low prices, at who was caught before, at some controlled goods, and by chance. */
function look(
  chance: Chance,
  { entry, truth }: Omit<GeneratedLine, "outcome">,
  suspects: ReadonlySet<string>,
): HistoryOutcome | null {
  const isSuspect = suspects.has(entry.importer) && chance.happens(0.5);
  const isNewcomer = (entry.importerAgeWeeks ?? 0) < 20 && !entry.isCertified && chance.happens(0.2);
  const isChosen = isSuspect || isNewcomer || chance.happens(0.03);
  if (!isChosen && !chance.happens(BY_CHANCE)) return null;
  const isIrregular = truth !== null && chance.happens(SEEN);
  return {
    entryId: entry.id,
    knownOn: addDays(entry.day, RESULT_DAYS),
    basis: isChosen ? "rule" : "random",
    isIrregular,
    irregularity: isIrregular ? truth.irregularity : null,
    revenue: isIrregular ? truth.revenue : 0,
  };
}

/** A name-like UUID, so that the same year has the same ids. */
function idOf(seed: number, index: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, "0").slice(-digits);
  return `${hex(seed >>> 0, 8)}-0000-7000-8000-${hex(index, 12)}`;
}
