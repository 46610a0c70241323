import { describe, expect, it } from "vitest";
import { type ActiveRule, applyRules } from "@/domain/risk-rules/apply-rules";
import { conditionOf, rowsOf } from "@/domain/risk-rules/conditions";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { activationFault, selects } from "@/domain/risk-rules/rule";

function rule(code: string, expression: string, given: Partial<ActiveRule> = {}): ActiveRule {
  const parsed = parseRule(expression);
  if (!parsed.ok) throw new Error(parsed.error.kind);
  return {
    ...{ ruleId: code, versionId: `${code}-1`, version: 1, code, title: code, lane: "yellow", rate: 100 },
    ...{ maxUnselected: null, condition: parsed.value, isShadow: false, unselectedInARow: 0 },
    ...given,
  };
}
const subject = { commodityCode: "9503004900", origin: "CN", grossKg: 2, duty: null };
const applied = (
  rules: readonly ActiveRule[],
  switches: Parameters<typeof applyRules>[0]["switches"] = [],
  draw = 0.5,
) => applyRules({ rules, lists: new Map(), switches }, subject, () => draw);

describe("rules applied to a line", () => {
  it("decide, watch or are passed over by the draw", () => {
    const { hits, shadow, unselected, missing } = applied([
      rule("HIT", "grossKg < 5"),
      rule("WATCH", "grossKg < 5", { isShadow: true }),
      rule("SAMPLED", "grossKg < 5", { rate: 40 }),
      rule("UNKNOWN", "duty > 5"),
    ]);
    expect([hits, shadow, unselected].map((all) => all.map(({ code }) => code))).toEqual([
      ["HIT"],
      ["WATCH"],
      ["SAMPLED"],
    ]);
    expect(hits[0]?.facts).toEqual([{ field: "grossKg", value: 2, comparison: "grossKg < 5" }]);
    expect(missing).toEqual([{ code: "UNKNOWN", fields: ["duty"] }]);
  });

  it("obey switches: a rule that is off hits nothing, goods that are held are named", () => {
    const result = applied(
      [rule("HIT", "grossKg < 5")],
      [
        { kind: "rule", value: "HIT", reason: "wrong" },
        { kind: "code", value: "9503", reason: "alert" },
        { kind: "code", value: "85", reason: "alert" },
        { kind: "origin", value: "CN", reason: "alert" },
      ],
    );
    expect(result.hits).toEqual([]);
    expect(result.noRelease.map(({ value }) => value)).toEqual(["9503", "CN"]);
  });

  it("say when a rule could not be evaluated", () => {
    expect(applied([rule("LISTED", 'origin in list("gone")')]).faults).toEqual([
      { code: "LISTED", fault: "list_unknown: gone" },
    ]);
  });
});

describe("sampling", () => {
  it("selects by the draw, and after too many in a row whatever the draw", () => {
    expect(selects({ rate: 40, maxUnselected: null }, 0.39, 0)).toBe(true);
    expect(selects({ rate: 40, maxUnselected: null }, 0.4, 99)).toBe(false);
    expect(selects({ rate: 40, maxUnselected: 3 }, 0.9, 2)).toBe(false);
    expect(selects({ rate: 40, maxUnselected: 3 }, 0.9, 3)).toBe(true);
  });
});

describe("activation", () => {
  const now = new Date("2026-11-27T00:00:00Z");
  const ready: Parameters<typeof activationFault>[0] & { readonly backtest: object } = {
    state: "shadow",
    acknowledgesNoHits: false,
    from: "2026-11-27",
    backtest: {
      at: new Date("2026-11-21T00:00:00Z"),
      day: "2026-11-21",
      window: { from: "2026-08-23", before: "2026-11-21" },
      fault: null,
      hits: 10,
      declarations: 100,
      stopped: 10,
    },
  };
  const faultOf = (given: Partial<Parameters<typeof activationFault>[0]>) =>
    activationFault({ ...ready, ...given }, now, "2026-11-27");
  const tested = (given: Partial<NonNullable<Parameters<typeof activationFault>[0]["backtest"]>>) => ({
    backtest: { ...ready.backtest, ...given },
  });
  it.each([
    [{}, null],
    [{ state: "backtested" as const }, "rule_not_in_shadow"],
    [{ from: "2026-11-26" }, "rule_day_past"],
    [{ backtest: null }, "rule_not_backtested"],
    [tested({ at: new Date("2026-11-19T23:59:59Z") }), "rule_backtest_stale"],
    [tested({ hits: 0, stopped: 0 }), "rule_hits_nothing"],
    [{ ...tested({ hits: 0, stopped: 0 }), acknowledgesNoHits: true }, null],
    [
      {
        ...tested({ window: { from: "2026-11-20", before: "2026-11-21" }, hits: 0, stopped: 0, declarations: 0 }),
        acknowledgesNoHits: true,
      },
      "rule_window_short",
    ],
    [tested({ window: { from: "2026-08-24", before: "2026-11-21" } }), "rule_window_short"],
    [tested({ window: { from: "2026-01-01", before: "2026-11-20" } }), "rule_window_short"],
    [tested({ fault: "list: none" }), "rule_not_evaluable"],
    [tested({ stopped: 20 }), null],
    [tested({ stopped: 21 }), "rule_stops_too_much"],
    [tested({ stopped: 1, declarations: 1 }), "rule_stops_everything"],
  ])("of %j: %s", (given, expected) => {
    expect(faultOf(given)).toBe(expected);
  });
});

describe("the rows of a form", () => {
  it("say a plain conjunction, and nothing that is more than one", () => {
    const rowsOfText = (text: string) => {
      const parsed = parseRule(text);
      return parsed.ok ? rowsOf(parsed.value) : undefined;
    };
    expect(rowsOfText('commodityCode under "9503" and not isVague and grossKg < 5')).toEqual([
      { field: "commodityCode", test: "under", value: "9503" },
      { field: "isVague", test: "=", value: "false" },
      { field: "grossKg", test: "<", value: "5" },
    ]);
    expect(rowsOfText("grossKg < 5 or isVague")).toBeNull();
    expect(rowsOfText("grossKg - netKg < 5")).toBeNull();
    expect(conditionOf([{ field: "grossKg", test: "<", value: "five" }])).toBeNull();
    expect(conditionOf([])).toBeNull();
  });
});
