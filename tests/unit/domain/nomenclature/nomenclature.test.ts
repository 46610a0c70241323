import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isSubheading, parseNomenclature, pathOf, sectionOf, subheadingOf } from "@/domain/nomenclature/nomenclature";

const table = readFileSync("prisma/reference/nomenclature/hs-2022.tsv", "utf8");
const nomenclature = parseNomenclature(2022, table);

describe("the nomenclature", () => {
  it("has a heading and a chapter above every subheading", () => {
    const orphans = nomenclature.subheadings.filter((code) => pathOf(nomenclature, code).length !== 3);
    expect(orphans).toEqual([]);
    expect(nomenclature.subheadings.length).toBeGreaterThan(5600);
  });

  it("knows a national code by its first six digits, and no code that the edition does not have", () => {
    expect(isSubheading(nomenclature, "6109.10.0022")).toBe(true);
    expect(isSubheading(nomenclature, "610910")).toBe(true);
    expect(isSubheading(nomenclature, "610999")).toBe(false);
    expect(isSubheading(nomenclature, "6109")).toBe(false);
  });

  it("tells the path of a code from the chapter down", () => {
    expect(pathOf(nomenclature, "610910").map(({ code }) => code)).toEqual(["61", "6109", "610910"]);
  });

  it("knows the section of each chapter that exists", () => {
    expect(["01", "05", "06", "27", "61", "84", "97"].map(sectionOf)).toEqual([1, 1, 2, 5, 11, 16, 21]);
  });

  it("names the line that is no entry", () => {
    expect(() => parseNomenclature(2022, "code\ten\tzh\n0101\tHorses")).toThrow(/Line 2/);
  });
});

describe("a code as people write it", () => {
  it("is cut to six digits, and is none with fewer or with letters", () => {
    expect(subheadingOf("6109.10.00 22")).toBe("610910");
    expect(subheadingOf("61091")).toBeNull();
    expect(subheadingOf("6109A0")).toBeNull();
  });
});
