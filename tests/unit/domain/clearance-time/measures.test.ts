import { describe, expect, it } from "vitest";
import { attribute } from "@/domain/clearance-time/attribute";
import { ASSUMPTIONS, compareEffort, KEYED_SHARE, saved, sumComparisons } from "@/domain/clearance-time/baseline";
import { type LodgedTime, predict, promiseByLane, usualPace } from "@/domain/clearance-time/promise";
import { statedValues } from "@/domain/clearance-time/stated-values";
import type { DeclarationContent } from "@/domain/declaration/declaration";
import type { Lane } from "@/domain/selectivity/lanes";
import { decimal } from "@/domain/shared/decimal";
import parameters from "../../../../prisma/reference/legal-parameters.json";

const ASSUMED = new Map(
  parameters.filter(({ code }) => ASSUMPTIONS.includes(code)).map(({ code, value }) => [code, decimal(value)]),
);
const act = (kind: string, actor = "broker", facts = {}) => ({ kind, actor, facts });

describe("two declarations on the same shipment", () => {
  const nothing = { keyable: 0, given: 0 };

  it("rest on figures of the reference data, each of which says that it is an assumption and no measurement", () => {
    for (const each of ASSUMPTIONS) {
      const citation = parameters.find(({ code }) => code === each)?.citation;
      expect(citation).toContain("Assumption of this project");
      expect(citation).toMatch(/not measured/);
    }
  });

  it("key the assumed share of what is stated, and repeat what each takes by itself, but no checking of readings", () => {
    const done = [act("document_received"), act("field_corrected"), act("field_confirmed"), act("declaration_lodged")];
    expect(compareEffort(done, { keyable: 5, given: 40 }, ASSUMED)).toEqual({
      one: { keyed: 1, touches: 4, seconds: 20 + 12 + 4 + 60 },
      // Five values in each of two, half of them keyed; a paper and a lodging for each.
      two: { keyed: 5, touches: 5 + 4, seconds: 5 * 12 + 2 * (20 + 60) },
    });
  });

  it("are no cheaper where people did much with one, and then nothing is saved", () => {
    const done = Array.from({ length: 9 }, () => act("field_typed"));
    const compared = compareEffort(done, { keyable: 4, given: 0 }, ASSUMED);
    expect(saved(compared, "keyed")).toBeCloseTo(1 - 9 / 4);
  });

  it("take once what a gate asks for by itself", () => {
    const done = [
      act("requirement_evidenced"),
      act("question_answered"),
      act("tax_secured", "broker", { by: "payment" }),
    ];
    const { one, two } = compareEffort(done, nothing, ASSUMED);
    expect(two).toEqual(one);
  });

  it("key no part of a field", () => {
    expect(
      compareEffort([], { keyable: 1, given: 0 }, new Map([...ASSUMED, [KEYED_SHARE, decimal("0.7")]])).two,
    ).toEqual({
      ...{ keyed: 1, touches: 1, seconds: 12 },
    });
  });

  it("count no act of the machine, no guarantee that comes with the lodging, and no payment that was carried over", () => {
    const own = [
      act("document_received", "system"),
      act("tax_secured", "broker", { by: "guarantee" }),
      act("tax_secured", "broker", { by: "payment", carried_from: "x" }),
      act("lane_assigned"),
    ];
    const compared = compareEffort(own, nothing, ASSUMED);
    expect(compared.two).toEqual({ keyed: 0, touches: 0, seconds: 0 });
    expect(saved(compared, "seconds")).toBeNull();
  });

  it("add up over shipments", () => {
    const each = compareEffort([act("document_received")], nothing, ASSUMED);
    expect(sumComparisons([each, each]).two).toEqual({ keyed: 0, touches: 4, seconds: 80 });
  });

  it("are not compared without an assumption", () => {
    expect(() => compareEffort([act("field_typed")], nothing, new Map([[KEYED_SHARE, decimal("0")]]))).toThrow(
      "effort_seconds_field_keyed",
    );
    expect(() => compareEffort([], nothing, new Map())).toThrow(KEYED_SHARE);
  });
});

describe("what a declaration states", () => {
  it("is counted with its lines and adjustments, what a feed or a rule gives apart", () => {
    const by = (method: string) => ({ value: "1", source: { method } });
    const content = {
      ...{
        regime: "0110",
        invoiceNumber: by("ocr"),
        currency: by("derived"),
        freight: null,
        consumer: { nameMasked: "*" },
      },
      adjustments: { commission: by("typed"), royalty: null },
      lines: [
        { number: 1, description: by("feed"), quantity: by("text_layer"), unit: null },
        { number: 2, description: by("text_layer"), quantity: by("model"), unit: by("learned") },
      ],
    } as unknown as DeclarationContent;
    expect(statedValues(content)).toEqual({ keyable: 6, given: 2 });
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
      ...{ lane: "yellow", released: 2, kept: 1, p50: 30, p90: 100, p95: 100, p99: 100, total: 130 },
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
