import { describe, expect, it } from "vitest";
import { toClearanceViews } from "@/adapters/prisma/gate-views";

type Rows = Parameters<typeof toClearanceViews>[0];

/** A bonded exit that needs two officers, with the passes of two, each about a version of the declaration. */
function waitingFor(first: string, second: string, reopenedAt: Date | null = null): readonly string[] {
  const passes = [first, second].map((declarationId, index) => ({
    clearanceId: "exit",
    officerId: `officer-${index}`,
    outcome: "examined_pass",
    at: new Date(`2026-11-2${index}T09:00:00Z`),
    case: { declarationId, reopenedAt },
  }));
  const rows = {
    clearances: [
      {
        id: "exit",
        stage: "bonded_exit",
        state: "releasable",
        declarationId: "now",
        openedAt: new Date(0),
        releasedAt: null,
      },
    ],
    requirements: [],
    decisions: passes,
    payments: [],
    riskAssessments: [{ clearanceId: "exit", declarationId: "now", needsTwoOfficers: true }],
    assessments: [],
  } as unknown as Rows;
  return toClearanceViews(rows)[0]?.waitingFor ?? [];
}

describe("what a gate waits for", () => {
  it("counts the officers who passed the declaration that stands, and no earlier one", () => {
    expect(waitingFor("before", "now")).toContain("two_officers_needed");
    expect(waitingFor("now", "now")).not.toContain("two_officers_needed");
  });

  it("counts passes since the case was reopened, and none from before", () => {
    const afterTheFirst = new Date("2026-11-20T12:00:00Z");
    expect(waitingFor("now", "now", afterTheFirst)).toContain("two_officers_needed");
    expect(waitingFor("now", "now", new Date("2026-11-19T12:00:00Z"))).not.toContain("two_officers_needed");
  });
});
