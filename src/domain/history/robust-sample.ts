/** From how many values on a spread is one. */
const LEAST_FOR_SPREAD = 5;
/** The median of the distances from the median, of a normal distribution with the deviation 1. */
const MAD_OF_NORMAL = 0.6745;
const FIRST_ROOM = 8;

/** The latest values of peers, with a middle and a spread that single wild ones do not move. */
export class RobustSample {
  readonly #capacity: number;
  /** The values as they came, in a ring, and in order; both grow up to the capacity. */
  #ring = new Float64Array(FIRST_ROOM);
  #sorted = new Float64Array(FIRST_ROOM);
  #count = 0;
  #spread = Number.NaN;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return Math.min(this.#count, this.#capacity);
  }

  /** Takes a value in, in place of the oldest one where the sample is full. */
  add(value: number): void {
    if (!Number.isFinite(value)) return;
    const { size } = this;
    if (size === this.#capacity) {
      const slot = this.#count % this.#capacity;
      this.#remove(this.#ring[slot] ?? 0, size);
      this.#insert(value, size - 1);
      this.#ring[slot] = value;
    } else {
      if (size === this.#ring.length) this.#grow();
      this.#ring[size] = value;
      this.#insert(value, size);
    }
    this.#count++;
    this.#spread = Number.NaN;
  }

  /** NaN where there is no value. */
  median(): number {
    const { size } = this;
    const half = size >> 1;
    if (size === 0) return Number.NaN;
    const upper = this.#sorted[half] ?? 0;
    return size % 2 === 1 ? upper : ((this.#sorted[half - 1] ?? 0) + upper) / 2;
  }

  /** A robust standard deviation; NaN for fewer than five values. */
  spread(): number {
    if (this.size < LEAST_FOR_SPREAD) return Number.NaN;
    if (Number.isNaN(this.#spread)) this.#spread = this.#medianDistance() / MAD_OF_NORMAL;
    return this.#spread;
  }

  /** The share of values below this one, ties counting half; NaN where there is no value. */
  rank(value: number): number {
    if (this.size === 0 || Number.isNaN(value)) return Number.NaN;
    return (this.#bound(value, false, this.size) + this.#bound(value, true, this.size)) / (2 * this.size);
  }

  /** The middle of the distances from the median, walking outwards from it. */
  #medianDistance(): number {
    const { size } = this;
    const middle = this.median();
    let low = (size >> 1) - 1;
    let high = size >> 1;
    let before = 0;
    let distance = 0;
    for (let taken = 0; taken <= size >> 1; taken++) {
      before = distance;
      const below = low >= 0 ? middle - (this.#sorted[low] ?? 0) : Number.POSITIVE_INFINITY;
      const above = high < size ? (this.#sorted[high] ?? 0) - middle : Number.POSITIVE_INFINITY;
      if (below < above) low--;
      else high++;
      distance = Math.min(below, above);
    }
    return size % 2 === 1 ? distance : (before + distance) / 2;
  }

  #grow(): void {
    const room = Math.min(this.#capacity, this.#ring.length * 2);
    const [ring, sorted] = [new Float64Array(room), new Float64Array(room)];
    ring.set(this.#ring);
    sorted.set(this.#sorted);
    this.#ring = ring;
    this.#sorted = sorted;
  }

  #insert(value: number, size: number): void {
    const place = this.#bound(value, false, size);
    this.#sorted.copyWithin(place + 1, place, size);
    this.#sorted[place] = value;
  }

  #remove(value: number, size: number): void {
    const place = this.#bound(value, false, size);
    this.#sorted.copyWithin(place, place + 1, size);
  }

  /** How many of the first values in order are below, or with `orEqual` at most, the given one. */
  #bound(value: number, orEqual: boolean, size: number): number {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >> 1;
      const here = this.#sorted[middle] ?? 0;
      if (here < value || (orEqual && here === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
