import fc from "fast-check";
import { expect, it } from "vitest";
import { balanceOf, heldBy, moveQuota, QUOTA_MOVES, type QuotaEntry } from "@/domain/quota/ledger";
import { add, compare, decimal, ZERO } from "@/domain/shared/decimal";

const LIMIT = decimal("26000");
const moves = fc.array(
  fc.record({
    move: fc.constantFrom(...QUOTA_MOVES),
    orderNumber: fc.constantFrom("A", "B", "C"),
    cny: fc.integer({ min: 0, max: 1_500_000 }).map((fen) => (fen / 100).toFixed(2)),
  }),
  { maxLength: 30 },
);

/** Carries out what the ledger admits. */
function carryOut(asked: readonly QuotaEntry[]): readonly QuotaEntry[] {
  const entries: QuotaEntry[] = [];
  for (const each of asked) {
    const moved = moveQuota(entries, LIMIT, each);
    if (moved.ok) entries.push(moved.value);
  }
  return entries;
}

it("whatever is asked, no year is ever exceeded and nothing is lost", () => {
  fc.assert(
    fc.property(moves, (asked) => {
      const balance = balanceOf(carryOut(asked), LIMIT);
      expect(compare(balance.available, ZERO)).toBeGreaterThanOrEqual(0);
      expect(compare(add(add(balance.reserved, balance.consumed), balance.available), LIMIT)).toBe(0);
    }),
  );
});

it("asking the same a second time changes nothing", () => {
  fc.assert(
    fc.property(moves, (asked) => {
      const entries = carryOut(asked);
      const last = entries.at(-1);
      fc.pre(last !== undefined);
      const again = last && moveQuota(entries, LIMIT, last);
      expect(again?.ok).toBe(false);
    }),
  );
});

it("an order that restored holds nothing, and may reserve again", () => {
  const entries = carryOut([
    { move: "reserve", orderNumber: "A", cny: "26000.00" },
    { move: "restore", orderNumber: "A", cny: "1.00" },
  ]);
  expect(heldBy(entries, "A")).toEqual({ state: "none", amount: ZERO });
  expect(entries.at(-1)?.cny).toBe("26000.00");
  expect(moveQuota(entries, LIMIT, { move: "reserve", orderNumber: "A", cny: "26000.00" }).ok).toBe(true);
});

it("lets the last fen be taken and not one more, and refuses an amount of nothing", () => {
  const full = { move: "reserve", orderNumber: "A", cny: "25999.99" } as const;
  const entries = carryOut([full]);
  const ask = (cny: string) => moveQuota(entries, LIMIT, { move: "reserve", orderNumber: "B", cny });
  expect(ask("0.01").ok).toBe(true);
  expect(ask("0.02")).toMatchObject({ ok: false, error: { kind: "quota_exceeded", available: decimal("0.01") } });
  expect(ask("0.00")).toMatchObject({ ok: false, error: { kind: "amount_not_positive" } });
});

it("consumes only what is reserved, and restores only what is held", () => {
  const consume = { move: "consume", orderNumber: "A", cny: "1" } as const;
  expect(moveQuota([], LIMIT, consume)).toMatchObject({ ok: false, error: { kind: "nothing_held" } });
  expect(moveQuota([], LIMIT, { ...consume, move: "restore" })).toMatchObject({ error: { kind: "nothing_held" } });
});
