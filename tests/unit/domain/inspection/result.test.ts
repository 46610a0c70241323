import { describe, expect, it } from "vitest";
import { basisOf, checkResult, type LineResult } from "@/domain/inspection/result";
import { linesToInspect } from "@/domain/inspection/scope";

const line = (given: Partial<LineResult> = {}): LineResult => ({
  line: 1,
  irregularity: null,
  revenue: "0",
  finding: null,
  ...given,
});
const faultOf = (ordered: number[], results: LineResult[]) => {
  const checked = checkResult(ordered, results);
  return checked.ok ? "in order" : `${checked.error.fault} ${checked.error.pointer} ${checked.error.parameters.line}`;
};

describe("the result of an inspection", () => {
  it.each<[number[], LineResult[], string]>([
    [[1, 2], [line(), line({ line: 2, irregularity: "VALUE", revenue: "10.50" })], "in order"],
    [[1, 2], [line()], "line_missing /lines/1 2"],
    [[1], [line(), line({ line: 2 })], "line_not_looked_at /lines/1 2"],
    [[1], [line(), line()], "line_twice /lines/1 1"],
    [[1], [line({ irregularity: "ORIGIN", revenue: "1.005" })], "revenue_form /lines/0 1"],
    [[1], [line({ irregularity: "ORIGIN", revenue: "-1" })], "revenue_form /lines/0 1"],
    [[1], [line({ revenue: "1" })], "revenue_of_nothing /lines/0 1"],
  ])("of lines %o: %o is %s", (ordered, results, expected) => {
    expect(faultOf(ordered, results)).toBe(expected);
  });

  it("knows why the goods were looked at by the cause of their lane", () => {
    expect(["hard_rule:ivory", "score", "random", "exploration", "alert"].map(basisOf)).toEqual([
      ...["rule", "score", "random", "exploration", "other"],
    ]);
    expect(basisOf(undefined)).toBe("other");
  });
});

describe("what still has to be looked at", () => {
  const looked = { stage: "bonded_exit", state: "recorded", lines: [1], isFlagged: false } as const;
  it("is what was looked at at neither gate, unless the result is flagged for the other one", () => {
    const second = "domestic_distribution" as const;
    expect(linesToInspect([1, 2], [looked], second)).toEqual([2]);
    expect(linesToInspect([1, 2], [{ ...looked, isFlagged: true }], second)).toEqual([1, 2]);
    expect(linesToInspect([1, 2], [{ ...looked, isFlagged: true }], "bonded_exit")).toEqual([2]);
    expect(linesToInspect([1, 2], [{ ...looked, state: "ordered" }], second)).toEqual([1, 2]);
  });
});
