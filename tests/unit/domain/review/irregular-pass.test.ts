import { describe, expect, it } from "vitest";
import type { CheckedItem } from "@/domain/inspection/check";
import { checkIrregularPass, irregularLines, ownFindings } from "@/domain/review/irregular-pass";

const irregular = (line: number) => ({ line, isIrregular: true });
const clean = (line: number) => ({ line, isIrregular: false });
const why = "The surplus was declared and taxed.";

describe("a pass of examined goods", () => {
  it("goes by the newest result of each line", () => {
    expect(irregularLines([irregular(2), clean(1), irregular(1), clean(2)])).toEqual([1]);
    expect(irregularLines([])).toEqual([]);
  });

  const item = (part: Partial<CheckedItem>): CheckedItem => ({
    ...{ line: 2, check: "sample", stage: "bonded_exit", verdict: "failed", on: "2026-11-27", validUntil: null },
    ...{ isFlagged: false, isAmended: false, sealNumber: "S-1", sealState: null },
    ...part,
  });

  it.each([
    ["a sample beyond its limits", {}],
    ["a seal that was tampered with", { check: "seal", sealState: "tampered" }],
    ["a broken seal", { check: "seal", sealState: "broken" }],
  ] as const)("needs a note for %s, though its line is as declared", (_what, part) => {
    const found = [clean(1), clean(2), ...ownFindings([item(part)])];
    expect(checkIrregularPass(found, ["seal_intact"], null)).toMatchObject({
      error: { fault: "irregular_pass_note", parameters: { lines: "2" } },
    });
    expect(checkIrregularPass(found, ["goods_as_declared"], why).ok).toBe(false);
    expect(checkIrregularPass(found, ["seal_intact"], why).ok).toBe(true);
  });

  it("goes by the newest of each check that says something by itself, and by no other check", () => {
    const later = item({ verdict: "passed" });
    expect(irregularLines(ownFindings([item({}), later]))).toEqual([]);
    expect(irregularLines(ownFindings([item({}), item({ check: "seal", sealState: "intact" })]))).toEqual([2]);
    expect(ownFindings([item({ check: "physical" }), item({ check: "identity" })])).toEqual([]);
  });

  it("needs no note where the newest results are in order, or nobody looked", () => {
    for (const results of [[], [clean(1)], [irregular(1), clean(1)]])
      expect(checkIrregularPass(results, ["goods_as_declared"], null)).toEqual({ ok: true, value: undefined });
  });

  it("is refused as goods that are as declared after an irregular result, with the reasons that remain", () => {
    for (const reasons of [["goods_as_declared"], ["seal_intact", "goods_as_declared"]])
      expect(checkIrregularPass([irregular(1), irregular(3)], reasons, why)).toEqual({
        ok: false,
        error: {
          kind: "invalid_input",
          pointer: "/reasons",
          fault: "irregular_as_declared",
          parameters: { lines: "1, 3", reasons: "quantity_confirmed, seal_intact, sample_conforms" },
        },
      });
  });

  it.each([null, "", "short", "         x         "])(
    "is refused after one with the note %j, which says not why",
    (note) => {
      expect(checkIrregularPass([irregular(1)], ["seal_intact"], note)).toMatchObject({
        error: { pointer: "/note", fault: "irregular_pass_note", parameters: { lines: "1", least: "10" } },
      });
    },
  );

  it("goes through with a note that says why", () => {
    expect(checkIrregularPass([irregular(1)], ["seal_intact"], why).ok).toBe(true);
    expect(checkIrregularPass([irregular(1)], ["seal_intact"], "另行补税后予以放行，已核").ok).toBe(true);
  });
});
