import { hasBrowser } from "@tests/layouts/draw";
import { foreignCourses, PAPERS, type Score } from "@tests/layouts/learning";
import { expect, it } from "vitest";

const SEED = 1;
const LAYOUTS = 5;
const DRAW_MS = 240_000;

function share(scores: readonly (Score | undefined)[]): number {
  const sum = (of: keyof Score) => scores.reduce((total, score) => total + (score?.[of] ?? 0), 0);
  return sum("exact") / sum("of");
}

it.skipIf(!hasBrowser())(
  "reads the fifth paper of a layout whose labels nobody knows better than the first, and than it would untaught",
  async () => {
    const made = await foreignCourses(process.cwd(), SEED, LAYOUTS);
    expect(made).toHaveLength(LAYOUTS);
    const last = PAPERS - 1;
    const fifth = share(made.map(({ taught }) => taught[last]));
    expect(fifth).toBeGreaterThan(share(made.map(({ taught }) => taught[0])));
    expect(fifth).toBeGreaterThan(share(made.map(({ without }) => without[last])));
    // Nothing is taught before the first.
    for (const { without, taught } of made) expect(taught[0]).toEqual(without[0]);
  },
  DRAW_MS,
);
