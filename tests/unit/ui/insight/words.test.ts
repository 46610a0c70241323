import { describe, expect, it } from "vitest";
import { wordsOfMeasure } from "@/contracts/insight-words";
import { SLICES } from "@/domain/insight/hit-rate";
import { COUNTED, insightOf, MEASURES } from "@/domain/insight/insight";
import { driftTable, tableOf } from "@/domain/insight/tables";
import { LANES } from "@/domain/selectivity/lanes";
import english from "@/messages/en.json";
import chinese from "@/messages/zh.json";
import { duration, figureOf } from "@/ui/insight/figures";
import { queryOf, readQuery } from "@/ui/insight/query";
import { insightLine } from "../../../support/insight-lines";

const WINDOW = { from: "2026-11-01", before: "2026-11-08" };

/** Tables with at least a row in each. */
const insight = insightOf(
  { lines: [insightLine("a"), insightLine("b", { isCertified: true })], hits: [], passages: [] },
  WINDOW,
  26,
);
const tables = [...COUNTED.map((measure) => tableOf(measure, insight)), driftTable(null)];

describe.each([
  ["English", english.insight],
  ["Chinese", chinese.insight],
] as const)("the %s words of the measures", (_language, words) => {
  it("name every column of every table", () => {
    const columns = tables.flatMap((table) => table.columns);
    expect(columns.filter((column) => !Object.hasOwn(words.column, column))).toEqual([]);
  });

  it("name every choice, lane, group and kind", () => {
    const keys = [
      ...[...SLICES, ...LANES, "all", "slice", "lane", "rule", "yes", "no", "probability", "score"],
      ...["size", "newcomer", "origin", "established", "unknown", "other", "q1", "q2", "q3", "q4"],
      ...["certified", "regular", "stopped", "examined"],
    ];
    expect(keys.filter((key) => !Object.hasOwn(words.key, key))).toEqual([]);
  });
});

describe("the definitions", () => {
  it("say in both languages what every measure means and how it is counted", () => {
    for (const measure of MEASURES)
      for (const language of ["en", "zh"] as const)
        for (const text of Object.values(wordsOfMeasure(measure, language))) expect(text).not.toBe("");
  });
});

describe("figures", () => {
  it("are written by their column: shares as per cent, times in the unit that suits them", () => {
    expect(figureOf("share", 0.1234, "en")).toBe("12.3%");
    expect(figureOf("p90", 5_400_000, "en")).toBe("90 min");
    expect(figureOf("looked", 1_234, "en")).toBe("1,234");
    expect(duration(45_000, "en")).toBe("45 sec");
    expect(duration(200_000_000, "en")).toBe("2.3 days");
  });
});

describe("the address", () => {
  it("is read back as it was written, and what it does not know is the usual window", () => {
    expect(readQuery({ days: "365", generated: "exclude" })).toEqual({ days: "365", generated: "exclude" });
    expect(readQuery({ days: "13", generated: ["include"] })).toEqual({ days: "28", generated: null });
    expect(queryOf({ days: "7", generated: "include" })).toBe("?days=7&generated=include");
  });
});
