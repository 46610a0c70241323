import { describe, expect, it } from "vitest";
import { type ClockFacts, type ClockLaw, legalClocks, nextClock } from "@/domain/clearance-time/legal-clocks";
import { decimal } from "@/domain/shared/decimal";
import { toMoney } from "@/domain/shared/money";

const NOON = "T04:00:00.000Z";
const now = (today: string) => ({ today, at: Date.parse(`${today}${NOON}`) });
const day = (on: string) => ({ on, at: Date.parse(`${on}${NOON}`) });
const FACTS: ClockFacts = {
  arrivedOn: null,
  arrivalBegins: null,
  lodged: null,
  customsValue: null,
  released: null,
  bills: [],
  isRetail: false,
  returns: [],
};
const LAW: ClockLaw = {
  declarationDays: { value: 14, citation: "art. 24" },
  lateFee: { dailyRate: "0.0005", threshold: "50" },
  taxPayment: { value: 15, citation: "tax" },
  returnApplication: { value: 30, citation: "returns" },
  returnArrival: { value: 45, citation: "returns" },
  agreement: { code: "rcep_general", hours: 48, citation: "art. 4.11" },
};
const VALUE = toMoney(decimal("100000.00"), "CNY");
const arrived = (on: string) => ({ arrivedOn: on, arrivalBegins: Date.parse(`${on}T00:00:00+08:00`) });

describe("the clocks of the law", () => {
  it("run for nothing whose facts are not known", () => {
    expect(legalClocks(FACTS, LAW, now("2026-11-27"))).toEqual([]);
  });

  it("give fourteen days after the arrival to declare, without a fee on the last", () => {
    // The 14th is the 16th of November, a Monday.
    const facts = { ...FACTS, ...arrived("2026-11-02"), customsValue: VALUE };
    expect(legalClocks(facts, LAW, now("2026-11-16"))).toMatchObject([
      { code: "declaration", dueOn: "2026-11-16", left: 0, breached: false, isDone: false, fee: null },
    ]);
  });

  it("charge from the fifteenth day on, that day and the day of the declaration counting", () => {
    const facts = { ...FACTS, ...arrived("2026-11-02"), customsValue: VALUE, lodged: day("2026-11-18") };
    const [clock] = legalClocks(facts, { ...LAW, agreement: null }, now("2026-11-27"));
    expect(clock).toMatchObject({ breached: true, left: -2, isDone: true });
    expect(clock?.fee).toEqual(toMoney(decimal("100.00"), "CNY"));
  });

  it("charge from the Monday where the fifteenth day is one of rest", () => {
    // The 15th day after the 6th is Saturday the 21st.
    const facts = { ...FACTS, ...arrived("2026-11-06"), customsValue: VALUE };
    expect(legalClocks(facts, LAW, now("2026-11-22"))).toMatchObject([
      { dueOn: "2026-11-22", breached: false, fee: null },
    ]);
    expect(legalClocks(facts, LAW, now("2026-11-23"))[0]?.fee).toEqual(toMoney(decimal("50.00"), "CNY"));
  });

  it("say no fee while the customs value is not known", () => {
    const facts = { ...FACTS, ...arrived("2026-11-02") };
    expect(legalClocks(facts, LAW, now("2026-11-27"))).toMatchObject([{ breached: true, fee: null }]);
  });

  it("start the agreement's hours when goods and information are both there", () => {
    const early = { ...FACTS, ...arrived("2026-11-20"), lodged: day("2026-11-18") };
    const late = { ...FACTS, ...arrived("2026-11-16"), lodged: day("2026-11-18") };
    const startOf = (facts: ClockFacts) =>
      legalClocks(facts, LAW, now("2026-11-20")).find(({ code }) => code === "rcep_general");
    expect(startOf(early)).toMatchObject({ startsAt: "2026-11-19T16:00:00.000Z", dueAt: "2026-11-21T16:00:00.000Z" });
    expect(startOf(late)).toMatchObject({ startsAt: "2026-11-18T04:00:00.000Z", left: 0, breached: false });
    expect(startOf({ ...late, arrivalBegins: null })).toBeUndefined();
  });

  it("follow each tax bill until it is paid", () => {
    const bills = [
      { number: "1", issuedOn: "2026-11-02", dueOn: "2026-11-17", paidOn: "2026-11-18" },
      { number: "2", issuedOn: "2026-11-16", dueOn: "2026-12-01", paidOn: null },
    ];
    expect(legalClocks({ ...FACTS, bills }, LAW, now("2026-11-27"))).toMatchObject([
      { subject: "1", isDone: true, breached: true, left: -1, owner: "payer" },
      { subject: "2", isDone: false, breached: false, left: 4 },
    ]);
  });

  it("let the right to return goods lapse without a breach, and hold a return to its day", () => {
    const facts = { ...FACTS, isRetail: true, released: day("2026-10-01") };
    expect(legalClocks(facts, LAW, now("2026-11-27"))).toMatchObject([
      { code: "return_application", dueOn: "2026-10-31", isDone: true, breached: false },
    ]);
    const returns = [{ appliedOn: "2026-10-20", arriveBy: "2026-11-15", arrivedOn: null }];
    expect(legalClocks({ ...facts, returns }, LAW, now("2026-11-27"))[1]).toMatchObject({
      ...{ code: "return_arrival", breached: true, left: -12 },
    });
  });

  it("name the one that ends first of those that still run", () => {
    const bills = [
      { number: "1", issuedOn: "2026-11-02", dueOn: "2026-11-17", paidOn: "2026-11-10" },
      { number: "2", issuedOn: "2026-11-16", dueOn: "2026-12-01", paidOn: null },
    ];
    const clocks = legalClocks({ ...FACTS, ...arrived("2026-11-20"), bills }, LAW, now("2026-11-27"));
    expect(nextClock(clocks)).toMatchObject({ code: "tax_payment", subject: "2" });
    expect(nextClock([])).toBeNull();
  });
});
