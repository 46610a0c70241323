/**
 * Lays the rows that were read on those of the truth so that most cells agree, in the order in which both stand; rows
 * with nothing in common are left alone. Gives pairs of their places.
 */
export function alignRows(
  truths: number,
  reads: number,
  agreement: (truth: number, read: number) => number,
): readonly (readonly [number, number])[] {
  // best[i][j]: the most cells that agree between the rows from i and from j on.
  const best = Array.from({ length: truths + 1 }, () => Array<number>(reads + 1).fill(0));
  const at = (truth: number, read: number) => best[truth]?.[read] ?? 0;
  const agreed = Array.from({ length: truths }, (_, truth) =>
    Array.from({ length: reads }, (__, read) => agreement(truth, read)),
  );
  const cells = (truth: number, read: number) => agreed[truth]?.[read] ?? 0;
  for (let truth = truths - 1; truth >= 0; truth--)
    for (let read = reads - 1; read >= 0; read--)
      (best[truth] as number[])[read] = Math.max(
        at(truth + 1, read),
        at(truth, read + 1),
        at(truth + 1, read + 1) + cells(truth, read),
      );
  const pairs: [number, number][] = [];
  let [truth, read] = [0, 0];
  while (truth < truths && read < reads) {
    if (cells(truth, read) > 0 && at(truth, read) === at(truth + 1, read + 1) + cells(truth, read))
      pairs.push([truth++, read++]);
    else if (at(truth, read) === at(truth + 1, read)) truth++;
    else read++;
  }
  return pairs;
}
