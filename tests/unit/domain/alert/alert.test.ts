import { describe, expect, it } from "vitest";
import { whereaboutsOf } from "@/domain/alert/affected";
import { type Alert, alertsHitting, isScoped, type LineFacts } from "@/domain/alert/alert";
import type { ClearanceState } from "@/domain/clearance/lifecycle";

const line: LineFacts = {
  commodityCode: "9503008900",
  origin: "CN",
  producers: ["Guangdong Toys Co., Ltd."],
  description: "Plush bear, lot A-17/b, 30 cm",
};
const alert = (given: Partial<Alert>): Alert => ({
  id: "a",
  ...{ commodityPrefix: null, origin: null, producer: null, words: [], reason: "r", citation: "c" },
  ...{ validFrom: "2026-01-01", validTo: "2026-12-31" },
  ...given,
});
const hits = (given: Partial<Alert>, day = "2026-11-27") => alertsHitting([alert(given)], [line], day).length === 1;

describe("an alert", () => {
  it.each<[Partial<Alert>, boolean]>([
    [{ commodityPrefix: "9503" }, true],
    [{ commodityPrefix: "9504" }, false],
    [{ origin: "CN", commodityPrefix: "95" }, true],
    [{ origin: "VN", commodityPrefix: "95" }, false],
    [{ producer: "guangdong toys" }, true],
    [{ producer: "Guangxi" }, false],
    [{ words: ["LOT A 17 B"] }, true],
    [{ words: ["lot A-1"] }, false],
    [{ words: ["lot 9", "bear"] }, true],
  ])("of %o hits the bear: %s", (given, expected) => {
    expect(hits(given)).toBe(expected);
  });

  it("hits on its days alone", () => {
    expect(hits({ commodityPrefix: "9503" }, "2026-12-31")).toBe(true);
    expect(hits({ commodityPrefix: "9503" }, "2027-01-01")).toBe(false);
  });

  it("says something, or it would stop all goods", () => {
    expect(isScoped(alert({}))).toBe(false);
    expect(isScoped(alert({ words: ["  - "] }))).toBe(false);
    expect(isScoped(alert({ origin: "CN" }))).toBe(true);
  });
});

describe("where the goods of an alert are", () => {
  it.each<[ClearanceState, ClearanceState, string]>([
    ["in_review", "opened", "in_review"],
    ["queried", "opened", "in_review"],
    ["releasable", "opened", "releasable"],
    ["documented", "opened", "preparing"],
    ["released", "opened", "between_gates"],
    ["released", "in_examination", "in_review"],
    ["released", "held", "held"],
    ["released", "released", "released"],
    ["released", "refused", "refused"],
  ])("%s and %s is %s", (exit, market, expected) => {
    expect(
      whereaboutsOf([
        { stage: "bonded_exit", state: exit },
        { stage: "domestic_distribution", state: market },
      ]),
    ).toBe(expected);
  });
});
