import { describe, expect, it } from "vitest";
import en from "@/contracts/messages/reasons.en.json";
import zh from "@/contracts/messages/reasons.zh.json";
import { FEATURE_GROUPS } from "@/domain/history/feature";
import { caseReasons } from "@/domain/review/case-reasons";
import english from "@/messages/en.json";
import chinese from "@/messages/zh.json";

const contributions = [
  { factor: "model_start", points: 30 },
  { factor: "model_weight", points: 9 },
  { factor: "origin", points: 4 },
  { factor: "model_price", points: 1 },
];

describe("why a case is here", () => {
  it("names a switch, an alert or a rule before anything of the score", () => {
    for (const cause of ["switch", "alert", "rule"])
      expect(caseReasons({ laneCause: `${cause}:X`, hardRules: ["arms"], contributions }, true)).toEqual([
        `cause.${cause}`,
        "control.arms",
        "factor.model_weight",
        "factor.origin",
      ]);
  });

  it("says nothing of where the model starts, nor of a single point", () => {
    const reasons = caseReasons({ laneCause: "score", hardRules: [], contributions }, true);
    expect(reasons).toEqual(["factor.model_weight", "factor.origin"]);
  });

  it("tells others than the authority neither rule nor group of the model", () => {
    expect(caseReasons({ laneCause: "rule:X", hardRules: [], contributions }, false)).toEqual([
      "factor.model",
      "factor.origin",
    ]);
  });

  it("names the score's band where nothing else speaks", () => {
    const assessed = { laneCause: "score", hardRules: [], contributions: [{ factor: "model_start", points: 30 }] };
    expect(caseReasons(assessed, true)).toEqual(["cause.score"]);
  });
});

describe("the words of the reasons", () => {
  const catalogues = [
    { long: en.factor, short: english.review.factor },
    { long: zh.factor, short: chinese.review.factor },
  ];

  it("exist, long and short, for every factor and every group of the model in both languages", () => {
    const groups = [...FEATURE_GROUPS, "start"].map((group) => `model_${group}`);
    for (const { long, short } of catalogues) {
      expect(Object.keys(short).toSorted()).toEqual(Object.keys(long).toSorted());
      expect(groups.filter((group) => !(group in long))).toEqual([]);
    }
  });

  it("name no raw feature and leave no parentheses empty", () => {
    for (const { long } of catalogues)
      for (const [factor, words] of Object.entries(long))
        if (factor.startsWith("model_")) expect(words).not.toMatch(/[{](fact|value)[}]|[(（]\s*[)）]/);
  });
});
