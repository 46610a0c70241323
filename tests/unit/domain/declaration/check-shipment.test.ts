import { describe, expect, it } from "vitest";
import { checkShipment } from "@/domain/declaration/check-shipment";
import { DOCUMENT_STATES } from "@/domain/document/document";

const of = (state: (typeof DOCUMENT_STATES)[number]) =>
  checkShipment({ documents: [{ id: "d", state }], hasOffice: true });

describe("a shipment's documents", () => {
  it("that are read say nothing against lodging", () => {
    expect(of("read")).toEqual([]);
  });

  it.each(["stored", "reading"] as const)("stop it while one is %s: a line could be left out", (state) => {
    expect(of(state)).toMatchObject([{ code: "document_unread", severity: "error", documentId: "d", owner: "system" }]);
  });

  it.each([
    ["failed", "document_failed"],
    ["rejected", "document_rejected"],
  ] as const)("that %s are acknowledged one by one", (state, code) => {
    const documents = [
      { id: "a", state },
      { id: "b", state },
    ];
    const issues = checkShipment({ documents, hasOffice: true });
    expect(issues.map((issue) => `${issue.severity} ${issue.code} ${issue.field}`)).toEqual([
      `warning ${code} documents.a`,
      `warning ${code} documents.b`,
    ]);
  });

  it("have an answer for every state there is", () => {
    for (const state of DOCUMENT_STATES) expect(of(state).length).toBe(state === "read" ? 0 : 1);
  });
});

it("a shipment without an office has nobody to be lodged with, which the broker mends", () => {
  expect(checkShipment({ documents: [], hasOffice: false })).toMatchObject([
    { code: "office_missing", severity: "error", owner: "broker" },
  ]);
});
