import type { HistoryEntry, HistoryOutcome } from "./entry";

/** How much of what was inspected repeats a line of goods of before, and how often with the same outcome. */
export interface LookAlikes {
  /** Share of inspected entries whose line, by code, net weight to the gram and value or weight, another entry has as well. */
  readonly share: number;
  /** Of these, the share with the outcome that most of their line have. */
  readonly sameOutcome: number;
  /** For each inspected entry, by its id, how many inspected ones have the same line, itself counted. */
  readonly copies: ReadonlyMap<string, number>;
}

/** From which share on copies are too many to be trade that repeats. */
export const SUSPICIOUS_SHARE = 0.3;

/**
 * Finds goods lines that were copied: the same code and the same net weight under different importers. Where a source
 * made its lines by copying, a model could learn lines by heart and would look better than it is.
 */
export function lookAlikesOf(entries: readonly HistoryEntry[], outcomes: readonly HistoryOutcome[]): LookAlikes {
  const irregular = new Map(outcomes.map(({ entryId, isIrregular }) => [entryId, isIrregular]));
  const lines = new Map<string, { readonly ids: string[]; readonly importers: Set<string>; found: number }>();
  for (const entry of entries) {
    const isIrregular = irregular.get(entry.id);
    const key = lineOf(entry);
    if (isIrregular === undefined || key === null) continue;
    const line = lines.get(key) ?? { ids: [], importers: new Set<string>(), found: 0 };
    line.ids.push(entry.id);
    line.importers.add(entry.importer);
    if (isIrregular) line.found++;
    lines.set(key, line);
  }
  const copied = [...lines.values()].filter(({ importers }) => importers.size > 1);
  const copies = new Map(copied.flatMap(({ ids }) => ids.map((id) => [id, ids.length] as const)));
  const same = copied.reduce((sum, { ids, found }) => sum + Math.max(found, ids.length - found), 0);
  return {
    share: outcomes.length > 0 ? copies.size / outcomes.length : 0,
    sameOutcome: copies.size > 0 ? same / copies.size : Number.NaN,
    copies,
  };
}

/** Round weights are the same by chance; only those to three digits or more tell a line. */
function lineOf({ commodityCode, netKg }: HistoryEntry): string | null {
  if (netKg === null || netKg <= 0) return null;
  const digits = String(netKg)
    .replace(".", "")
    .replace(/^0+|0+$/g, "");
  return digits.length >= 3 ? `${commodityCode} ${netKg}` : null;
}
