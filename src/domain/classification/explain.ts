import type { Feature } from "./features";
import { type LinearModel, scaleOf } from "./linear-model";

const MOST_WORDS = 4;

/**
 * The words of a text that speak for one code against others, those that decided most first: by what the features of
 * each word add to the code's logit beyond what they add to the others on average.
 */
export function decidingWords(
  model: LinearModel,
  features: readonly Feature[],
  code: number,
  others: readonly number[],
): readonly string[] {
  const known = features.filter(({ key, word }) => model.features.has(key) && word !== "");
  const scale = scaleOf(known.map(({ weight }) => weight));
  const byWord = new Map<string, number>();
  for (const { key, weight, word } of known) {
    const feature = model.features.get(key) ?? 0;
    const against =
      others.reduce((sum, other) => sum + weightOf(model, feature, other), 0) / Math.max(1, others.length);
    const share = (weightOf(model, feature, code) - against) * weight * scale;
    // A pair of words speaks for each of them.
    const single = word.split(" ");
    for (const each of single) byWord.set(each, (byWord.get(each) ?? 0) + share / single.length);
  }
  const ranked = [...byWord].filter(([, share]) => share > 0).sort(([, a], [, b]) => b - a);
  return withoutParts(ranked.map(([word]) => word)).slice(0, MOST_WORDS);
}

function weightOf(model: LinearModel, feature: number, code: number): number {
  return model.postings.reduce((sum, { starts, classes, weights }, level) => {
    const wanted = model.levels[level]?.over[code];
    for (let at = starts[feature] ?? 0; at < (starts[feature + 1] ?? 0); at++)
      if (classes[at] === wanted) return sum + (weights[at] ?? 0);
    return sum;
  }, 0);
}

/** Leaves out what is part of a longer one before it. */
function withoutParts(words: readonly string[]): readonly string[] {
  return words.filter((word, index) => !words.slice(0, index).some((longer) => longer.includes(word)));
}
