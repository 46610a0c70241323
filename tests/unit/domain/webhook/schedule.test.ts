import { describe, expect, it } from "vitest";
import { judge, pauseAfter, retryAfterOf, WAITS_MS } from "@/domain/webhook/schedule";

const refused = { status: 500, fault: "status", retryAfterMs: null } as const;
const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

describe("the schedule of a delivery", () => {
  it("is that of Standard Webhooks: ten attempts, and then it is given up", () => {
    const waits = Array.from({ length: 9 }, (_, index) => judge(index + 1, refused));
    expect(waits).toEqual(
      [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR].map(
        (inMs) => ({ kind: "again", inMs }),
      ),
    );
    expect(judge(WAITS_MS.length, refused)).toEqual({ kind: "given_up" });
  });

  it("ends with the first yes, and with the endpoint's word that it is gone", () => {
    expect(judge(3, { status: 204, fault: null, retryAfterMs: null })).toEqual({ kind: "delivered" });
    expect(judge(1, { status: 410, fault: "status", retryAfterMs: null })).toEqual({ kind: "gone" });
  });

  it("waits as long as the endpoint asks, a day at most, and never less than the schedule", () => {
    const busy = (retryAfterMs: number) => judge(1, { status: 429, fault: "status", retryAfterMs });
    expect(busy(90 * SECOND)).toEqual({ kind: "again", inMs: 90 * SECOND });
    expect(busy(1)).toEqual({ kind: "again", inMs: 5 * SECOND });
    expect(busy(90 * HOUR)).toEqual({ kind: "again", inMs: 24 * HOUR });
  });
});

describe("an endpoint that fails", () => {
  it("is left alone after three in a row, longer each time, half an hour at most", () => {
    expect([1, 2, 3, 4, 5, 30].map((failures) => pauseAfter(failures, null))).toEqual([
      ...[0, 0, 30 * SECOND, 60 * SECOND, 120 * SECOND],
      30 * MINUTE,
    ]);
  });

  it("is left alone at once when it asks for it", () => {
    expect(pauseAfter(1, 90 * SECOND)).toBe(90 * SECOND);
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-27T08:00:00Z");
  it("is seconds or a date; anything else asks for nothing", () => {
    expect(retryAfterOf("120", now)).toBe(120 * SECOND);
    expect(retryAfterOf("Fri, 27 Nov 2026 08:02:00 GMT", now)).toBe(120 * SECOND);
    expect(retryAfterOf("Fri, 27 Nov 2026 07:00:00 GMT", now)).toBe(0);
    expect(retryAfterOf("soon", now)).toBeNull();
    expect(retryAfterOf(undefined, now)).toBeNull();
  });
});
