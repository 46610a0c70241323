import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  balancesOf,
  GUARANTEE_ACCOUNTS,
  GUARANTEE_MOVES,
  type GuaranteeEntry,
  type GuaranteeMove,
  moveGuarantee,
} from "@/domain/guarantee/ledger";
import { compare, decimal, formatDecimal, sum, ZERO } from "@/domain/shared/decimal";

const entry = (move: GuaranteeMove, amount: string, declarationId: string | null = "a"): GuaranteeEntry => ({
  move,
  amount,
  declarationId,
});
const heldBy = (entries: readonly GuaranteeEntry[], id: string | null) =>
  balancesOf(entries.filter(({ declarationId }) => declarationId === id));
const move = (entries: readonly GuaranteeEntry[], wanted: GuaranteeEntry) =>
  moveGuarantee(balancesOf(entries), heldBy(entries, wanted.declarationId), wanted);
const balances = (entries: readonly GuaranteeEntry[]) =>
  Object.fromEntries(Object.entries(balancesOf(entries)).map(([name, value]) => [name, formatDecimal(value)]));

describe("a guarantee", () => {
  it("carries a tax from the lodging to the paid bill, and is whole again then", () => {
    const topped = [entry("top_up", "1000.00", null)];
    const reserved = [...topped, entry("reserve", "300.10")];
    expect(balances(reserved)).toEqual({
      guarantor: "-1000.00",
      available: "699.90",
      reserved: "300.10",
      owed: "0",
    });
    const owed = [...reserved, entry("consume", "300.10")];
    expect(balances(owed)).toMatchObject({ available: "699.90", reserved: "0.00", owed: "300.10" });
    expect(balances([...owed, entry("settle", "300.10")])).toMatchObject({ available: "1000.00", owed: "0.00" });
    expect(balances([...owed, entry("call", "300.10")])).toMatchObject({ guarantor: "-699.90", available: "699.90" });
  });

  it("refuses what is not there, and says what is", () => {
    const entries = [entry("top_up", "100", null), entry("reserve", "60", "a")];
    expect(move(entries, entry("reserve", "40.01", "b"))).toEqual({
      ok: false,
      error: { kind: "insufficient", account: "available", holds: "40" },
    });
    expect(move(entries, entry("lower", "41", null)).ok).toBe(false);
    expect(move(entries, entry("release", "1", "b"))).toEqual({
      ok: false,
      error: { kind: "not_held", holds: "0" },
    });
    expect(move(entries, entry("settle", "60", "a"))).toMatchObject({
      error: { kind: "insufficient", account: "owed" },
    });
    expect(move(entries, entry("reserve", "0", "b"))).toEqual({
      ok: false,
      error: { kind: "amount_not_positive" },
    });
  });

  it("is balanced after any moves, and no account but the guarantor's is below zero", () => {
    const moves = fc.array(
      fc.record({
        move: fc.constantFrom(...(Object.keys(GUARANTEE_MOVES) as GuaranteeMove[])),
        amount: fc.integer({ min: 1, max: 50_000 }).map((fen) => formatDecimal({ units: BigInt(fen), scale: 2 })),
        declarationId: fc.constantFrom("a", "b", "c"),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(moves, (wanted) => {
        const entries: GuaranteeEntry[] = [entry("top_up", "500.00", null)];
        for (const each of wanted) if (move(entries, each).ok) entries.push(each);
        const held = balancesOf(entries);
        expect(compare(sum(GUARANTEE_ACCOUNTS.map((name) => held[name])), ZERO)).toBe(0);
        for (const name of ["available", "reserved", "owed"] as const) {
          expect(compare(held[name], ZERO)).toBeGreaterThanOrEqual(0);
          if (name === "available") continue;
          const parts = sum(["a", "b", "c"].map((id) => heldBy(entries, id)[name]));
          expect(compare(parts, held[name])).toBe(0);
        }
        expect(compare(held.guarantor, decimal("0"))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
