import { describe, expect, it } from "vitest";
import { kindsOf, mayBeTold } from "@/domain/notice/kinds";
import { noticesOf } from "@/domain/notice/of-evidence";
import { channelsFor, defaultRule } from "@/domain/notice/rule";
import { warningOf, weekOf, windowsOf } from "@/domain/notice/warning";
import { addDays } from "@/domain/shared/local-date";

const entry = { stage: "bonded_exit", subject: "s", facts: {} } as const;
const kinds = (kind: string, more: Partial<Parameters<typeof noticesOf>[0]> = {}) =>
  noticesOf({ ...entry, kind, ...more }).map((notice) => notice.kind);

describe("the audience of a notice", () => {
  it("is of the kind of organisation and has one of the roles", () => {
    const of = (organisationKind: "broker" | "authority", ...roles: string[]) => ({ organisationKind, roles });
    expect(mayBeTold("declaration_refused", of("broker", "broker"))).toBe(true);
    expect(mayBeTold("declaration_refused", of("broker", "admin"))).toBe(false);
    expect(mayBeTold("declaration_refused", of("authority", "broker"))).toBe(false);
    expect(mayBeTold("job_dead", of("authority", "admin", "officer"))).toBe(true);
  });

  it("keeps from brokers what is the authority's: cases and alerts", () => {
    expect(kindsOf("broker")).not.toContain("alert_raised");
    expect(kindsOf("broker")).not.toContain("case_waiting");
    expect(kindsOf("authority")).not.toContain("guarantee_short");
  });
});

describe("the evidence of a shipment", () => {
  it("tells the broker of a refusal, a question, an inspection and each release", () => {
    expect(kinds("entry_refused")).toEqual(["declaration_refused"]);
    expect(kinds("review_decided", { facts: { outcome: "request_documents" } })).toEqual(["documents_requested"]);
    expect(kinds("inspection_ordered")).toEqual(["inspection_ordered"]);
    expect(kinds("release_granted")).toEqual(["gate_one_released"]);
    expect(kinds("release_granted", { stage: "domestic_distribution" })).toEqual(["both_gates_released"]);
  });

  it("tells broker and authority of a case, and the authority alone of a second signature", () => {
    expect(kinds("review_opened", { facts: { lane: "red" } })).toEqual(["held_for_review", "case_waiting"]);
    expect(kinds("review_decided", { facts: { outcome: "pass", awaits: "second_officer" } })).toEqual(["case_waiting"]);
  });

  it("tells once of the papers that gate two lacks, however many", () => {
    const missing = { facts: { state: "missing" }, stage: "domestic_distribution" } as const;
    expect(noticesOf({ ...entry, kind: "requirement_resolved", ...missing })).toMatchObject([
      { kind: "papers_missing", occasion: "domestic_distribution" },
    ]);
    expect(kinds("requirement_resolved", { facts: { state: "missing" } })).toEqual([]);
  });

  it("tells nobody of a hold by an alert, which brokers do not know", () => {
    expect(kinds("alert_held")).toEqual([]);
    expect(kinds("alert_lifted")).toEqual([]);
  });

  it("tells of a message that failed or contradicts itself, and not of each answer", () => {
    const answered = (state: string) => kinds("message_answered", { facts: { state } });
    expect([answered("failed"), answered("contested"), answered("answered")]).toEqual([
      ["message_failed"],
      ["message_failed"],
      [],
    ]);
  });
});

describe("a rule", () => {
  const notice = { shipmentId: "s", openedBy: "me", causedBy: null };
  it("is told in the application and not by e-mail, unless the person said otherwise", () => {
    expect(channelsFor(defaultRule("declaration_refused"), notice, "you")).toEqual({ isInApp: true, isMailed: false });
  });

  it("tells of good news only who opened the shipment, until they want all", () => {
    const rule = defaultRule("both_gates_released");
    expect(channelsFor(rule, notice, "me").isInApp).toBe(true);
    expect(channelsFor(rule, notice, "you").isInApp).toBe(false);
    expect(channelsFor({ ...rule, isOwnOnly: false }, notice, "you").isInApp).toBe(true);
  });

  it("tells nobody of what they did themselves", () => {
    const rule = { ...defaultRule("alert_raised"), isMailed: true };
    const raised = { shipmentId: null, openedBy: null, causedBy: "me" };
    expect(channelsFor(rule, raised, "me")).toEqual({ isInApp: false, isMailed: false });
    expect(channelsFor(rule, raised, "you")).toEqual({ isInApp: true, isMailed: true });
  });
});

describe("what ends", () => {
  const warn = (today: string) => warningOf("2027-01-31", today, [60, 30, 7]);
  it("is told of at each threshold, by the nearest that was reached", () => {
    expect(warn("2026-11-30")).toBeNull();
    expect(warn("2026-12-02")).toEqual({ days: 60, occasion: "2027-01-31 within 60" });
    expect(warn("2026-12-31")).toEqual({ days: 31, occasion: "2027-01-31 within 60" });
    expect(warn("2027-01-01")).toEqual({ days: 30, occasion: "2027-01-31 within 30" });
    expect(warn("2027-01-31")).toEqual({ days: 0, occasion: "2027-01-31 within 7" });
  });

  it("is looked for on the very days on which it is told of", () => {
    const windows = windowsOf("2026-11-27", [60, 30, 7]);
    for (let day = -2; day <= 62; day++) {
      const endsOn = addDays("2026-11-27", day);
      const within = windows.filter(({ from, to }) => from <= endsOn && endsOn <= to);
      const occasions = within.map(({ days }) => `${endsOn} within ${days}`);
      expect(occasions).toEqual([warningOf(endsOn, "2026-11-27", [60, 30, 7])?.occasion ?? []].flat());
    }
  });

  it("is told of no more once it has ended", () => {
    expect(warn("2027-02-01")).toBeNull();
  });

  it("is told of once a week where it goes on", () => {
    expect([weekOf("2026-11-23"), weekOf("2026-11-29"), weekOf("2026-11-30")]).toEqual([
      ...["2026-11-23", "2026-11-23"],
      "2026-11-30",
    ]);
  });
});
