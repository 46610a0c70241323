import { describe, expect, it } from "vitest";
import { generateYear } from "@/domain/generated-year/year";
import { walkHistory } from "@/domain/history/walk";

const year = generateYear({ seed: 5, from: "2026-01-01", days: 60, perDay: 8, traders: 20 });
const entries = year.map(({ entry }) => entry);

describe("the features of a line", () => {
  it("do not know what came of it, though it was found on the very day", () => {
    const outcomes = year.flatMap(({ outcome, entry }) => (outcome ? [{ ...outcome, knownOn: entry.day }] : []));
    const last = outcomes.at(-1);
    const flipped = outcomes.map((each) =>
      each === last
        ? { ...each, isIrregular: !each.isIrregular, irregularity: each.isIrregular ? null : ("VALUE" as const) }
        : each,
    );
    const own = ({ id }: { id: string }) => id === last?.entryId;
    const before = walkHistory(entries, outcomes, own);
    expect(before.rows.length).toBe(1);
    expect(walkHistory(entries, flipped, own)).toEqual(before);
  });
});
