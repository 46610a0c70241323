import { describe, expect, it } from "vitest";
import { decimal, formatDecimal } from "@/domain/shared/decimal";
import { dueLines, netPaid, openOfBill, overpaid } from "@/domain/tax-bill/due";
import { dueDay } from "@/domain/tax-bill/due-day";
import { reconcileBill } from "@/domain/tax-bill/reconcile-bill";

describe("the authority's bill beside our assessment", () => {
  const ours = [
    { kind: "duty", amount: "10000.00" },
    { kind: "vat", amount: "14300.00" },
  ] as const;

  it("is equal when every kind is, however the bill cuts its lines", () => {
    const reconciled = reconcileBill(
      ours,
      [],
      [
        { kind: "vat", amount: "14000" },
        { kind: "vat", amount: "300" },
        { kind: "duty", amount: "10000" },
        { kind: "consumption_tax", amount: "0.00" },
      ],
    );
    expect(reconciled.isEqual).toBe(true);
    expect(reconciled.total).toEqual({ ours: "24300.00", authority: "24300.00", difference: "0.00" });
    expect(reconciled.lines.map(({ kind }) => kind)).toEqual(["duty", "vat"]);
  });

  it("differs by a fen, and by two differences that cancel out", () => {
    expect(reconcileBill(ours, [], [{ kind: "duty", amount: "10000.01" }, ours[1]])).toMatchObject({
      isEqual: false,
      total: { difference: "0.01" },
    });
    const crossed = reconcileBill(
      ours,
      [],
      [
        { kind: "duty", amount: "10001.00" },
        { kind: "vat", amount: "14299.00" },
      ],
    );
    expect(crossed.total.difference).toBe("0.00");
    expect(crossed.isEqual).toBe(false);
    expect(crossed.lines.map(({ difference }) => difference)).toEqual(["1.00", "-1.00"]);
  });

  it("is held against what earlier bills have not asked for yet, of the kinds that it names", () => {
    const duty = [ours[0]];
    const vat = [ours[1]];
    expect(reconcileBill(ours, [], duty)).toMatchObject({ isEqual: true, total: { ours: "10000.00" } });
    expect(reconcileBill(ours, duty, vat).isEqual).toBe(true);
    expect(reconcileBill(ours, [...duty, ...vat], ours)).toMatchObject({
      isEqual: false,
      total: { ours: "0.00", authority: "24300.00", difference: "24300.00" },
    });
  });

  it("shows what only one side asks for", () => {
    const { lines } = reconcileBill(ours, [], [...ours, { kind: "late_declaration_fee", amount: "1000.00" }]);
    expect(lines.at(-1)).toEqual({
      kind: "late_declaration_fee",
      ours: "0.00",
      authority: "1000.00",
      difference: "1000.00",
    });
  });
});

describe("what is due and what was paid", () => {
  const assessed = { duty: "100.00", consumptionTax: "0.00", vat: "50.00" };
  const half = { duty: "50.00", consumptionTax: "0.00", vat: "25.00" };

  it("is less by what came back, and only what was paid beyond it can be claimed", () => {
    const due = dueLines(assessed, [half]);
    expect(due.map(({ amount }) => amount)).toEqual(["50.00", "0.00", "25.00"]);
    const paid = netPaid(
      [{ amount: "150.00" }],
      [
        { amount: "10.00", state: "claimed" },
        { amount: "9.00", state: "refused" },
      ],
    );
    expect(formatDecimal(paid)).toBe("140.00");
    expect(formatDecimal(overpaid(paid, due))).toBe("65.00");
    expect(formatDecimal(overpaid(decimal("75"), due))).toBe("0");
  });

  it("pays a bill with what pays for no other, and asks for the rest", () => {
    const open = (bill: string, paid: string, others: readonly string[]) =>
      formatDecimal(
        openOfBill(
          bill,
          decimal(paid),
          others.map((total) => ({ total })),
        ),
      );
    expect(open("100.00", "0.00", [])).toBe("100.00");
    expect(open("100.00", "1.00", [])).toBe("99.00");
    expect(open("100.00", "150.00", ["50.00"])).toBe("0");
    expect(open("100.00", "150.00", ["80.00"])).toBe("30.00");
    // Bills that were paid elsewhere take nothing from this one.
    expect(open("100.00", "20.00", ["80.00"])).toBe("100.00");
  });
});

describe("the last day of payment", () => {
  it("lies fifteen days after the bill, and never on a Saturday or a Sunday", () => {
    expect(dueDay("2026-11-24", 15)).toBe("2026-12-09");
    expect(dueDay("2026-11-27", 15)).toBe("2026-12-14");
    expect(dueDay("2026-11-28", 15)).toBe("2026-12-14");
  });
});
