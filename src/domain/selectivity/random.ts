/**
 * A number from 0 to below 1 that follows from the seed alone, so that a logged draw can be made again. The seed is
 * the hex digest of something that the declarant cannot choose.
 */
export function draw(seedHex: string): number {
  // 52 bits of the seed, as many as a double holds exactly.
  const bits = seedHex.slice(0, 13);
  if (!/^[0-9a-f]{13}$/.test(bits)) throw new Error("A seed is a hex digest");
  return Number.parseInt(bits, 16) / 2 ** 52;
}
