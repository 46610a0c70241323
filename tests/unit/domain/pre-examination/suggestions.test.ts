import { describe, expect, it } from "vitest";
import { wordsOfSuggestion } from "@/contracts/suggestion-words";
import { missingEvidence } from "@/domain/pre-examination/missing-evidence";
import type { Reason } from "@/domain/pre-examination/reasons";
import { register } from "@/domain/pre-examination/sentence";
import { suggestionsFor } from "@/domain/pre-examination/suggestions";
import { DECISION_REASONS } from "@/domain/review/decision";
import { fact } from "../fixtures";

const reason = (code: string, points: number | null, line: number | null = null): Reason => ({
  ...{ kind: "contribution", code, points, line, parameters: {} },
  links: [register("scorecard", code)],
});
const contradiction = {
  ...{ code: "contradiction", parameters: { field: "packages" } },
  links: [register("papers", "packages")] as const,
};

describe("suggestions", () => {
  it("follow from the reasons by a table, in their order, each with the facts of what led to it", () => {
    const found = suggestionsFor(
      [reason("factor.price_outlier", 22, 2), reason("factor.vague_description", 15, 1)],
      [],
      [1, 2, 3],
    );
    expect(found.map(({ id }) => id)).toEqual(["question:price", "question:goods", "scope"]);
    expect(found[0]).toMatchObject({
      reason: "value_explanation_wanted",
      lines: [2],
      because: ["factor.price_outlier"],
    });
    expect(found[0]?.links).toEqual([register("scorecard", "factor.price_outlier")]);
    expect(found[2]).toMatchObject({ kind: "scope", packages: "each_line", lines: [1, 2], reason: "value_doubtful" });
  });

  it("ask nothing for what lowers the score, nor for chance", () => {
    const lowered = [reason("factor.price_outlier", -5), { ...reason("chance.random", null), kind: "chance" as const }];
    expect(suggestionsFor(lowered, [], [1])).toEqual([]);
  });

  it("count and weigh everything where papers contradict each other", () => {
    const found = suggestionsFor([], [contradiction], [1, 2]);
    expect(found.map(({ id }) => id)).toEqual(["question:packing", "scope"]);
    expect(found[1]).toMatchObject({ packages: "all", lines: [1, 2], reason: "documents_contradict" });
  });

  it("prefill rulings that there are, in words of both languages with the lines filled in", () => {
    const codes = [
      "price_outlier",
      "round_number",
      "consignee_mismatch",
      "origin",
      "vague_description",
      "corrected_values",
    ];
    const found = suggestionsFor(
      codes.map((code) => reason(`factor.${code}`, 4, 3)),
      [contradiction],
      [3],
    );
    expect(found).toHaveLength(8);
    for (const each of found) {
      const ruling = each.kind === "question" ? DECISION_REASONS.request_documents : DECISION_REASONS.escalate;
      expect(ruling).toContain(each.reason);
      const { en, zh } = wordsOfSuggestion(each);
      expect(`${en}${zh}`).not.toMatch(/[{}]/);
    }
    const price = found.find(({ id }) => id === "question:price");
    expect(price && wordsOfSuggestion(price).en).toContain("of line 3");
  });
});

describe("missing evidence", () => {
  it("names requirements that are open, papers that are absent and values that nobody is sure of", () => {
    const found = missingEvidence({
      requirements: [
        { id: "r1", code: "health_certificate", state: "missing" },
        { id: "r2", code: "invoice_lodged", state: "verified" },
      ],
      documentTypes: ["commercial_invoice"],
      facts: [fact("packages", "4", { confidence: 0.4 }), fact("buyer", "B", { confidence: 0.4, status: "confirmed" })],
      claimsPreference: true,
      isRetail: false,
    });
    expect(found.map(({ code, parameters }) => [code, Object.values(parameters)[0]])).toEqual([
      ["requirement_open", "health_certificate"],
      ["paper_absent", "packing_list"],
      ["paper_absent", "certificate_of_origin"],
      ["value_unsure", "packages"],
    ]);
  });
});
