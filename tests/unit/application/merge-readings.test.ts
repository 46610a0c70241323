import { describe, expect, it } from "vitest";
import { mergeReadings } from "@/application/merge-readings";
import type { FieldRecord } from "@/application/records";

const BOX = { x: 0.1, y: 0.1, width: 0.2, height: 0.01 };
let next = 0;

function field(name: string, value: string, given: Partial<FieldRecord> = {}): FieldRecord {
  next += 1;
  return {
    ...{ organisationId: "o", id: `f${next}`, shipmentId: "s", documentId: "d", name, line: null, value },
    ...{ machineValue: null, raw: value, page: 1, box: BOX, confidence: 0.97, method: "ocr", status: "suggested" },
    ...{ typedAtStage: null, confirmedBy: null, confirmedByName: null, confirmedAt: null },
    ...{ otherReading: null, precedence: null },
    ...given,
  };
}

describe("a second reading", () => {
  it("that says something else is kept beside the first and asked, under the same id", () => {
    const before = field("total", "10.00");
    const merged = mergeReadings([before], [field("total", "10.08")], true);
    expect(merged).toMatchObject({
      add: [],
      remove: [],
      change: [{ id: before.id, value: "10.08", otherReading: "10.00", confidence: 0.6 }],
    });
  });

  it("never changes what a person settled, and proposes only what nobody said before", () => {
    const confirmed = field("total", "10.00", { status: "confirmed" });
    const corrected = field("packages", "12", { status: "corrected", machineValue: "72" });
    const merged = mergeReadings([confirmed, corrected], [field("total", "10.08"), field("packages", "72")], true);
    expect(merged.change).toMatchObject([
      { id: confirmed.id, value: "10.00", status: "confirmed", otherReading: "10.08" },
    ]);
  });

  it("that misses a value leaves it, asked", () => {
    const before = field("total", "10.00");
    expect(mergeReadings([before], [], true)).toMatchObject({
      remove: [],
      change: [{ id: before.id, value: "10.00", otherReading: "" }],
    });
  });

  it("that says the same says nothing, and one that finds more adds it", () => {
    const merged = mergeReadings([field("total", "10.00")], [field("total", "10.00"), field("packages", "3")], true);
    expect(merged).toMatchObject({ change: [], remove: [], add: [{ name: "packages" }] });
  });

  it("leaves the lines alone once a person has arranged them", () => {
    const lines = [
      field("quantity", "5", { line: 0, method: "typed", status: "confirmed" }),
      field("quantity", "7", { line: 1 }),
    ];
    expect(mergeReadings(lines, [field("quantity", "7", { line: 0 })], true)).toEqual({
      add: [],
      change: [],
      remove: [],
    });
  });
});

it("the first reading replaces page by page what it suggested, and disputes nothing", () => {
  const early = field("total", "10");
  const merged = mergeReadings([early], [field("total", "100")], false);
  expect(merged).toMatchObject({ remove: [early.id], change: [], add: [{ value: "100", otherReading: null }] });
});
