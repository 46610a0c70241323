/** A seeded stream of random choices: the same seed makes the same papers on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from low to high, both included. */
  int(low: number, high: number): number;
  /** A number from low to high with so many decimals. */
  decimal(low: number, high: number, decimals: number): number;
  /** One of the choices. */
  pick<T>(choices: readonly T[]): T;
  /** True with this chance. */
  chance(share: number): boolean;
  /** So many different ones of the choices, in random order. */
  some<T>(choices: readonly T[], count: number): T[];
  /** So many digits, the first not a zero. */
  digits(count: number): string;
  /** So many capital letters. */
  letters(count: number): string;
}

/** A stream from a text, so that a layout and a document can each have one of their own. */
export function random(seed: string): Random {
  let state = 2166136261;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 16777619);
  // The first numbers of near seeds are near each other, so a few are thrown away.
  for (let turn = 0; turn < 8; turn++) step();
  function step(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  const int = (low: number, high: number) => low + Math.floor(step() * (high - low + 1));
  const some = <T>(choices: readonly T[], count: number): T[] => {
    const left = [...choices];
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) taken.push(...left.splice(int(0, left.length - 1), 1));
    return taken;
  };
  return {
    next: step,
    int,
    some,
    decimal: (low, high, decimals) => Number((low + step() * (high - low)).toFixed(decimals)),
    pick: <T>(choices: readonly T[]): T => {
      if (choices.length === 0) throw new Error("Nothing to pick from");
      return choices[int(0, choices.length - 1)] as T;
    },
    chance: (share) => step() < share,
    digits: (count) => Array.from({ length: count }, (_, at) => int(at === 0 ? 1 : 0, 9)).join(""),
    letters: (count) => Array.from({ length: count }, () => String.fromCharCode(65 + int(0, 25))).join(""),
  };
}
