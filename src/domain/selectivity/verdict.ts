/**
 * How unsure a model is of a line, from 0 to 1: the surprise that a look would bring, against that of the usual line,
 * which is half unsure. A line of even odds is as unsure as can be; one that is surely safe or surely not is 0.
 */
export function unsurenessOf(probability: number, baseRate: number): number {
  const usual = entropy(baseRate);
  return usual === 0 ? 0 : Math.min(1, (0.5 * entropy(probability)) / usual);
}

/** The entropy of a coin with this chance, in bits. */
function entropy(chance: number): number {
  return chance <= 0 || chance >= 1 ? 0 : -(chance * Math.log2(chance) + (1 - chance) * Math.log2(1 - chance));
}
