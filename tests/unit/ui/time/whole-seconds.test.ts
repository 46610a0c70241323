import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clockOf, wholeSeconds } from "@/ui/time/whole-seconds";

const sumOf = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);

describe("times as whole seconds", () => {
  it("add up to the whole seconds of their sum, none off by a second or more", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 15 }), (times) => {
        const whole = wholeSeconds(times);
        expect(sumOf(whole)).toBe(Math.round(sumOf(times) / 1_000));
        whole.forEach((seconds, index) => {
          expect(Math.abs(seconds * 1_000 - (times[index] ?? 0))).toBeLessThan(1_000);
        });
      }),
    );
  });

  it("stand as a clock, with days before it", () => {
    const days = (count: number) => `${count} d`;
    expect(clockOf(3_723, days)).toBe("01:02:03");
    expect(clockOf(2 * 86_400 + 5, days)).toBe("2 d 00:00:05");
  });
});
