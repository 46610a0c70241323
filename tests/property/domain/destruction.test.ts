import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { available, EMPTY, enter, type Movement, type Standing } from "@/domain/account-book/ledger";
import {
  afterAct,
  DESTRUCTION_ACTS,
  type DestructionAct,
  type DestructionState,
  giveBackMovements,
  holdMovements,
  writeOffMovements,
} from "@/domain/destruction/destruction";
import { compare, decimal, subtract, sum, ZERO } from "@/domain/shared/decimal";

const UNITS = { legalFactor1: "0.4", legalFactor2: null };
const STOCK = 20;

interface Open {
  state: DestructionState;
  readonly quantity: number;
  readonly destroyed: number;
}

const acts = fc.oneof(
  fc.record({ kind: fc.constant("apply" as const), quantity: fc.integer({ min: 1, max: 12 }), share: fc.nat(100) }),
  fc.record({
    kind: fc.constant("act" as const),
    of: fc.nat(5),
    act: fc.constantFrom<DestructionAct>(...DESTRUCTION_ACTS),
  }),
  // What a declaration takes hold of meanwhile.
  fc.record({ kind: fc.constant("lodge" as const), quantity: fc.integer({ min: 1, max: 12 }) }),
);

/** All movements on the standing, or null where one of them is refused and so none happens. */
function walk(standing: Standing, movements: readonly Movement[]): Standing | null {
  let now = standing;
  for (const movement of movements) {
    const entered = enter(now, movement, UNITS);
    if (!entered.ok) return null;
    now = entered.value;
  }
  return now;
}

function movementsOf(next: DestructionState, quantity: number, destroyed: number): readonly Movement[] {
  const held = { quantity: decimal(String(quantity)) };
  if (next === "destroyed") return writeOffMovements({ ...held, destroyed: decimal(String(destroyed)) });
  return next === "refused" || next === "cancelled" ? giveBackMovements(held) : [];
}

const HOLDING: readonly DestructionState[] = ["applied", "approved", "stated", "confirmed"];

const amount = (units: number) => decimal(String(units));
const total = (numbers: readonly number[]) => sum(numbers.map(amount));

interface Scene {
  standing: Standing;
  lodged: number;
  readonly open: Open[];
}

type Happening = typeof acts extends fc.Arbitrary<infer T> ? T : never;

/** One thing happens; whoever asks for more than is free gets nothing. */
function happen(scene: Scene, step: Happening): void {
  if (step.kind === "lodge") {
    const held = walk(scene.standing, [{ kind: "reserve", declared: amount(step.quantity) }]);
    if (held) scene.lodged += step.quantity;
    scene.standing = held ?? scene.standing;
  } else if (step.kind === "apply") {
    const held = walk(scene.standing, holdMovements({ quantity: amount(step.quantity) }));
    const destroyed = Math.floor((step.quantity * step.share) / 100);
    if (held) scene.open.push({ state: "applied", quantity: step.quantity, destroyed });
    scene.standing = held ?? scene.standing;
  } else act(scene, step);
}

function act(scene: Scene, step: Extract<Happening, { kind: "act" }>): void {
  const one = scene.open[step.of];
  const next = one && afterAct(one.state, step.act);
  if (!one || !next?.ok) return;
  const after = walk(scene.standing, movementsOf(next.value, one.quantity, one.destroyed));
  // What is held can always be given back or written off.
  expect(after).not.toBeNull();
  scene.standing = after ?? scene.standing;
  one.state = next.value;
}

describe("a book under destructions", () => {
  it("loses what certificates say and nothing else, and holds what is open, whatever the order of the acts", () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (steps) => {
        const scene: Scene = { standing: { ...EMPTY, balance: amount(STOCK) }, lodged: 0, open: [] };
        for (const step of steps) {
          happen(scene, step);
          const { standing, lodged, open } = scene;
          const gone = open.filter(({ state }) => state === "destroyed").map(({ destroyed }) => destroyed);
          const held = open.filter(({ state }) => HOLDING.includes(state)).map(({ quantity }) => quantity);
          expect(compare(standing.balance, subtract(amount(STOCK), total(gone)))).toBe(0);
          expect(compare(standing.reserved, total([...held, lodged]))).toBe(0);
          expect(compare(available(standing), ZERO)).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("comes to no certificate that the officer did not confirm, by no walk", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<DestructionAct>(...DESTRUCTION_ACTS), { maxLength: 20 }), (walked) => {
        let state: DestructionState = "applied";
        const done: DestructionAct[] = [];
        for (const act of walked) {
          const next = afterAct(state, act);
          if (!next.ok) continue;
          done.push(act);
          state = next.value;
        }
        if (state === "destroyed") expect(done.slice(-3)).toEqual(["state", "confirm", "certify"]);
      }),
    );
  });
});
