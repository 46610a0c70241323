import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LegalClock } from "@/domain/clearance-time/legal-clock";
import { nextClock, nextClockChangesAt } from "@/domain/clearance-time/next-clock";

const HOUR = 3_600_000;
const now = Date.parse("2026-11-27T12:00:00+08:00");
const endOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`) + 24 * HOUR;
const clock = (code: LegalClock["code"], dueOn: string, isDone = false): LegalClock => ({
  ...{
    code,
    startsAt: "2026-11-01",
    dueOn,
    dueAt: null,
    owner: "broker",
    basis: "law",
    subject: null,
    isDone,
    left: 0,
  },
  ...{ breached: false, fee: null },
});
const next = (clocks: readonly LegalClock[], promiseEnds: number | null = null) =>
  nextClock({ clocks, promiseEnds, now, endOf });

describe("the next clock of a shipment", () => {
  it("is the one that ends first, a day ending with its last instant at the customs office", () => {
    const today = clock("tax_payment", "2026-11-27");
    expect(next([clock("declaration", "2026-11-30"), today])).toEqual({
      ...{ code: "tax_payment", dueOn: "2026-11-27", dueAt: now + 12 * HOUR },
    });
    expect(next([today], now + HOUR)).toMatchObject({ code: "promise", dueOn: null });
  });

  it("is one that can still be met while there is one, else the one that ran out last", () => {
    const late = clock("declaration", "2026-11-20");
    expect(next([late, clock("tax_payment", "2026-12-01")], now - 1)).toMatchObject({ code: "tax_payment" });
    expect(next([late], now - 1)).toMatchObject({ code: "promise" });
  });

  it("is none where nothing runs: what is done, and a right that lapses, is no clock to be missed", () => {
    expect(next([clock("declaration", "2026-11-30", true), clock("return_application", "2026-11-28")])).toBeNull();
  });

  it("stays what it is until it has ended and a later one runs, and then is another", () => {
    const days = fc.integer({ min: 1, max: 6 }).map((day) => clock("tax_payment", `2026-11-${24 + day}`));
    const promise = fc.option(fc.integer({ min: -90, max: 90 }).map((hours) => now + hours * HOUR));
    fc.assert(
      fc.property(fc.array(days, { maxLength: 4 }), promise, fc.nat(120), (clocks, promiseEnds, hours) => {
        const asked = { clocks, promiseEnds, now, endOf };
        const dueAt = (at: number) => nextClock({ ...asked, now: at })?.dueAt;
        const changesAt = nextClockChangesAt(asked);
        const later = now + hours * HOUR;
        if (changesAt === null || later < changesAt) expect(dueAt(later)).toBe(dueAt(now));
        if (changesAt === null) return;
        expect(dueAt(changesAt - 1)).toBe(dueAt(now));
        expect(dueAt(changesAt)).not.toBe(dueAt(now));
      }),
    );
  });

  it("ends with an instant where the clock does", () => {
    const dueAt = new Date(now + HOUR).toISOString();
    expect(next([{ ...clock("rcep_express", "2026-11-30"), dueOn: null, dueAt }])).toMatchObject({ dueAt: now + HOUR });
  });
});
