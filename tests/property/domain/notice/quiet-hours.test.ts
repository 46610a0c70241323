import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areQuietHours, sendAt } from "@/domain/notice/quiet-hours";

const MINUTE = 60_000;
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":"));
const quiet = fc.record({ from: time, until: time }).filter(areQuietHours);
const instant = fc.integer({ min: Date.parse("2026-01-01T00:00:00Z"), max: Date.parse("2030-01-01T00:00:00Z") });
const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });

/** Whether the clock on the wall of the customs office is in the quiet hours. */
function isQuiet(at: number, { from, until }: { from: string; until: string }): boolean {
  const now = clock.format(at);
  return from < until ? now >= from && now < until : now >= from || now < until;
}

describe("quiet hours", () => {
  it("are never broken, and delay nothing that falls outside them", () => {
    fc.assert(
      fc.property(instant, quiet, (at, hours) => {
        const sent = sendAt(at, hours);
        expect(isQuiet(sent, hours)).toBe(false);
        if (!isQuiet(at, hours)) expect(sent).toBe(at);
      }),
    );
  });

  it("delay by less than a day, to the first minute after them", () => {
    fc.assert(
      fc.property(instant, quiet, (at, hours) => {
        const sent = sendAt(at, hours);
        expect(sent - at).toBeGreaterThanOrEqual(0);
        expect(sent - at).toBeLessThan(1_440 * MINUTE);
        if (isQuiet(at, hours)) expect(clock.format(sent)).toBe(hours.until);
      }),
    );
  });

  it("send together what came in the same hours", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 600 }), quiet, (at, minutes, hours) => {
        const later = at + minutes * MINUTE;
        const [first, second] = [sendAt(at, hours), sendAt(later, hours)];
        if (isQuiet(at, hours) && later < first) expect(second).toBe(first);
      }),
    );
  });

  it("are two different times of a day", () => {
    for (const wrong of ["24:00", "7:00", "07:60", "", "07:00:00"])
      expect(areQuietHours({ from: wrong, until: "08:00" })).toBe(false);
    expect(areQuietHours({ from: "08:00", until: "08:00" })).toBe(false);
  });
});
