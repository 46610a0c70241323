import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { inspectionCheckSchema } from "@/contracts/reference";
import { REGIMES } from "@/domain/declaration/declaration";
import { CHECKS, type CheckedItem, GROUNDS, SEAL_STATES, STATED_GROUNDS } from "@/domain/inspection/check";
import { routingPlan } from "@/domain/inspection/plan";
import { repeatOf } from "@/domain/inspection/repeat";
import { REFERENCE } from "../../unit/domain/fixtures";

const { requirementRules } = REFERENCE;
const checkRules = z
  .array(inspectionCheckSchema)
  .parse(JSON.parse(readFileSync("prisma/reference/inspection-checks.json", "utf8")));
const DAY = "2026-11-27";
const NUMBERS = [1, 2, 3];
const GOODS = ["9503002100", "2204210000", "9102210000", "0202300000", "3304990000"];

const day = fc.constantFrom("2026-11-01", "2026-11-26", "2026-11-27", "2026-12-24");
const item: fc.Arbitrary<CheckedItem> = fc.record({
  line: fc.constantFrom(...NUMBERS),
  check: fc.constantFrom(...CHECKS),
  stage: fc.constantFrom("bonded_exit" as const, "domestic_distribution" as const),
  verdict: fc.constantFrom("passed" as const, "failed" as const),
  on: fc.constant("2026-11-20"),
  validUntil: fc.option(day, { nil: null }),
  isFlagged: fc.boolean(),
  sealNumber: fc.option(fc.constant("S-1"), { nil: null }),
  sealState: fc.option(fc.constantFrom(...SEAL_STATES), { nil: null }),
});
const items = fc.array(item, { maxLength: 12 });
const bothEnds = fc.subarray(NUMBERS);
const lines = fc
  .tuple(...NUMBERS.map(() => fc.constantFrom(...GOODS)))
  .map((codes) =>
    codes.map((commodityCode, index) => ({ number: index + 1, description: "Goods", commodityCode, origin: "FR" })),
  );
const question = fc.record({ regime: fc.constantFrom(...REGIMES), lines, items, bothEnds }).map((each) => ({
  ...each,
  ...{ day: DAY, requirementRules, checkRules, verified: [] },
}));

/** The grounds that the facts give, worked out on their own. */
function grounds(all: readonly CheckedItem[], line: number, check: string, isBothEnds: boolean): readonly string[] {
  const ofLine = all.filter((each) => each.line === line);
  const earlier = ofLine.filter((each) => each.stage === "bonded_exit" && each.check === check).at(-1);
  const seals = ofLine.filter((each) => each.stage === "domestic_distribution").map((each) => each.sealState);
  return [
    ...(seals.includes("broken") ? ["seal_broken"] : []),
    ...(seals.includes("tampered") ? ["tampering"] : []),
    ...(earlier?.validUntil && earlier.validUntil < DAY ? ["validity_ended"] : []),
    ...(isBothEnds ? ["both_ends"] : []),
    ...(earlier?.isFlagged ? ["flagged"] : []),
  ];
}

describe("the plan", () => {
  it("repeats at gate two nothing that gate one has looked at without a named ground, and says each ground there is", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const planned = routingPlan(asked);
        const atOne = planned.filter((each) => each.stage === "bonded_exit");
        expect(atOne.filter(({ standing }) => /repeated/.test(standing.kind))).toEqual([]);
        for (const { line, check, standing } of planned) {
          const named = grounds(asked.items, line, check, asked.bothEnds.includes(line));
          if (standing.kind === "not_repeated") expect(named).toEqual([]);
          if (standing.kind === "repeated") expect([standing.grounds, named.length > 0]).toEqual([named, true]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has controlled and high-value goods inspected at both ends, by two officers, whatever gate one found", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const planned = routingPlan(asked);
        for (const line of asked.bothEnds)
          for (const stage of ["bonded_exit", "domestic_distribution"] as const) {
            const here = planned.find(
              (each) => each.line === line && each.stage === stage && each.check === "both_ends",
            );
            expect(here?.officers).toBe(2);
            expect(["due", "done", "repeated"]).toContain(here?.standing.kind);
          }
      }),
      { numRuns: 300 },
    );
  });

  it("names a department, a reason and a source for every item, and no item twice", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const planned = routingPlan(asked);
        for (const each of planned) expect(each.authority && each.reason && each.citation.length >= 10).toBeTruthy();
        const keys = planned.map((each) => `${each.line}:${each.stage}:${each.check}:${each.requirement ?? ""}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a ground", () => {
  it("that an officer states reopens its line alone, and none reopens what gate one has not looked at", () => {
    fc.assert(
      fc.property(
        items,
        fc.constantFrom(...NUMBERS),
        fc.constantFrom(...CHECKS),
        fc.constantFrom(...STATED_GROUNDS),
        (all, line, check, ground) => {
          const ask = { line, check, items: all, isBothEnds: false, day: DAY };
          const repeat = repeatOf({ ...ask, stated: [ground] });
          const isEarlier = all.some(
            (each) => each.stage === "bonded_exit" && each.line === line && each.check === check,
          );
          expect(repeat.kind).toBe(isEarlier ? "repeated" : "first");
          if (repeat.kind === "repeated") {
            expect(repeat.grounds).toContain(ground);
            expect(repeat.grounds.every((each) => GROUNDS.includes(each))).toBe(true);
          }
        },
      ),
    );
  });

  it("of one line, such as its broken seal, changes nothing for another", () => {
    fc.assert(
      fc.property(items, fc.constantFrom(...SEAL_STATES), fc.constantFrom(...CHECKS), (all, sealState, check) => {
        const seal = { line: 1, check: "seal", stage: "domestic_distribution", verdict: "failed" } as const;
        const broken = { ...seal, on: DAY, validUntil: null, isFlagged: false, sealNumber: "S-1", sealState };
        const ask = { line: 2, check, isBothEnds: false, stated: [], day: DAY };
        expect(repeatOf({ ...ask, items: [...all, broken] })).toEqual(repeatOf({ ...ask, items: all }));
      }),
    );
  });
});
