import { describe, expect, it } from "vitest";
import { CLEARANCE_STATES, LIFECYCLE } from "@/domain/clearance/lifecycle";
import { layOut, movesOf, NODE } from "@/ui/gate/lifecycle-layout";

describe("the drawing of the lifecycle", () => {
  const { nodes, moves, width, height } = layOut();

  it("has every state once, and no two of them in one place", () => {
    expect(nodes.map((node) => node.state).sort()).toEqual([...CLEARANCE_STATES].sort());
    expect(new Set(nodes.map((node) => `${node.x},${node.y}`)).size).toBe(nodes.length);
  });

  it("has every move of the table, and no other", () => {
    const drawn = moves.flatMap((move) => move.events.map((event) => `${move.from} ${event} ${move.to}`));
    const lawful = Object.entries(LIFECYCLE).flatMap(([from, row]) =>
      Object.entries(row).map(([event, to]) => `${from} ${event} ${to}`),
    );
    expect(drawn.sort()).toEqual(lawful.sort());
    expect(moves).toHaveLength(movesOf().length);
  });

  it("keeps every state and every number within its frame", () => {
    for (const { x, y } of nodes) {
      expect(x + NODE.width).toBeLessThanOrEqual(width);
      expect(y + NODE.height).toBeLessThanOrEqual(height);
    }
    for (const { at } of moves) {
      expect(at[0]).toBeGreaterThan(0);
      expect(at[0]).toBeLessThan(width);
    }
  });
});
