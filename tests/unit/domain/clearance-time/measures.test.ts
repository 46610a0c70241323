import { describe, expect, it } from "vitest";
import { attribute } from "@/domain/clearance-time/attribute";
import { ASSUMPTIONS, compareEffort, saved, sumComparisons } from "@/domain/clearance-time/baseline";
import { type LodgedTime, predict, promiseByLane, usualPace } from "@/domain/clearance-time/promise";
import type { Lane } from "@/domain/selectivity/lanes";
import parameters from "../../../../prisma/reference/legal-parameters.json";

const SECONDS = new Map(parameters.map(({ code, value }) => [code, Number(value)]));
const act = (kind: string, actor = "broker", facts = {}) => ({ kind, actor, facts });

describe("two declarations on the same shipment", () => {
  it("have seconds for every act in the reference data, each said to be an assumption", () => {
    for (const each of ASSUMPTIONS)
      expect(parameters.find(({ code }) => code === each)?.citation).toContain("Assumption of this project");
  });

  it("do twice what both gates share, and once what a gate asks of its own", () => {
    const done = [act("field_typed"), act("declaration_lodged"), act("requirement_evidenced")];
    const compared = compareEffort(done, SECONDS);
    expect(compared).toEqual({
      one: { keyed: 2, touches: 3, seconds: 84 },
      two: { keyed: 3, touches: 5, seconds: 156 },
    });
    expect(saved(compared, "touches")).toBeCloseTo(0.4);
  });

  it("count no act of the machine, no guarantee that comes with the lodging, and no payment that was carried over", () => {
    const own = [
      act("document_received", "system"),
      act("tax_secured", "broker", { by: "guarantee" }),
      act("tax_secured", "broker", { by: "payment", carried_from: "x" }),
      act("lane_assigned"),
    ];
    const compared = compareEffort(own, SECONDS);
    expect(compared.two).toEqual({ keyed: 0, touches: 0, seconds: 0 });
    expect(saved(compared, "seconds")).toBeNull();
  });

  it("add up over shipments", () => {
    const each = compareEffort([act("field_typed")], SECONDS);
    expect(sumComparisons([each, each]).two).toEqual({ keyed: 4, touches: 4, seconds: 48 });
  });

  it("are not compared without seconds for an act", () => {
    expect(() => compareEffort([act("field_typed")], new Map())).toThrow("effort_seconds_field_keyed");
  });
});

/** Lodged at 100; the officer had it for `officer` and the system for 10. */
function lodged(officer: number, lane: Lane, isReleased = true): LodgedTime {
  const at = 100;
  const base = { stage: "bonded_exit" as const, subject: "x", facts: {} };
  const events = [
    { ...base, sequence: 0, at: 0, kind: "document_moved" },
    { ...base, sequence: 1, at, kind: "declaration_lodged" },
    { ...base, sequence: 2, at, kind: "review_opened" },
    ...(isReleased
      ? [
          { ...base, sequence: 3, at: at + officer, kind: "review_decided", facts: { outcome: "pass" } },
          {
            ...base,
            ...{ sequence: 4, at: at + officer + 10, kind: "release_granted", stage: "domestic_distribution" as const },
          },
        ]
      : []),
  ];
  const time = attribute(events, at + officer);
  if (!time) throw new Error("a history with events has a time");
  return { shipmentId: "s", reference: "TG-1", regime: "0110", lane, lodgedAt: at, isReleased, time };
}

describe("the promise", () => {
  it("counts from the lodging to both gates, by lane and in all", () => {
    const rows = promiseByLane([lodged(20, "yellow"), lodged(90, "yellow"), lodged(0, "green", false)], 50);
    expect(rows.find(({ lane }) => lane === "yellow")).toEqual({
      ...{ lane: "yellow", released: 2, kept: 1, p50: 30, p90: 100, p99: 100, total: 130 },
      owners: { broker: 0, system: 20, officer: 110, authority: 0, payer: 0 },
    });
    expect(rows.find(({ lane }) => lane === "green")).toMatchObject({ released: 0, p50: null });
    expect(rows.at(-1)).toMatchObject({ lane: "all", released: 2 });
  });

  it("predicts what remains of each owner's usual time, and whose most of it is", () => {
    const pace = usualPace([lodged(60, "red"), lodged(5, "yellow")], "red");
    if (!pace) throw new Error("a released lane has a pace");
    expect(predict(lodged(20, "red", false), pace, 50)).toEqual({
      ...{ elapsed: 20, expected: 70, slack: -20, mostOf: "officer", releases: 1 },
      remaining: { broker: 0, system: 10, officer: 40, authority: 0, payer: 0 },
    });
  });

  it("takes all lanes where a lane has no release, and predicts nothing without any", () => {
    expect(usualPace([lodged(60, "red")], "blue")).toMatchObject({ releases: 1 });
    expect(usualPace([], "blue")).toBeNull();
  });
});
