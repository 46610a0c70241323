import { describe, expect, it } from "vitest";
import {
  decisionOn,
  isOverdue,
  isRejected,
  isReleased,
  maintenanceUntil,
  stateByReceipts,
  waitAfter,
} from "@/domain/exchange/message-state";
import { finalCodes } from "@/domain/message/receipt-status";

const NOTHING = { standing: null, contested: null, preEntryNumber: null, entryNumber: null };

describe("where a message stands", () => {
  it("is answered by a standing, contested by a contradiction, and otherwise where it was", () => {
    const standing = { status: "120", returnedAt: "2026-11-27T00:00:00.000Z" };
    expect(stateByReceipts("sent", { ...NOTHING, standing })).toBe("answered");
    expect(stateByReceipts("answered", { ...NOTHING, contested: "final" })).toBe("contested");
    expect(stateByReceipts("unanswered", NOTHING)).toBe("unanswered");
  });

  it("is released by what says so alone: 120 is received, not released", () => {
    expect(["120", "300", "700", "100"].map((code) => isReleased("ceb", "answered", code))).toEqual(
      Array(4).fill(false),
    );
    expect(["800", "899"].map((code) => isReleased("ceb", "answered", code))).toEqual([true, true]);
    expect(isReleased("un", "answered", "4")).toBe(true);
    expect(isReleased("ceb", "contested", "800")).toBe(false);
    expect([isRejected("ceb", "100"), isRejected("un", "3"), isRejected("ceb", null)]).toEqual([true, true, false]);
  });

  it("decides an application by what grants or refuses it alone: received, looked at or torn, it is open", () => {
    const decided = (codes: readonly string[]) => codes.map((code) => decisionOn("ceb", "answered", code));
    expect(decided(["399", "800", "899"])).toEqual(Array(3).fill("granted"));
    expect(decided(["100", "700"])).toEqual(Array(2).fill("refused"));
    const open = ["1", "2", "3", "4", "-1", "120", "300", "500", "501", "599"];
    expect(decided(open)).toEqual(Array(open.length).fill("open"));
    expect([decisionOn("ceb", "contested", "800"), decisionOn("ceb", "sent", null)]).toEqual(["open", "open"]);
  });

  it("asks no more once the end is known", () => {
    const [ceb, un] = [finalCodes("ceb"), finalCodes("un")];
    expect(["120", "300", "800"].map((code) => ceb.includes(code))).toEqual([false, false, true]);
    expect(["1", "4"].map((code) => un.includes(code))).toEqual([false, true]);
  });
});

describe("clocks of a message", () => {
  it("wait twice as long after each attempt, ten minutes at most", () => {
    expect([1, 2, 3, 12].map(waitAfter)).toEqual([5_000, 10_000, 20_000, 600_000]);
  });

  it("call an answer overdue only after its time", () => {
    const sentAt = new Date("2026-11-27T00:00:00Z");
    expect(isOverdue(sentAt, 30, new Date("2026-11-27T00:30:00Z"))).toBe(false);
    expect(isOverdue(sentAt, 30, new Date("2026-11-27T00:30:01Z"))).toBe(true);
  });

  it("end a maintenance with the last of the windows that follow one another", () => {
    const windows = [
      { from: "2026-11-27T02:00:00Z", until: "2026-11-27T03:00:00Z" },
      { from: "2026-11-27T01:00:00Z", until: "2026-11-27T02:00:00Z" },
    ];
    expect(maintenanceUntil(windows, new Date("2026-11-27T01:30:00Z"))).toEqual(new Date("2026-11-27T03:00:00Z"));
    expect(maintenanceUntil(windows, new Date("2026-11-27T03:00:00Z"))).toBeNull();
  });
});
