import fc from "fast-check";
import { describe, it } from "vitest";
import { distance } from "@/domain/extraction/fold";

/** The textbook table, every cell of it. */
function plainly(a: string, b: string): number {
  const costs = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => costs[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++)
    for (let column = 1; column <= b.length; column++) {
      const change = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      (costs[row] as number[])[column] = Math.min(change, at(row - 1, column) + 1, at(row, column - 1) + 1);
    }
  return at(a.length, b.length);
}

describe("how far two texts are apart", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "发"), maxLength: 12 });

  it("is counted exactly up to the most that is asked for, and is more than that otherwise", () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const [far, found] = [plainly(a, b), distance(a, b, most)];
        return far <= most ? found === far : found > most;
      }),
      { numRuns: 3000 },
    );
  });

  it("is the same after texts longer than any before", () => {
    const long = "x".repeat(400);
    const property = fc.property(text, (a) => {
      const [one, other] = [`${a}${long}`, `b${long}${a}`];
      return distance(one, other, 3) <= 3 === plainly(one, other) <= 3;
    });
    fc.assert(property, { numRuns: 20 });
  });
});
