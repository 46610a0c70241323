import { describe, expect, it } from "vitest";
import { controlProfileSchema, legalParameterSchema } from "@/contracts/reference";
import { REGIMES } from "@/domain/declaration/declaration";
import { measuresOn } from "@/domain/tariff/measure";
import { parameterOn, rateOn } from "@/domain/tariff/reference";
import { DAY, REFERENCE } from "../fixtures";

const ALL = Object.entries(REFERENCE) as [keyof typeof REFERENCE, (typeof REFERENCE)[keyof typeof REFERENCE]][];

describe("the reference data", () => {
  it.each(ALL)("%s: every fact has an id of its own, a source, and ends after it begins", (_kind, facts) => {
    const ids = facts.map((fact) => fact.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const fact of facts) {
      expect(fact.citation.length).toBeGreaterThan(10);
      expect(fact.validTo === null || fact.validTo >= fact.validFrom, fact.id).toBe(true);
    }
  });

  it("never holds two values of one parameter on one day", () => {
    for (const a of REFERENCE.parameters)
      for (const b of REFERENCE.parameters) {
        if (a.id >= b.id || a.code !== b.code) continue;
        expect((a.validTo ?? "9999") < b.validFrom || (b.validTo ?? "9999") < a.validFrom, `${a.id} ${b.id}`).toBe(
          true,
        );
      }
  });

  it("never holds two measures of one kind, code and origin on one day", () => {
    const groups = group(REFERENCE.measures);
    for (const [key, rows] of groups) {
      const sorted = rows.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
      for (const [index, row] of sorted.entries()) {
        const next = sorted[index + 1];
        if (next) expect(row.validTo !== null && row.validTo < next.validFrom, key).toBe(true);
      }
    }
  });

  it("asks for nothing twice in one regime, at one stage, on one day", () => {
    for (const day of ["2021-12-31", "2022-01-01", "2026-05-31", "2026-06-01", DAY])
      for (const regime of REGIMES) {
        const due = REFERENCE.requirementRules
          .filter((rule) => rule.regimes.includes(regime))
          .filter((rule) => rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo))
          .map((rule) => `${rule.stage}:${rule.code}`);
        expect(new Set(due).size).toBe(due.length);
      }
  });

  it("names a VAT rate wherever it names a duty, so that no line is taxed by half", () => {
    for (const measure of REFERENCE.measures.filter((each) => each.kind === "mfn"))
      expect(measuresOn(REFERENCE, measure.code.padEnd(10, "0"), "DE", DAY).has("vat"), measure.code).toBe(true);
  });

  it.each([
    ["8518302000", "0", "0.13", null],
    ["8471300000", "0", "0.13", null],
    ["2204210000", "0.14", "0.13", "0.10"],
    ["3304990000", "0.01", "0.13", "0.15"],
    ["3303000010", "0.03", "0.13", "0.15"],
    ["9102110000", "0.08", "0.13", "0.20"],
    ["0406900000", "0.12", "0.13", null],
    ["1905310000", "0.10", "0.13", null],
    ["6109100021", "0.06", "0.13", null],
    ["8517130000", "0", "0.13", null],
    ["8703234110", "0.15", "0.13", "0.05"],
    ["2208300000", "0.10", "0.13", "0.20"],
    ["0901110000", "0.08", "0.09", null],
    ["0901210000", "0.15", "0.13", null],
    ["9503002100", "0", "0.13", null],
    ["6403990090", "0.10", "0.13", null],
  ])("knows %s: MFN %s, VAT %s, consumption tax %s", (code, mfn, vat, consumption) => {
    const applying = measuresOn(REFERENCE, code, "DE", DAY);
    expect(applying.get("mfn")?.rate.adValorem).toBe(mfn);
    expect(applying.get("vat")?.rate.adValorem).toBe(vat);
    expect(applying.get("consumption_tax")?.rate.adValorem ?? null).toBe(consumption);
  });

  it("takes the longest code, then the origin's own, then its group's, then the latest", () => {
    const [base] = REFERENCE.measures;
    if (!base) throw new Error("There is no measure");
    const row = (id: string, code: string, area: string, validFrom = "2020-01-01") => ({
      ...base,
      kind: "mfn" as const,
      id,
      code,
      geography: { area, except: [] },
      validFrom,
      validTo: null,
    });
    const pick = (...rows: ReturnType<typeof row>[]) =>
      measuresOn({ measures: rows, areas: REFERENCE.areas }, "8518302000", "DE", DAY).get("mfn")?.id;
    expect(pick(row("heading", "8518", "*"), row("line", "85183020", "*"), row("chapter", "85", "DE"))).toBe("line");
    expect(pick(row("all", "8518", "*"), row("own", "8518", "DE"), row("other", "8518", "FR"))).toBe("own");
    expect(pick(row("all", "8518", "*"), row("group", "8518", "CN_MFN"))).toBe("group");
    expect(pick(row("later", "8518", "*", "2026-01-01"), row("earlier", "8518", "*"))).toBe("later");
  });

  it("has no figure for a day before its first", () => {
    expect(parameterOn(REFERENCE, "cbec_tax_share", "2016-04-07")).toBeNull();
    expect(rateOn(REFERENCE, "USD", "2025-12-31")).toBeNull();
  });
});

describe("the border", () => {
  const parameter = REFERENCE.parameters[0];
  const profile = REFERENCE.controlProfiles[0];

  it.each([
    ["no source", { citation: "" }],
    ["a day that does not exist", { validFrom: "2026-02-30" }],
    ["a figure with a grouping mark", { value: "5,000" }],
    ["a column that nobody knows", { note: "x" }],
  ])("refuses a fact with %s", (_what, wrong) => {
    expect(legalParameterSchema.safeParse({ ...parameter, ...wrong }).success).toBe(false);
  });

  it("refuses a control that would release goods by itself", () => {
    expect(controlProfileSchema.safeParse({ ...profile, lane: "green" }).success).toBe(false);
  });
});

function group(rows: typeof REFERENCE.measures): Map<string, (typeof REFERENCE.measures)[number][]> {
  const groups = new Map<string, (typeof REFERENCE.measures)[number][]>();
  for (const row of rows) {
    const key = `${row.kind}:${row.code}:${row.geography.area}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}
