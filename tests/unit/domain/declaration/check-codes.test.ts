import { describe, expect, it } from "vitest";
import { assembleDeclaration } from "@/domain/declaration/assemble";
import { checkDeclaration } from "@/domain/declaration/check";
import { DAY, fact, REFERENCE } from "../fixtures";

function issuesOf(code: string) {
  const facts = [
    fact("total", "100.00"),
    fact("hs_code", code, { line: 1 }),
    fact("amount", "100.00", { line: 1 }),
    fact("origin", "DE", { line: 1 }),
  ];
  const draft = assembleDeclaration({ regime: "0110", facts, consumer: null });
  const issues = checkDeclaration({ draft, facts, reference: REFERENCE, day: DAY });
  return {
    code: draft.lines[0]?.commodityCode?.value,
    found: issues.filter((issue) => issue.field === "lines.1.commodityCode"),
  };
}

describe("the commodity code of a line", () => {
  it("of another tariff is cut to six digits, with a warning that names what was cut", () => {
    const { code, found } = issuesOf("8518.30.20.00.90");
    expect(code).toBe("851830");
    expect(found).toMatchObject([
      { code: "code_cut", severity: "warning", parameters: { stated: "851830200090", code: "851830", digits: "12" } },
    ]);
  });

  it("that ceased names its successors, and not a measure that is missing", () => {
    const { found } = issuesOf("8517120000");
    expect(found).toMatchObject([
      { code: "code_ceased", severity: "error", parameters: { successors: "851713, 851714", code: "8517120000" } },
    ]);
  });

  it("of the tariff is neither", () => {
    expect(issuesOf("8518302000").found).toEqual([]);
    expect(issuesOf("8518302000101").found).toEqual([]);
  });
});
