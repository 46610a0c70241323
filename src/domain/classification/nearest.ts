import type { Feature } from "./features";
import { addList, type FlatLists, flatListsOf, lengthOfList } from "./flat-lists";
import type { Indexed } from "./term-index";

/** Texts of which each is compared by itself, where a term index takes all of an owner together. */
export interface TextIndex {
  readonly owners: Uint16Array;
  readonly postings: FlatLists;
  /** How rare a feature is that no text has. */
  readonly rarest: number;
}

/** A feature of more texts than this tells them too little apart for what it costs. */
const MOST_TEXTS = 4000;
const VOICES = 12;

/** Builds an index in which each text has the length 1, rare features weighing more. */
export function textIndexOf(texts: readonly Indexed[]): TextIndex {
  const counts = new Map<number, number>();
  for (const { features } of texts) for (const { key } of features) counts.set(key, (counts.get(key) ?? 0) + 1);
  const rarity = (key: number) => Math.log(1 + texts.length / (counts.get(key) ?? 1));
  const lists = new Map<number, { readonly numbers: number[]; readonly weights: number[] }>();
  texts.forEach(({ features }, text) => {
    const weighed = features.map(({ key, weight }) => ({ key, weight: weight * rarity(key) }));
    const length = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
    for (const { key, weight } of weighed) {
      if ((counts.get(key) ?? 0) > MOST_TEXTS) continue;
      const list = lists.get(key) ?? { numbers: [], weights: [] };
      list.numbers.push(text);
      // Both texts of a pair weigh the rarity, so the other's is in the posting.
      list.weights.push((weight / length) * rarity(key));
      lists.set(key, list);
    }
  });
  return {
    owners: Uint16Array.from(texts, ({ owner }) => owner),
    postings: flatListsOf(lists),
    rarest: Math.log(1 + texts.length),
  };
}

/** How alike each owner's likest text is to these features, from 0 to 1, and what its likest texts say together. */
export function nearestOf(
  index: TextIndex,
  features: readonly Feature[],
  owners: number,
): { readonly likest: Float32Array; readonly votes: Float32Array } {
  const scores = new Float32Array(index.owners.length);
  let squares = 0;
  for (const { key, weight } of features) {
    const count = lengthOfList(index.postings, key);
    const rarity = count > 0 ? Math.log(1 + index.owners.length / count) : index.rarest / 2;
    squares += (weight * rarity) ** 2;
    addList(index.postings, key, weight, scores);
  }
  const length = Math.sqrt(squares) || 1;
  const likest = new Float32Array(owners);
  for (let text = 0; text < scores.length; text++) {
    const score = (scores[text] as number) / length;
    const owner = index.owners[text] as number;
    if (score > (likest[owner] as number)) likest[owner] = score;
  }
  return { likest, votes: votesOf(index, scores, length, owners) };
}

/** The share of each owner in the likest texts, each counted by the square of its likeness. */
function votesOf(index: TextIndex, scores: Float32Array, length: number, owners: number): Float32Array {
  const top: { readonly text: number; readonly score: number }[] = [];
  let least = 0;
  for (let text = 0; text < scores.length; text++) {
    const score = scores[text] as number;
    if (score <= least) continue;
    top.push({ text, score });
    if (top.length < 4 * VOICES) continue;
    top.sort((a, b) => b.score - a.score);
    top.length = VOICES;
    least = top[VOICES - 1]?.score ?? 0;
  }
  top.sort((a, b) => b.score - a.score);
  const voices = top.slice(0, VOICES).map(({ text, score }) => ({ text, weight: (score / length) ** 2 }));
  const total = voices.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const votes = new Float32Array(owners);
  for (const { text, weight } of voices) {
    const owner = index.owners[text] ?? 0;
    votes[owner] = (votes[owner] ?? 0) + weight / total;
  }
  return votes;
}
