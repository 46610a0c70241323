import { describe, expect, it } from "vitest";
import { checkReading } from "@/domain/declaration/check-reading";
import { DOCUMENT_STATES } from "@/domain/document/document";

const of = (state: (typeof DOCUMENT_STATES)[number]) => checkReading([{ id: "d", state }]);

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
    const issues = checkReading([
      { id: "a", state },
      { id: "b", state },
    ]);
    expect(issues.map((issue) => `${issue.severity} ${issue.code} ${issue.field}`)).toEqual([
      `warning ${code} documents.a`,
      `warning ${code} documents.b`,
    ]);
  });

  it("have an answer for every state there is", () => {
    for (const state of DOCUMENT_STATES) expect(of(state).length).toBe(state === "read" ? 0 : 1);
  });
});
