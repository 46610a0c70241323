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
  isAmended: fc.boolean(),
  sealNumber: fc.option(fc.constantFrom("S-1", "S-2", "s1"), { nil: null }),
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
  ...{ day: DAY, requirementRules, checkRules, verified: [], released: [] },
}));

/** The grounds that the facts give, worked out on their own. */
function grounds(all: readonly CheckedItem[], line: number, check: string, isBothEnds: boolean): readonly string[] {
  const ofLine = all.filter((each) => each.line === line);
  const earlier = ofLine.filter((each) => each.stage === "bonded_exit" && each.check === check).at(-1);
  const goods = all.filter((each) => each.check !== "sample" && each.sealNumber !== null);
  const number = (each: CheckedItem) => each.sealNumber?.replace("-", "").toUpperCase() ?? "";
  const numbersOf = (of: number, stages: readonly string[]) =>
    goods
      .filter((each) => each.line === of && stages.includes(each.stage))
      .filter((each) => each.sealState === null || (each.stage === "bonded_exit" && each.sealState === "intact"))
      .map(number);
  const own = numbersOf(line, ["bonded_exit"]);
  const seen = all.filter((each) => each.stage === "domestic_distribution" && each.sealState !== null);
  const hereOf = (state: string) =>
    seen.some((each) => each.sealState === state && (each.line === line || own.includes(number(each))));
  const isOther = seen.some((each) => {
    const put = numbersOf(each.line, ["bonded_exit"]);
    const isMine = each.line === line || put.some((one) => own.includes(one));
    const earlier = goods.filter((one) => all.indexOf(one) < all.indexOf(each) && one.line === each.line);
    const renewed = earlier.filter((one) => one.stage === "domestic_distribution" && one.sealState === null);
    const known = [...put, ...renewed.map(number)];
    return isMine && put.length > 0 && each.sealNumber !== null && !known.includes(number(each));
  });
  return [
    ...(hereOf("broken") ? ["seal_broken"] : []),
    ...(hereOf("tampered") || isOther ? ["tampering"] : []),
    ...(earlier?.validUntil && earlier.validUntil < DAY ? ["validity_ended"] : []),
    ...(isBothEnds ? ["both_ends"] : []),
    ...(earlier?.isFlagged ? ["flagged"] : []),
    ...(earlier?.isAmended ? ["amended"] : []),
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

  it("says of a gate that let the goods go what was done and what was not, and nothing that is still to come", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const before = routingPlan(asked);
        const after = routingPlan({ ...asked, released: ["bonded_exit", "domestic_distribution"] });
        expect(
          after.map(({ standing }) => standing.kind).filter((kind) => /due|if_selected|^repeated/.test(kind)),
        ).toEqual([]);
        for (const [index, { standing }] of before.entries()) {
          const now = after[index]?.standing;
          if (standing.kind === "if_selected") expect(now?.kind).toBe("not_needed");
          else if (["due", "repeated"].includes(standing.kind)) expect(now?.kind).toBe("not_made");
          else expect(now).toEqual(standing);
        }
      }),
    );
  });

  it("has no look as done at goods that are described differently since", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const amended = asked.items.map((each) => ({ ...each, isAmended: true }));
        const kinds = routingPlan({ ...asked, items: amended, verified: [] }).map(({ standing }) => standing.kind);
        expect(kinds.filter((kind) => kind === "done" || kind === "not_repeated")).toEqual([]);
      }),
    );
  });

  it("names a department, a reason and a source for every item, and no item twice", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const planned = routingPlan(asked);
        for (const each of planned) {
          expect(each.authority).not.toBe("");
          expect(each.reason).not.toBe("");
          expect(each.citation.length).toBeGreaterThanOrEqual(10);
        }
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

  it("of one line, such as its broken seal, changes nothing for another under other seals", () => {
    fc.assert(
      fc.property(items, fc.constantFrom(...SEAL_STATES), fc.constantFrom(...CHECKS), (some, sealState, check) => {
        const all = some.map((each) => ({ ...each, sealNumber: each.sealNumber && `${each.sealNumber}${each.line}` }));
        const seal = { line: 1, check: "seal", stage: "domestic_distribution", verdict: "failed" } as const;
        const broken = {
          ...seal,
          on: DAY,
          validUntil: null,
          isFlagged: false,
          isAmended: false,
          sealNumber: "S-1",
          sealState,
        };
        const ask = { line: 2, check, isBothEnds: false, stated: [], day: DAY };
        expect(repeatOf({ ...ask, items: [...all, broken] })).toEqual(repeatOf({ ...ask, items: all }));
      }),
    );
  });

  const sealed = {
    check: "physical",
    verdict: "passed",
    on: DAY,
    validUntil: null,
    isFlagged: false,
    isAmended: false,
  } as const;
  const put = (line: number, sealNumber: string): CheckedItem => ({
    ...sealed,
    ...{ line, sealNumber, stage: "bonded_exit", sealState: null },
  });
  const seen = (line: number, sealNumber: string, sealState: CheckedItem["sealState"]): CheckedItem => ({
    ...sealed,
    ...{ line, sealNumber, sealState, check: "seal", stage: "domestic_distribution" },
  });
  const askedOf = (line: number, all: readonly CheckedItem[]) =>
    repeatOf({ line, check: "physical", items: all, isBothEnds: false, stated: [], day: DAY });

  it("is a seal that was found broken under another line that it was on", () => {
    const all = [put(1, "S-1"), put(2, "s 1"), put(3, "S-3"), seen(1, "S-1", "broken")];
    for (const line of [1, 2]) expect(askedOf(line, all)).toMatchObject({ kind: "repeated", grounds: ["seal_broken"] });
    expect(askedOf(3, all).kind).toBe("not_repeated");
  });

  it("is an intact seal of another number than gate one put on, for all lines under that seal", () => {
    const all = [put(1, "S-1"), put(2, "S-1"), put(3, "S-3"), seen(1, "S-9", "intact")];
    for (const line of [1, 2]) expect(askedOf(line, all)).toMatchObject({ kind: "repeated", grounds: ["tampering"] });
    expect(askedOf(3, all).kind).toBe("not_repeated");
    expect(askedOf(1, [put(1, "S-1"), seen(1, "S 1", "intact")]).kind).toBe("not_repeated");
  });

  it("is neither the seal of a sample nor one that gate two put on itself", () => {
    const sample: CheckedItem = { ...put(1, "L-7"), check: "sample" };
    expect(askedOf(1, [put(1, "S-1"), sample, seen(1, "S-1", "intact")]).kind).toBe("not_repeated");
    expect(askedOf(1, [{ ...put(1, "S-1"), sealNumber: null }, sample, seen(1, "S-1", "intact")]).kind).toBe(
      "not_repeated",
    );
    const renewed = { ...put(1, "S-2"), stage: "domestic_distribution" as const };
    expect(askedOf(1, [put(1, "S-1"), renewed, seen(1, "S-2", "intact")]).kind).toBe("not_repeated");
    expect(askedOf(1, [put(1, "S-1"), seen(1, "S-2", "intact"), renewed]).kind).toBe("repeated");
  });
});
