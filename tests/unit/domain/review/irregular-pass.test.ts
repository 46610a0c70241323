import { describe, expect, it } from "vitest";
import { checkIrregularPass, irregularLines } from "@/domain/review/irregular-pass";

const irregular = (line: number) => ({ line, isIrregular: true });
const clean = (line: number) => ({ line, isIrregular: false });
const why = "The surplus was declared and taxed.";

describe("a pass of examined goods", () => {
  it("goes by the newest result of each line", () => {
    expect(irregularLines([irregular(2), clean(1), irregular(1), clean(2)])).toEqual([1]);
    expect(irregularLines([])).toEqual([]);
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
