import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayOf } from "@/domain/history/day-number";
import { FEATURES } from "@/domain/history/feature-dictionary";
import { HistoryState } from "@/domain/history/history-state";
import { rowOf, walkHistory } from "@/domain/history/walk";
import { entryOf, inventedHistory } from "../../unit/domain/history/invented-history";

const { entries, outcomes } = inventedHistory(400, 60);
const whole = walkHistory(entries, outcomes);

describe("features of a history", () => {
  it("of a day do not change whatever comes on that day or later, entries or outcomes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 59 }), (days) => {
        const last = dayOf(20_000 + days);
        const before = entries.filter(({ day }) => day <= last);
        const known = outcomes.filter(({ knownOn }) => knownOn <= last);
        const short = walkHistory(before, known);
        for (let row = 0; row < before.length; row++) expect(rowOf(short, row)).toEqual(rowOf(whole, row));
      }),
      { numRuns: 20 },
    );
  });

  it("of one entry do not depend on others of the same day", () => {
    const [first] = entries;
    const day = entries.at(-1)?.day ?? "";
    const asked = entryOf({ ...first, id: "asked", day });
    const others = entries.filter((entry) => entry.day === day);
    const without = entries.filter((entry) => entry.day !== day);
    const alone = walkHistory([...without, asked], outcomes, ({ id }) => id === "asked");
    const among = walkHistory([...without, ...others, asked], outcomes, ({ id }) => id === "asked");
    expect(rowOf(among, 0)).toEqual(rowOf(alone, 0));
  });

  it("are the same entry by entry as in one walk", () => {
    const state = new HistoryState();
    const byId = new Map(entries.map((entry) => [entry.id, entry]));
    for (let day = 0; day < 60; day++) {
      const today = dayOf(20_000 + day);
      const ofDay = [...entries.entries()].filter(([, entry]) => entry.day === today);
      for (const [row, entry] of ofDay) expect(state.featuresOf(entry)).toEqual(rowOf(whole, row));
      for (const [, entry] of ofDay) state.absorb(entry);
      // What a day brings to light is known from the next day on.
      for (const outcome of outcomes.filter(({ knownOn }) => knownOn === today)) {
        const entry = byId.get(outcome.entryId);
        if (entry) state.absorbOutcome(entry, outcome);
      }
    }
  });

  it("are numbers or missing ones, never infinite, whatever is not stated", () => {
    const amount = fc.option(fc.double({ min: -10, max: 1e9, noNaN: true }));
    const word = fc.constantFrom("", "A", "851712");
    const entry = fc.record({
      importer: word,
      declarant: word,
      exporter: word,
      commodityCode: word,
      origin: word,
      dispatch: word,
      preference: word,
      packages: amount,
      grossKg: amount,
      netKg: amount,
      invoiceValue: amount,
      freight: amount,
      dutyRate: amount,
      duty: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
      importerAgeWeeks: fc.option(fc.nat(3000)),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 2, maxLength: 8 }), (stated) => {
        const made = stated.map((each, index) => entryOf({ ...each, id: `S${index}`, day: dayOf(20_000 + index) }));
        const { columns } = walkHistory(made, []);
        for (const column of columns)
          for (const value of column) expect(Number.isFinite(value) || Number.isNaN(value)).toBe(true);
      }),
    );
  });
});

describe("the dictionary of features", () => {
  it("names each once, in words, and says what it is", () => {
    expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length);
    expect(new Set(FEATURES.map(({ group }) => group)).size).toBeGreaterThanOrEqual(20);
    for (const { name, description } of FEATURES) {
      expect(name).toMatch(/^[a-z][a-z_]*$/);
      expect(description.length).toBeGreaterThan(10);
    }
  });
});

describe("the number of a day", () => {
  it("is given back by the day, and one more for the next", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
        expect(dayNumber(dayOf(number))).toBe(number);
      }),
    );
  });
});
