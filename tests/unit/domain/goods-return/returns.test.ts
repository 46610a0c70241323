import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessedLines } from "@/domain/goods-return/assessed-lines";
import { cameInTime, mayApply, returnClock } from "@/domain/goods-return/clock";
import { type AssessedLine, REVERSED_AMOUNTS, type ReturnedLine, reverseLines } from "@/domain/goods-return/reverse";
import { add, compare, decimal, formatDecimal, ZERO } from "@/domain/shared/decimal";

const clock = returnClock("2026-11-01", { applicationDays: 30, arrivalDays: 45 });

describe("the clocks of a return", () => {
  it("lets it be applied for on day 30 and not on day 31", () => {
    expect(clock).toEqual({ releasedOn: "2026-11-01", applyBy: "2026-12-01", arriveBy: "2026-12-16" });
    expect(mayApply(clock, "2026-12-01").ok).toBe(true);
    expect(mayApply(clock, "2026-12-02")).toEqual({ ok: false, error: "return_applied_late" });
  });

  it("lets goods be back on day 45 and not on day 46, nor ahead of today, nor before they were applied for", () => {
    const came = (arrivedOn: string, today = "2027-01-01") =>
      cameInTime(clock, { appliedOn: "2026-11-20", arrivedOn, today });
    expect(came("2026-12-16").ok).toBe(true);
    expect(came("2026-12-17")).toEqual({ ok: false, error: "return_arrived_late" });
    expect(came("2026-12-10", "2026-12-09")).toEqual({ ok: false, error: "return_day_ahead" });
    expect(came("2026-11-19")).toEqual({ ok: false, error: "return_before_application" });
  });
});

const socks: AssessedLine = {
  line: 1,
  quantity: "3",
  value: "100.00",
  duty: "0.00",
  consumptionTax: "0.00",
  vat: "9.10",
};
const cream: AssessedLine = {
  line: 2,
  quantity: "1",
  value: "425.00",
  duty: "0.00",
  consumptionTax: "52.50",
  vat: "45.50",
};

describe("what a return reverses", () => {
  it("is the share of the line, and over all returns its whole, to the fen", () => {
    const first = reverseLines([socks, cream], [], [{ line: 1, quantity: "1" }]);
    expect(first).toMatchObject({ value: { total: { value: "33.33", vat: "3.03" }, isAll: false } });
    const rest = reverseLines(
      [socks, cream],
      [{ line: 1, quantity: "1" }],
      [
        { line: 1, quantity: "2" },
        { line: 2, quantity: "1" },
      ],
    );
    expect(rest).toMatchObject({
      value: { total: { value: "491.67", consumptionTax: "52.50", vat: "51.57" }, isAll: true },
    });
  });

  it("is refused for more than is left, for a line that is not there, and for nothing", () => {
    expect(reverseLines([socks], [{ line: 1, quantity: "2" }], [{ line: 1, quantity: "1.5" }])).toEqual({
      ok: false,
      error: { kind: "return_quantity", line: 1, left: "1" },
    });
    expect(reverseLines([socks], [], [{ line: 1, quantity: "0" }]).ok).toBe(false);
    expect(reverseLines([socks], [], [{ line: 7, quantity: "1" }])).toMatchObject({
      error: { kind: "return_line_unknown" },
    });
    expect(reverseLines([socks], [], [])).toEqual({ ok: false, error: { kind: "return_empty" } });
  });

  it("adds up to the assessment, however the goods come back", () => {
    const cents = fc
      .integer({ min: 0, max: 1_000_000 })
      .map((units) => formatDecimal({ units: BigInt(units), scale: 2 }));
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 40 }),
      value: cents,
      duty: cents,
      consumptionTax: cents,
      vat: cents,
    });
    fc.assert(
      fc.property(line, fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 }), (given, parts) => {
        const assessed = { ...given, line: 1, quantity: String(given.quantity) };
        const returned: ReturnedLine[] = [];
        const sums = { value: ZERO, duty: ZERO, consumptionTax: ZERO, vat: ZERO };
        let isAll = false;
        for (const quantity of [...parts, ...Array.from({ length: given.quantity }, () => 1)]) {
          const wanted = { line: 1, quantity: String(quantity) };
          const reversed = reverseLines([assessed], returned, [wanted]);
          if (!reversed.ok) continue;
          returned.push(wanted);
          for (const each of REVERSED_AMOUNTS) sums[each] = add(sums[each], decimal(reversed.value.total[each]));
          isAll = reversed.value.isAll;
        }
        expect(isAll).toBe(true);
        for (const each of REVERSED_AMOUNTS) expect(compare(sums[each], decimal(assessed[each]))).toBe(0);
      }),
    );
  });
});

describe("an assessment by line", () => {
  it("spreads what was levied, and gives nothing back of what was not", () => {
    const step = (line: number, kind: string, amount: string) => ({
      line,
      kind,
      base: line === 1 ? "100.00" : "300.00",
      amount,
    });
    const tax = {
      currency: "CNY",
      customsValue: "400.00",
      duty: "0.00",
      consumptionTax: "0.00",
      vat: "36.40",
      lines: [step(1, "duty", "4.00"), step(1, "vat", "9.10"), step(2, "duty", "5.00"), step(2, "vat", "27.30")],
    };
    expect(
      assessedLines(tax, [
        { number: 1, quantity: "2" },
        { number: 2, quantity: "1" },
      ]),
    ).toEqual([
      { line: 1, quantity: "2", value: "100.00", duty: "0.00", consumptionTax: "0.00", vat: "9.10" },
      { line: 2, quantity: "1", value: "300.00", duty: "0.00", consumptionTax: "0.00", vat: "27.30" },
    ]);
  });
});
