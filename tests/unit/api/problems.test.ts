import { describe, expect, it } from "vitest";
import { z } from "zod";
import { invalidInput, problemOf } from "@/api/problems";
import english from "@/contracts/messages/faults.en.json";
import chinese from "@/contracts/messages/faults.zh.json";

const schema = z.strictObject({
  name: z.string().min(3),
  from: z.string().refine((text) => text === "2026-01-01", "form_date"),
});
const issueOf = (value: unknown) => schema.safeParse(value).error?.issues[0];

describe("what is wrong with a value", () => {
  it("has the same places for parameters in both languages", () => {
    const places = (texts: Record<string, string>) =>
      Object.entries(texts).map(([code, text]) => [code, (text.match(/\{\w+\}/g) ?? []).sort()]);
    expect(places(chinese.fault)).toEqual(places(english.fault));
  });

  it("is told in the reader's language, with the same pointer and code", () => {
    const fault = invalidInput(issueOf({ name: "abc", from: "yesterday" }), "zh");
    expect(problemOf(fault, "r", "en").errors).toMatchObject([
      { pointer: "/from", code: "form_date", message: "Write the date as YYYY-MM-DD." },
    ]);
    expect(problemOf(fault, "r", "zh").errors).toMatchObject([
      { pointer: "/from", code: "form_date", message: "请按 YYYY-MM-DD 填写日期。" },
    ]);
  });

  it("is told in the reader's language by the schema too", () => {
    const told = (language: "en" | "zh") =>
      problemOf(invalidInput(issueOf({ name: "a", from: "2026-01-01" }), language), "r", language).errors?.[0];
    expect(told("en")).toMatchObject({ pointer: "/name", code: "malformed" });
    expect(told("en")?.message).toContain("3 characters");
    expect(told("zh")?.message).toMatch(/[一-鿿].*3/);
  });

  it("names the row of a file first", () => {
    const fault = {
      kind: "invalid_input",
      pointer: "/rows/7",
      fault: "tier_unknown",
      parameters: { row: "7", tiers: "a, b" },
    } as const;
    expect(problemOf(fault, "r", "en").errors?.[0]?.message).toBe("Row 7: The tier is one of a, b.");
  });
});
