import type { Feature } from "./features";
import { goodsTextOf } from "./goods-text";
import { hashOf } from "./hash";
import { historyFeatures, type SettledGoods, sharesWithTrained, type TrainedHistory } from "./history";
import { type Knowledge, lexiconFrom } from "./knowledge";
import { NATIONAL_LEVELS } from "./linear-model";
import { shippedBelief } from "./suggest";
import { type Outcome, surenessOf } from "./sureness";
import { type Example, randomFrom, trainLinear } from "./train-linear";
import { wordsOf } from "./words";

/** Goods of a file with all codes that are right for them; national where they are known. */
export interface HistoryRow extends Omit<SettledGoods, "code" | "by"> {
  readonly codes: readonly string[];
}

const OPTIONS = { levels: NATIONAL_LEVELS, epochs: 10, rate: 0.3, hidden: 0.3, leastSeen: 1, seed: 7 } as const;
/** Codes of which there are more examples count less each, because a rare code is asked for as well. */
const BALANCE = 0.7;
const USUAL_COUNT = 100;
/** Of each so many rows one is kept from a first training, to find out how sure the history may be. */
const KEPT_OF = 10;
const MOST_KEPT = 3000;

/**
 * Learns a sender's codes from settled goods. A tenth of them is first held back to find out how sure it may be of what
 * it has not seen; then all of them teach. Null where there is nothing to learn from. The same rows give the same history.
 */
export function trainHistory(rows: readonly HistoryRow[], knowledge: Knowledge): TrainedHistory | null {
  if (rows.length === 0) return null;
  const lexicon = new Set(knowledge.model.lexicon);
  for (const word of hanWords(rows)) lexicon.add(hashOf(word));
  const read = lexiconFrom(lexicon);
  const weightOf = weights(rows);
  const examples: readonly Example[] = rows.map((row) => ({
    features: historyFeatures(row, read),
    codes: row.codes,
    weight: weightOf(row),
  }));
  const random = randomFrom(OPTIONS.seed);
  const isKept = rows.map(() => random() < 1 / KEPT_OF);
  const linear = (of: readonly Example[]) =>
    trainLinear([...new Set(of.flatMap(({ codes }) => codes))].sort(), of, OPTIONS);
  const rehearsal = {
    linear: linear(examples.filter((_, index) => !isKept[index])),
    lexicon,
    sureness: surenessOf([]),
  };
  const outcomes = rows
    .flatMap((row, index) => (isKept[index] ? [{ row, features: examples[index]?.features ?? [] }] : []))
    .slice(0, MOST_KEPT)
    .map(({ row, features }) => outcomeOf(row, features, rehearsal, knowledge, weightOf(row)));
  return { linear: linear(examples), lexicon, sureness: surenessOf(outcomes) };
}

function outcomeOf(
  row: HistoryRow,
  features: readonly Feature[],
  trained: TrainedHistory,
  knowledge: Knowledge,
  weight: number,
): Outcome {
  const { shares, signs } = sharesWithTrained(trained, features, shippedBelief(knowledge, goodsTextOf(row)).shares);
  const first = shares.reduce((best, each) => (each.share > best.share ? each : best), { code: "", share: 0 });
  return { signs, isRight: row.codes.some((code) => code.startsWith(first.code)), weight };
}

/** Runs of Chinese characters that several rows set apart as words. */
function hanWords(rows: readonly HistoryRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { description } of rows)
    for (const { surface, script } of wordsOf(description))
      if (script === "han" && surface.length > 1 && surface.length <= 4)
        counts.set(surface, (counts.get(surface) ?? 0) + 1);
  return [...counts].filter(([, count]) => count >= 3).map(([word]) => word);
}

function weights(rows: readonly HistoryRow[]): (row: HistoryRow) => number {
  const counts = new Map<string, number>();
  const key = ({ codes }: HistoryRow) => codes[0]?.slice(0, 6) ?? "";
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return (row) => Math.min(4, Math.max(0.1, (USUAL_COUNT / (counts.get(key(row)) ?? 1)) ** BALANCE));
}
