import { describe, expect, it } from "vitest";
import { onceEach } from "@/application/history-once";
import type { HistoryEntryRecord } from "@/application/history-record";

/** A line of a history, as far as counting it once is about. */
function record(id: string, stage: "bonded_exit" | "domestic_distribution", shipmentId: string | null, line = 1) {
  const source = shipmentId && {
    organisationId: "o",
    shipmentId,
    clearanceId: `${shipmentId}-${stage}`,
    declarationId: id,
  };
  return { entry: { id }, stage, line, source } as unknown as HistoryEntryRecord;
}

describe("a history that is counted", () => {
  it("has every line of a shipment once: what was lodged last at the first gate stands for the rest", () => {
    const all = [
      record("first", "bonded_exit", "s"),
      record("amended", "bonded_exit", "s"),
      record("gate two", "domestic_distribution", "s"),
      record("other line", "bonded_exit", "s", 2),
      record("generated", "bonded_exit", null),
    ];
    const { entries, standsFor } = onceEach(all);
    expect(entries.map(({ entry }) => entry.id)).toEqual(["amended", "other line", "generated"]);
    expect([...standsFor]).toEqual([
      ["first", "amended"],
      ["gate two", "amended"],
    ]);
  });
});
