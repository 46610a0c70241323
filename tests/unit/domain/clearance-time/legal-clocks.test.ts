import { describe, expect, it } from "vitest";
import type { ClockFacts, ClockLaw } from "@/domain/clearance-time/legal-clock";
import { legalClocks } from "@/domain/clearance-time/legal-clocks";
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
  taxDue: null,
  paid: [],
  isRetail: false,
  returns: [],
};
const LAW: ClockLaw = {
  declarationDays: { value: 14, citation: "art. 24" },
  lateFee: { dailyRate: "0.0005", threshold: "50" },
  taxPayment: { value: 15, citation: "tax" },
  latePayment: { dailyRate: "0.0005", threshold: "50" },
  retailSettlement: { first: 31, last: 45, citation: "settlement" },
  recordKeepingYears: null,
  returnApplication: { value: 30, citation: "returns" },
  returnArrival: { value: 45, citation: "returns" },
  agreement: { code: "rcep_general", hours: 48, citation: "art. 4.11" },
};
const VALUE = toMoney(decimal("100000.00"), "CNY");
const paid = (on: string, amount: string) => ({ on, amount: toMoney(decimal(amount), "CNY") });
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
      { number: "1", issuedOn: "2026-11-02", dueOn: "2026-11-17", paidOn: "2026-11-18", total: VALUE },
      { number: "2", issuedOn: "2026-11-16", dueOn: "2026-12-01", paidOn: null, total: VALUE },
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

  it("charge a bill that is late for each day after its last one, until it is paid, and nothing below the threshold", () => {
    const bill = { number: "1", issuedOn: "2026-11-02", dueOn: "2026-11-17", paidOn: null, total: VALUE };
    const feeOf = (changed: Partial<typeof bill> | { paidOn: string }, today = "2026-11-19") =>
      legalClocks({ ...FACTS, bills: [{ ...bill, ...changed }] }, LAW, now(today))[0]?.fee;
    expect(feeOf({}, "2026-11-17")).toBeNull();
    expect(feeOf({})).toEqual(toMoney(decimal("100.00"), "CNY"));
    expect(feeOf({ paidOn: "2026-11-18" }, "2026-11-27")).toEqual(toMoney(decimal("50.00"), "CNY"));
    expect(feeOf({ total: toMoney(decimal("100.00"), "CNY") })).toEqual(toMoney(decimal("0"), "CNY"));
  });

  it("have the tax of retail goods settled from the 31st to the 45th day, unless nothing of it is left", () => {
    const facts = { ...FACTS, isRetail: true, released: day("2026-10-01"), taxDue: VALUE };
    const law = { ...LAW, returnApplication: null };
    expect(legalClocks(facts, law, now("2026-11-27"))).toMatchObject([
      { code: "retail_tax_settlement", startsAt: "2026-11-01", dueOn: "2026-11-15", breached: true, isDone: false },
    ]);
    const settled = legalClocks({ ...facts, paid: [paid("2026-11-10", "100000.00")] }, law, now("2026-11-27"));
    expect(settled).toMatchObject([{ code: "retail_tax_settlement", isDone: true, left: 5, breached: false }]);
    expect(legalClocks({ ...facts, taxDue: toMoney(decimal("0"), "CNY") }, law, now("2026-11-27"))).toEqual([]);
    expect(legalClocks({ ...facts, isRetail: false }, law, now("2026-11-27"))).toEqual([]);
  });

  it("have the tax of retail goods settled on the day on which what was paid reaches it, bills or none", () => {
    const facts = { ...FACTS, isRetail: true, released: day("2026-10-01"), taxDue: VALUE };
    const settledBy = (...of: readonly ReturnType<typeof paid>[]) =>
      legalClocks({ ...facts, paid: of }, { ...LAW, returnApplication: null }, now("2026-11-27"))[0];
    // A tenth is not the tax, also where it is the whole of a bill.
    expect(settledBy(paid("2026-11-10", "10000.00"))).toMatchObject({ isDone: false, breached: true });
    expect(settledBy(paid("2026-11-12", "90000.00"), paid("2026-11-10", "10000.00"))).toMatchObject({
      ...{ isDone: true, left: 3, breached: false },
    });
    expect(settledBy(paid("2026-11-10", "99999.99"), paid("2026-11-18", "0.01"))).toMatchObject({
      ...{ isDone: true, left: -3, breached: true },
    });
    // What is claimed back is paid no longer, and of too much only what is due counts.
    expect(settledBy(paid("2026-11-10", "100000.00"), paid("2026-11-20", "-1.00"))).toMatchObject({ isDone: false });
    expect(settledBy(paid("2026-11-10", "120000.00"), paid("2026-11-20", "-20000.00"))).toMatchObject({
      ...{ isDone: true, left: 5 },
    });
  });

  it("have papers kept for three years after the release, of a leap day until the last of February", () => {
    const law = { ...LAW, recordKeepingYears: { value: 3, citation: "art. 45" } };
    const kept = (on: string, today: string) => legalClocks({ ...FACTS, released: day(on) }, law, now(today))[0];
    expect(kept("2028-02-29", "2028-03-01")).toMatchObject({ dueOn: "2031-02-28", isDone: false });
    expect(kept("2023-11-26", "2026-11-27")).toMatchObject({ dueOn: "2026-11-26", isDone: true, breached: false });
  });
});
