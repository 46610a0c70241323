import type { HistoryEntry, HistoryOutcome } from "./entry";

/** How much of what was inspected repeats a line of goods, and how often with the same outcome. */
export interface LookAlikes {
  /** Share of inspected entries whose code and net weight an inspected entry of another importer has as well. */
  readonly share: number;
  /** Of these, the share with the outcome that most of their line have. */
  readonly sameOutcome: number;
  /** What may be learned from: all outcomes, or where too many lines are copies, of each line the first one. */
  readonly learnable: readonly HistoryOutcome[];
}

/** From which share on copies are too many to be trade that repeats by chance. */
export const SUSPICIOUS_SHARE = 0.3;

interface Line {
  readonly outcomes: HistoryOutcome[];
  readonly importers: Set<string>;
}

/**
 * Finds goods lines that were copied: the same code and the same net weight under different importers. Where a source
 * made its lines by copying, a model could learn lines by heart and would look better than it is; there, a line teaches
 * once.
 */
export function lookAlikesOf(entries: readonly HistoryEntry[], outcomes: readonly HistoryOutcome[]): LookAlikes {
  const byEntry = new Map(outcomes.map((outcome) => [outcome.entryId, outcome]));
  const lines = new Map<string, Line>();
  for (const { id, commodityCode, netKg, importer } of entries) {
    const outcome = byEntry.get(id);
    if (!outcome || netKg === null || netKg <= 0) continue;
    const key = `${commodityCode} ${netKg}`;
    const line = lines.get(key) ?? { outcomes: [], importers: new Set<string>() };
    line.outcomes.push(outcome);
    line.importers.add(importer);
    lines.set(key, line);
  }
  const copied = [...lines.values()].filter(({ importers }) => importers.size > 1);
  const count = copied.reduce((sum, line) => sum + line.outcomes.length, 0);
  const share = outcomes.length > 0 ? count / outcomes.length : 0;
  const same = copied.reduce((sum, line) => sum + usual(line), 0);
  return {
    share,
    sameOutcome: count > 0 ? same / count : Number.NaN,
    learnable: share > SUSPICIOUS_SHARE ? withoutRepeats(outcomes, copied) : outcomes,
  };
}

/** How many of a line have the outcome that most of it have. */
function usual({ outcomes }: Line): number {
  const irregular = outcomes.filter(({ isIrregular }) => isIrregular).length;
  return Math.max(irregular, outcomes.length - irregular);
}

function withoutRepeats(outcomes: readonly HistoryOutcome[], copied: readonly Line[]): readonly HistoryOutcome[] {
  const repeats = new Set(copied.flatMap((line) => line.outcomes.slice(1)));
  return outcomes.filter((outcome) => !repeats.has(outcome));
}
