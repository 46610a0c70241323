import { describe, expect, it } from "vitest";
import { dueDay } from "@/domain/tax-bill/due-day";
import { reconcileBill } from "@/domain/tax-bill/reconcile-bill";

describe("the authority's bill beside our assessment", () => {
  const ours = [
    { kind: "duty", amount: "10000.00" },
    { kind: "vat", amount: "14300.00" },
  ] as const;

  it("is equal when every kind is, however the bill cuts its lines", () => {
    const reconciled = reconcileBill(ours, [
      { kind: "vat", amount: "14000" },
      { kind: "vat", amount: "300" },
      { kind: "duty", amount: "10000" },
      { kind: "consumption_tax", amount: "0.00" },
    ]);
    expect(reconciled.isEqual).toBe(true);
    expect(reconciled.total).toEqual({ ours: "24300.00", authority: "24300.00", difference: "0.00" });
    expect(reconciled.lines.map(({ kind }) => kind)).toEqual(["duty", "vat"]);
  });

  it("differs by a fen, and by two differences that cancel out", () => {
    expect(reconcileBill(ours, [{ kind: "duty", amount: "10000.01" }, ours[1]])).toMatchObject({
      isEqual: false,
      total: { difference: "0.01" },
    });
    const crossed = reconcileBill(ours, [
      { kind: "duty", amount: "10001.00" },
      { kind: "vat", amount: "14299.00" },
    ]);
    expect(crossed.total.difference).toBe("0.00");
    expect(crossed.isEqual).toBe(false);
    expect(crossed.lines.map(({ difference }) => difference)).toEqual(["1.00", "-1.00"]);
  });

  it("shows what only one side asks for", () => {
    const { lines } = reconcileBill(ours, [...ours, { kind: "late_declaration_fee", amount: "1000.00" }]);
    expect(lines.at(-1)).toEqual({
      kind: "late_declaration_fee",
      ours: "0.00",
      authority: "1000.00",
      difference: "1000.00",
    });
  });
});

describe("the last day of payment", () => {
  it("lies fifteen days after the bill, and never on a Saturday or a Sunday", () => {
    expect(dueDay("2026-11-24", 15)).toBe("2026-12-09");
    expect(dueDay("2026-11-27", 15)).toBe("2026-12-14");
    expect(dueDay("2026-11-28", 15)).toBe("2026-12-14");
  });
});
