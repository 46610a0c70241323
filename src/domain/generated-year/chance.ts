/** Numbers that look like chance and follow from the seed alone: the same seed gives the same year. */
export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to `most`, both possible. */
  whole(least: number, most: number): number;
  /** Whether something of this chance happens. */
  happens(chance: number): boolean;
  /** One of the values; those in front more often, the greater the `lean`. */
  pick<T>(values: readonly T[], lean?: number): T;
  /** Around 0, as a normal distribution of spread 1. */
  normal(): number;
}

/** The generator sfc32 of Chris Doty-Humphrey, which passes PractRand; its state is spread from one number. */
export function createChance(seed: number): Chance {
  let [a, b, c, counter] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  // The first draws still show the seed.
  for (let round = 0; round < 16; round += 1) next();
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    happens: (chance) => next() < chance,
    pick: <T>(values: readonly T[], lean = 1) => {
      const value = values[Math.floor(next() ** lean * values.length)];
      if (value === undefined) throw new Error("There is nothing to pick from.");
      return value;
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
