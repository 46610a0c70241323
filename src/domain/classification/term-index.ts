import type { Feature } from "./features";
import { addList, type FlatLists, flatListsOf, type WeightedList } from "./flat-lists";

/** A text to be found by its features, and the number of what it belongs to; several texts may belong to one. */
export interface Indexed {
  readonly owner: number;
  readonly features: readonly Feature[];
}

/** An index from features to owners, weighed by BM25. */
export interface TermIndex {
  readonly owners: number;
  readonly postings: FlatLists;
}

const SATURATION = 1.2;
const LENGTH_SHARE = 0.5;

/** Builds an index in which all texts of an owner count as one document. */
export function termIndexOf(owners: number, texts: Iterable<Indexed>): TermIndex {
  const counts = new Map<number, Map<number, number>>();
  const lengths = new Float64Array(owners);
  for (const { owner, features } of texts)
    for (const { key, weight } of features) {
      const byOwner = counts.get(key) ?? new Map<number, number>();
      byOwner.set(owner, (byOwner.get(owner) ?? 0) + weight);
      counts.set(key, byOwner);
      lengths[owner] = (lengths[owner] ?? 0) + weight;
    }
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, owners) || 1;
  const postings = new Map<number, WeightedList>();
  for (const [key, byOwner] of counts) {
    const rarity = Math.log(1 + (owners - byOwner.size + 0.5) / (byOwner.size + 0.5));
    const weights = [...byOwner].map(([owner, count]) => {
      const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * (lengths[owner] ?? 0)) / mean;
      return (rarity * count * (SATURATION + 1)) / (count + SATURATION * length);
    });
    postings.set(key, { numbers: [...byOwner.keys()], weights });
  }
  return { owners, postings: flatListsOf(postings) };
}

/** What each owner is given for these features. */
export function scoresOf(index: TermIndex, features: readonly Feature[]): Float32Array {
  const scores = new Float32Array(index.owners);
  for (const { key, weight } of features) addList(index.postings, key, weight, scores);
  return scores;
}
