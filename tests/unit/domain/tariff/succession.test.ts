import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseSuccessions, successors } from "@/domain/tariff/succession";
import { REFERENCE } from "../fixtures";

const EDITION_2022 = new Set(
  readFileSync("prisma/reference/nomenclature/hs-2022.tsv", "utf8")
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "")
    .filter((code) => code.length === 6),
);

describe("the correlation of the editions of 2017 and 2022", () => {
  it("names only codes that ceased, and only successors that exist", () => {
    expect(REFERENCE.successions.length).toBeGreaterThan(100);
    for (const { code, successors: next } of REFERENCE.successions) {
      expect(EDITION_2022.has(code), code).toBe(false);
      for (const each of next) expect(EDITION_2022.has(each), `${code} → ${each}`).toBe(true);
      expect(new Set(next).size, code).toBe(next.length);
    }
  });

  it.each([
    ["851712", ["851713", "851714"]],
    ["8517120000", ["851713", "851714"]],
    ["880330", ["880730"]],
    ["851713", ["851713"]],
  ])("says of %s: %j", (code, expected) => {
    expect(successors(REFERENCE.successions, code)).toEqual(expected);
  });

  it("is refused with the number of a line that has another shape", () => {
    expect(() => parseSuccessions("code2017\tcode2022\tnote\n8517\t851713\t", "2022-01-01")).toThrow("Line 2");
  });
});
