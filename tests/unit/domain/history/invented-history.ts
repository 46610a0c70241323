import { randomFrom } from "@/domain/classification/train-linear";
import { dayNumber, dayOf } from "@/domain/history/day-number";
import type { Basis, HistoryEntry, HistoryOutcome, Irregularity } from "@/domain/history/entry";

const FIRST_DAY = 20_000;

export interface InventedHistory {
  readonly entries: readonly HistoryEntry[];
  readonly outcomes: readonly HistoryOutcome[];
}

/** An entry with nothing unusual in it. */
export function entryOf(over: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id: "E1",
    day: "2026-01-05",
    office: "O1",
    mode: "SEA",
    importer: "I1",
    isCertified: false,
    importerAgeWeeks: 200,
    declarant: "D1",
    exporter: "X1",
    commodityCode: "851712",
    origin: "CN",
    dispatch: "CN",
    preference: "",
    packages: 10,
    grossKg: 110,
    netKg: 100,
    invoiceValue: 1000,
    freight: 60,
    dutyRate: 5,
    duty: 53,
    vat: 140,
    documents: 2,
    ...over,
  };
}

/**
 * A history in which a few importers and low prices are irregular: `count` entries over `days` days, of which one in two
 * is inspected, by rules or by chance. The same seed gives the same history.
 */
export function inventedHistory(count: number, days = 200, seed = 1): InventedHistory {
  const random = randomFrom(seed);
  const pick = (most: number) => Math.floor(random() * most);
  const outcomes: HistoryOutcome[] = [];
  const entries = Array.from({ length: count }, (_, index): HistoryEntry => {
    const day = Math.floor((index * days) / count);
    const importer = pick(40);
    const isLow = random() < 0.08;
    const isIrregular = random() < chanceOf(isLow, importer);
    const entry = {
      ...goodsOf(isIrregular, isLow, random),
      id: `E${index}`,
      day: dayOf(FIRST_DAY + day),
      importer: `I${importer}`,
    };
    if (random() < 0.5) outcomes.push(outcomeOf(entry, isIrregular, isLow, random() < 0.5 ? "rule" : "random"));
    return entryOf({
      ...entry,
      office: `O${pick(3)}`,
      importerAgeWeeks: random() < 0.05 ? null : 5 + importer * 10,
      declarant: `D${pick(5)}`,
      exporter: `X${pick(30)}`,
      commodityCode: `8517${10 + pick(5)}`,
      origin: pick(2) === 0 ? "CN" : "VN",
    });
  });
  return { entries, outcomes };
}

function goodsOf(isIrregular: boolean, isLow: boolean, random: () => number) {
  const netKg = 50 + Math.round(random() * 9000) / 10;
  const price = (isIrregular && isLow ? 3 : 10) * (0.8 + 0.4 * random());
  const grossKg = netKg * (isIrregular && !isLow ? 1.5 : 1.1);
  return { netKg, grossKg, invoiceValue: Math.round(netKg * price * 100) / 100 };
}

function outcomeOf(
  { id, day, netKg }: { readonly id: string; readonly day: string; readonly netKg: number },
  isIrregular: boolean,
  isLow: boolean,
  basis: Basis,
): HistoryOutcome {
  const irregularity = isIrregular ? kindOf(isLow) : null;
  const revenue = isIrregular ? Math.round(netKg * 2) : 0;
  return { entryId: id, knownOn: dayOf(dayNumber(day) + 7), basis, isIrregular, irregularity, revenue };
}

function chanceOf(isLow: boolean, importer: number): number {
  if (isLow) return 0.7;
  return importer < 3 ? 0.5 : 0.02;
}

function kindOf(isLow: boolean): Irregularity {
  return isLow ? "VALUE" : "QUANTITY";
}
