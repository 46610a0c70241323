import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayBefore } from "@/domain/shared/local-date";
import { planImport } from "@/domain/tariff/import-plan";

interface Fact {
  readonly id: string;
  readonly key: string;
  readonly value: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly citation: string;
}

const fact = (key: string, value: string, validFrom: string, validTo: string | null = null): Fact => ({
  id: `${key}@${validFrom}`,
  key,
  value,
  validFrom,
  validTo,
  citation: `source of ${validFrom}`,
});

const content = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.constantFrom("1", "2", "3")), {
  selector: ([key]) => key,
});

const plan = (existing: readonly Fact[], wanted: readonly Fact[], effective: string) =>
  planImport({ existing, wanted, keyOf: ({ key }) => key, effective, endsUnnamed: () => true });

/** What the facts come to when the plan is written. */
function written(existing: readonly Fact[], { writes }: ReturnType<typeof plan>): readonly Fact[] {
  const put = new Map(writes.put.map((each) => [each.id, each]));
  const left = existing
    .filter(({ id }) => !writes.drop.includes(id) && !put.has(id))
    .map((each) => (writes.end.includes(each.id) ? { ...each, validTo: writes.lastDay } : each));
  return [...left, ...put.values()];
}

const on = (facts: readonly Fact[], day: string) =>
  facts
    .filter((each) => each.validFrom <= day && (each.validTo === null || day <= each.validTo))
    .map(({ key, value }) => `${key}${value}`)
    .sort();

describe("the plan of an import", () => {
  it("changes nothing before its day, and leaves on it just what the file says", () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const existing = before.map(([key, value]) => fact(key, value, "2026-01-01"));
        const wanted = after.map(([key, value]) => fact(key, value, "2027-01-01"));
        const facts = written(existing, plan(existing, wanted, "2027-01-01"));
        expect(on(facts, "2026-12-31")).toEqual(on(existing, "2026-12-31"));
        expect(on(facts, "2027-01-01")).toEqual(on(wanted, "2027-01-01"));
      }),
    );
  });

  it("of the same file again writes nothing", () => {
    fc.assert(
      fc.property(content, (rows) => {
        const existing = rows.map(([key, value]) => fact(key, value, "2026-01-01"));
        const again = plan(
          existing,
          rows.map(([key, value]) => fact(key, value, "2027-01-01")),
          "2027-01-01",
        );
        expect(again.writes).toMatchObject({ put: [], end: [], drop: [] });
        expect(again.unchanged).toBe(rows.length);
      }),
    );
  });

  it("counts every key once", () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const existing = before.map(([key, value]) => fact(key, value, "2026-01-01"));
        const made = plan(
          existing,
          after.map(([key, value]) => fact(key, value, "2027-01-01")),
          "2027-01-01",
        );
        expect(made.added.length + made.changed.length + made.unchanged).toBe(after.length);
        expect(made.ended.length + made.changed.length + made.unchanged).toBe(before.length);
      }),
    );
  });

  it("takes the place of what would have begun later", () => {
    const existing = [fact("a", "1", "2026-01-01", "2027-06-30"), fact("a", "2", "2027-07-01")];
    const made = plan(existing, [fact("a", "3", "2027-01-01")], "2027-01-01");
    expect(made.writes).toMatchObject({ end: ["a@2026-01-01"], drop: ["a@2027-07-01"], lastDay: "2026-12-31" });
  });

  it("corrects in place what it imports for the same day again", () => {
    const made = plan([fact("a", "1", "2027-01-01")], [fact("a", "2", "2027-01-01")], "2027-01-01");
    expect(made.writes).toMatchObject({ end: [], drop: [], put: [{ id: "a@2027-01-01", value: "2" }] });
  });
});

describe("the day before", () => {
  it.each([
    ["2027-01-01", "2026-12-31"],
    ["2024-03-01", "2024-02-29"],
    ["2026-03-01", "2026-02-28"],
    ["2026-11-26", "2026-11-25"],
  ])("%s is %s", (day, before) => {
    expect(dayBefore(day)).toBe(before);
  });
});
