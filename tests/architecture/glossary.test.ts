import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const lines = readFileSync("docs/glossary.md", "utf8").split("\n");
const rows = lines.flatMap((line, index) => (line.startsWith("|") ? [index] : []));
const terms = rows
  .slice(2)
  .flatMap((index) => (lines[index]?.split("|")[1] ?? "").split(","))
  .map((term) => term.trim());

describe("the glossary", () => {
  it("is one table without a break", () => {
    const first = rows[0] ?? 0;
    expect(rows.length).toBeGreaterThan(50);
    expect(rows).toEqual(rows.map((_, index) => first + index));
    expect(terms).not.toContain("word");
  });

  it("says each term once", () => {
    expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
  });
});
