import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CLEARANCE_STATES, LIFECYCLE, NEXT_STAGE } from "@/domain/clearance/lifecycle";

const printed = readFileSync("docs/lifecycle.md", "utf8");

it("the lifecycle in the documentation is the one that holds", () => {
  const rows = printed
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const table = CLEARANCE_STATES.flatMap((state) => {
    const moves = Object.entries(LIFECYCLE[state]);
    return moves.length === 0 ? [[state, "–", "–"]] : moves.map(([event, next]) => [state, event, next]);
  });
  expect(rows).toEqual(table);
  expect(printed).toContain(`after \`bonded_exit\` is released \`${NEXT_STAGE.bonded_exit}\` opens`);
});
