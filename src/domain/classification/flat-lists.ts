/** Lists of numbers with weights, by key, laid one after the other: a hundred thousand small lists cost what one large costs. */
export interface FlatLists {
  /** The place of each key's list. */
  readonly places: ReadonlyMap<number, number>;
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
  readonly weights: Float32Array;
}

/** One list, as it is built. */
export interface WeightedList {
  readonly numbers: readonly number[];
  readonly weights: readonly number[];
}

/** Lays lists one after the other. */
export function flatListsOf(lists: ReadonlyMap<number, WeightedList>): FlatLists {
  const starts = new Uint32Array(lists.size + 1);
  const places = new Map<number, number>();
  for (const [key, { numbers }] of lists) {
    const place = places.size;
    places.set(key, place);
    starts[place + 1] = (starts[place] ?? 0) + numbers.length;
  }
  const total = starts[lists.size] ?? 0;
  const flat = { places, starts, numbers: new Uint32Array(total), weights: new Float32Array(total) };
  let at = 0;
  for (const { numbers, weights } of lists.values()) {
    flat.numbers.set(numbers, at);
    flat.weights.set(weights, at);
    at += numbers.length;
  }
  return flat;
}

/** How many numbers the list of a key has; 0 where there is none. */
export function lengthOfList({ places, starts }: FlatLists, key: number): number {
  const place = places.get(key);
  return place === undefined ? 0 : (starts[place + 1] ?? 0) - (starts[place] ?? 0);
}

/** Adds the weights of a key's list, each times x, to the sums of its numbers. */
export function addList(
  { places, starts, numbers, weights }: FlatLists,
  key: number,
  x: number,
  sums: Float32Array,
): void {
  const place = places.get(key);
  if (place === undefined) return;
  const end = starts[place + 1] ?? 0;
  for (let at = starts[place] ?? 0; at < end; at++) {
    const number = numbers[at] as number;
    sums[number] = (sums[number] as number) + (weights[at] as number) * x;
  }
}
