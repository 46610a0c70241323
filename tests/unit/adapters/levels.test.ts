import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelled } from "@/adapters/reading/levels";

const SIDE = 200;

/** Paper of a shade with grain on it, and lines of print, every tenth row for a half of the width. */
function pageOf(paper: number, grain: number, print: number) {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const data = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => {
    const isPrint = Math.floor(at / SIDE) % 10 === 0 && at % SIDE < SIDE / 2;
    const noise = grain * (random() + random() + random() + random() - 2) * Math.sqrt(3);
    return Math.max(0, Math.min(255, Math.round((isPrint ? print : paper) + noise)));
  });
  return { data, width: SIDE, height: SIDE };
}

function shadesOf({ data }: { data: Uint8Array }) {
  const isPrint = (at: number) => Math.floor(at / SIDE) % 10 === 0 && at % SIDE < SIDE / 2;
  const points = [...data];
  return { print: points.filter((_, at) => isPrint(at)), paper: points.filter((_, at) => !isPrint(at)) };
}

describe("the levels of a grey page", () => {
  it("make the grain of a copier white, and leave the print dark", () => {
    const { print, paper } = shadesOf(levelled(pageOf(203, 8, 110)));
    expect(paper.filter((shade) => shade === 255).length / paper.length).toBeGreaterThan(0.95);
    expect(Math.max(...print)).toBeLessThan(120);
  });

  it("stretch a clean page from ink to paper", () => {
    const { print, paper } = shadesOf(levelled(pageOf(230, 0, 60)));
    expect([new Set(print), new Set(paper)]).toEqual([new Set([0]), new Set([255])]);
  });

  it("never turn the order of two shades around, and never fail", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 400 }), (data) => {
        const { data: after } = levelled({ data, width: 16, height: Math.ceil(data.length / 16) });
        const pairs = [...data].map((shade, at) => [shade, after[at] as number] as const).sort((a, b) => a[0] - b[0]);
        return pairs.every(([, shade], at) => at === 0 || (pairs[at - 1]?.[1] ?? 0) <= shade);
      }),
    );
  });
});
