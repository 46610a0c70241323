import { describe, expect, it } from "vitest";
import { declarationState, toClearanceViews, toRiskView } from "@/adapters/prisma/gate-views";
import type { ClearanceState } from "@/domain/clearance/lifecycle";

type Rows = Parameters<typeof toClearanceViews>[0];

/** A bonded exit that needs two officers, with the passes of two, each about a version of the declaration. */
function waitingFor(
  first: string,
  second: string,
  reopenedAt: Date | null = null,
  state = "releasable",
): readonly string[] {
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
        state,
        declarationId: "now",
        openedAt: new Date(0),
        releasedAt: null,
        benefitUses: [],
      },
    ],
    requirements: [],
    decisions: passes,
    payments: [],
    riskAssessments: [{ clearanceId: "exit", declarationId: "now", needsTwoOfficers: true }],
    assessments: [],
    authorityMessages: [],
    bookBlocker: null,
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

describe("a declaration", () => {
  const exit = (state: ClearanceState) => [{ stage: "bonded_exit" as const, state }];

  it("is withdrawn where its gate is documented again, and lodged in every other state that a gate rests in", () => {
    expect(declarationState(1, exit("documented"))).toBe("withdrawn");
    for (const state of [
      "in_review",
      "in_examination",
      "queried",
      "held",
      "releasable",
      "released",
      "refused",
    ] as const)
      expect(declarationState(1, exit(state))).toBe("lodged");
    expect(declarationState(undefined, exit("opened"))).toBe("draft");
  });

  it("that is withdrawn leaves its gate to wait for the next version, and neither for tax nor for officers", () => {
    expect(waitingFor("now", "before", null, "documented")).toEqual(["lodge"]);
    expect(waitingFor("now", "before")).toContain("tax_not_secured");
  });
});

/** A row of a risk assessment, whose papers made 12 points and whose history as many as are given. */
function assessed(laneCause: string, ofHistory: readonly number[]): Parameters<typeof toRiskView>[0] {
  const points = [12, ...ofHistory];
  return {
    clearanceId: "exit",
    stage: "bonded_exit",
    scorecardVersion: "1",
    score: points.reduce((sum, each) => sum + each, 0),
    lane: "yellow",
    laneCause,
    needsTwoOfficers: false,
    seed: "a seed",
    drawValue: 0.4,
    randomShare: 0.02,
    modelVersion: "7",
    policyVersion: 3,
    probability: 0.31,
    decisionHash: "hash",
    assessedAt: new Date(0),
    contributions: points.map((each, index) => ({
      factor: index === 0 ? "few_documents" : `model_part_${index}`,
      points: each,
      evidence: "documents",
      parameters: { line: "1" },
    })),
  } as unknown as Parameters<typeof toRiskView>[0];
}

describe("a risk assessment as its reader sees it", () => {
  const hidden = ["rule:R1", "alert:A1", "switch:code_8518", "random", "exploration", "unselected", "earlier:random"];

  it.each(hidden)("does not tell a broker that it was %s that asked for the look", (cause) => {
    expect(toRiskView(assessed(cause, []), false)).toMatchObject({ laneCause: "authority", randomDraw: null });
    expect(toRiskView(assessed(cause, []), true)).toMatchObject({ laneCause: cause, randomDraw: { seed: "a seed" } });
  });

  it("keeps a control rule of the law, and the score of the papers alone", () => {
    expect(toRiskView(assessed("hard_rule:cites", [5]), false).laneCause).toBe("hard_rule:cites");
    expect(toRiskView(assessed("score", []), false)).toMatchObject({ laneCause: "score", score: 12 });
  });

  it("is to a broker the same whatever the model says, and complete to the authority", () => {
    const low = toRiskView(assessed("score", [3, -5]), false);
    expect(toRiskView(assessed("score", [40, 8]), false)).toEqual(low);
    expect(low).toMatchObject({ score: 12, laneCause: "authority", probability: null, modelVersion: null });
    expect(low.contributions.map(({ factor, points }) => [factor, points])).toEqual([
      ["few_documents", 12],
      ["model", null],
    ]);
    const whole = toRiskView(assessed("score", [40, 8]), true);
    expect(whole).toMatchObject({ score: 60, laneCause: "score", probability: 0.31 });
    expect(whole.contributions.map(({ points }) => points)).toEqual([12, 40, 8]);
  });
});
