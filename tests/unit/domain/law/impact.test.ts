import { describe, expect, it } from "vitest";
import { withChanges } from "@/domain/law/change";
import { impactOn } from "@/domain/law/impact";
import { content, DAY, line, REFERENCE } from "../fixtures";

const wine = content({
  invoiceTotal: "100000.00",
  lines: [line(1, { commodityCode: "2204210000", amount: "100000.00", origin: "FR" })],
});

describe("the impact of a change on a lodged declaration", () => {
  it("is none where nothing of it changes", () => {
    expect(impactOn(wine, DAY, { before: REFERENCE, after: { ...REFERENCE } })).toBeNull();
  });

  it("is its tax without and with the change", () => {
    const measure = REFERENCE.measures.find((each) => each.id === "mfn:220421:*@2026-01-01");
    if (!measure) throw new Error("There is a rate for wine");
    const dearer = { ...measure, id: "dearer", rate: { ...measure.rate, adValorem: "0.20" } };
    const after = withChanges(REFERENCE, [
      { kind: "measure", before: measure, after: dearer, citation: "An act of this test" },
    ]);
    expect(impactOn(wine, DAY, { before: REFERENCE, after })).toMatchObject({
      before: { tax: { duty: "14000.00", total: "43133.34" } },
      after: { tax: { duty: "20000.00", total: "50666.66" } },
      addedRequirements: [],
      droppedRequirements: [],
    });
  });

  it("is that it cannot be taxed any more, with the reason", () => {
    const impact = impactOn(wine, DAY, { before: REFERENCE, after: { ...REFERENCE, measures: [] } });
    expect(impact?.after).toMatchObject({ tax: null, issues: ["measure_missing"] });
  });

  it("is what the gates ask for and no longer ask for", () => {
    const rule = REFERENCE.requirementRules.find(
      (each) => each.stage === "domestic_distribution" && each.code === "chinese_label" && each.validTo === null,
    );
    const [first] = REFERENCE.requirementRules;
    if (!first) throw new Error("There is a rule");
    const ended = rule ?? first;
    const after = { ...REFERENCE, requirementRules: REFERENCE.requirementRules.filter((each) => each !== ended) };
    const dropped = impactOn(wine, DAY, { before: REFERENCE, after })?.droppedRequirements ?? [];
    const added = impactOn(wine, DAY, { before: after, after: REFERENCE })?.addedRequirements ?? [];
    expect(dropped.length).toBeGreaterThan(0);
    expect(added).toEqual(dropped);
  });
});
