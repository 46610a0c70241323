import { describe, expect, it } from "vitest";
import { looksOwed, passedHits, wasPassed, withoutPassed } from "@/application/earlier-looks";
import type { Transaction } from "@/application/ports";
import type { LaneDemand } from "@/domain/selectivity/decide-lane";

const demand = (given: Partial<LaneDemand> = {}): LaneDemand => ({
  source: "rule",
  code: "R",
  lane: "yellow",
  needsTwoOfficers: false,
  ...given,
});
const hit = (given: Partial<LaneDemand> = {}) => demand({ versionId: "v1", lines: [1], ...given });

interface Known {
  readonly outcomes?: readonly string[];
  readonly state?: string;
  readonly laneCause?: string;
  readonly demands?: readonly LaneDemand[];
}

/** A clearance with one case of declaration D, and its assessment. */
function known({ outcomes = [], state = "decided", laneCause = "score", demands = [] }: Known): Transaction {
  return {
    reviews: {
      ofClearance: async () => [{ id: "case", state, declarationId: "D" }],
      decisions: async () => outcomes.map((outcome) => ({ outcome })),
    },
    risks: { ofClearance: async () => ({ declarationId: "D", laneCause, lane: "yellow", inputs: { demands } }) },
  } as unknown as Transaction;
}

describe("goods that officers passed", () => {
  it.each([
    [{ outcomes: ["pass"] }, "D", true],
    [{ outcomes: ["escalate", "examined_pass", "advise_refuse"] }, "D", true],
    [{ outcomes: ["pass", "back_route"] }, "D", false],
    [{ outcomes: ["advise_pass"] }, "D", false],
    [{ outcomes: ["pass"], state: "open" }, "D", false],
    [{ outcomes: ["pass"] }, "amended", false],
  ])("are those of %j for declaration %s: %s", async (given, declarationId, expected) => {
    expect(await wasPassed(known(given), "clearance", declarationId)).toBe(expected);
  });

  it("were looked at for hits in yellow and red, and not for blue ones or faults", async () => {
    const tx = known({ demands: [hit(), hit({ versionId: "v2", lane: "blue" }), demand()] });
    expect(await passedHits(tx, "clearance", "D")).toEqual([{ versionId: "v1", lines: [1] }]);
    expect(await passedHits(tx, "clearance", "amended")).toEqual([]);
  });

  it("are stopped again by another version, another line, and a rule that cannot be evaluated", () => {
    const passed = [{ versionId: "v1", lines: [1] }];
    expect(withoutPassed([hit()], passed)).toEqual([]);
    expect(withoutPassed([hit({ lines: [1, 2] })], passed)).toEqual([hit({ lines: [2] })]);
    for (const other of [hit({ versionId: "v2" }), demand(), demand({ source: "alert" })])
      expect(withoutPassed([other], passed)).toEqual([other]);
  });
});

describe("a look that chance chose", () => {
  const owed = demand({ source: "earlier", code: "random" });
  it("is owed after an amendment, and after the next, until officers pass the goods", async () => {
    expect(await looksOwed(known({ laneCause: "random", state: "withdrawn" }), "clearance")).toEqual([owed]);
    expect(await looksOwed(known({ laneCause: "rule:R", demands: [owed, hit()] }), "clearance")).toEqual([owed]);
    expect(await looksOwed(known({ laneCause: "random", outcomes: ["pass"] }), "clearance")).toEqual([]);
    expect(await looksOwed(known({ laneCause: "score" }), "clearance")).toEqual([]);
  });
});
