import { describe, expect, it } from "vitest";
import { type Entry, groupEntries } from "@/ui/evidence/group-entries";
import { layerOf } from "@/ui/evidence/layers";

const entry = (sequence: number, at: string, stage: Entry["stage"]): Entry => ({
  sequence,
  at,
  stage,
  kind: "requirement_resolved",
  actor: "system",
  subject: "",
  facts: {},
  hash: "",
  previousHash: "",
});

describe("the events of a shipment", () => {
  it("are one where they happened at one gate within one second, and lose none", () => {
    const entries = [
      entry(1, "2026-11-26T04:02:57.100Z", "bonded_exit"),
      entry(2, "2026-11-26T04:02:57.900Z", "bonded_exit"),
      entry(3, "2026-11-26T04:02:57.950Z", "domestic_distribution"),
      entry(4, "2026-11-26T04:02:58.000Z", "domestic_distribution"),
    ];
    const groups = groupEntries(entries);
    expect(groups.map((group) => group.map((each) => each.sequence))).toEqual([[1, 2], [3], [4]]);
    expect(groups.flat()).toEqual(entries);
  });

  it("belong to a layer, whatever their kind", () => {
    expect(layerOf("document_read")).toBe("documents");
    expect(layerOf("release_granted")).toBe("release");
    expect(layerOf("something_new")).toBe("declaration");
  });
});
