import { describe, expect, it } from "vitest";
import { transition } from "@/domain/clearance/lifecycle";
import { DECISION_REASONS, isPassing, OUTCOMES, rule } from "@/domain/review/decision";

type Ruling = Parameters<typeof rule>[0];

function ruling(given: Partial<Ruling> = {}): Ruling {
  return {
    state: "in_review",
    lane: "yellow",
    needsTwoOfficers: false,
    passedBy: [],
    officer: "officer-1",
    isAuthority: true,
    outcome: "pass",
    reasons: ["documents_consistent"],
    ...given,
  };
}

describe("an officer's ruling", () => {
  it.each<[Partial<Ruling>, string]>([
    [{}, "review_passed"],
    [{ outcome: "escalate", reasons: ["value_doubtful"] }, "review_escalated"],
    [{ outcome: "refuse", reasons: ["undervalued"] }, "entry_refused"],
    [{ state: "in_examination", outcome: "examined_pass", reasons: ["goods_as_declared"] }, "examination_passed"],
    [{ state: "in_examination", outcome: "refuse", reasons: ["prohibited"] }, "entry_refused"],
  ])("%o leads to %s, which the lifecycle allows", (given, event) => {
    const verdict = rule(ruling(given));
    expect(verdict).toEqual({ ok: true, value: { kind: "event", event } });
    if (verdict.ok && verdict.value.kind === "event")
      expect(transition(given.state ?? "in_review", verdict.value.event).ok).toBe(true);
  });

  it("needs at least one reason, and one of its outcome", () => {
    expect(rule(ruling({ reasons: [] }))).toMatchObject({ ok: false, error: { pointer: "/reasons" } });
    expect(rule(ruling({ reasons: ["undervalued"] }))).toMatchObject({ ok: false, error: { pointer: "/reasons" } });
    expect(rule(ruling({ reasons: ["documents_consistent", "because"] }))).toMatchObject({ ok: false });
  });

  it("cannot pass papers of goods under examination, nor examine what is in review", () => {
    expect(rule(ruling({ state: "in_examination" }))).toMatchObject({ ok: false, error: { pointer: "/outcome" } });
    expect(rule(ruling({ outcome: "examined_pass", reasons: ["seal_intact"] }))).toMatchObject({ ok: false });
  });

  it.each(["opened", "declared", "releasable", "released", "refused"] as const)(
    "comes too late or too early for %s",
    (state) => {
      for (const outcome of OUTCOMES) {
        const reasons = DECISION_REASONS[outcome].slice(0, 1);
        expect(rule(ruling({ state, outcome, reasons })).ok).toBe(false);
      }
    },
  );
});

describe("goods under dual control", () => {
  it("wait for a second officer after the first one's pass", () => {
    expect(rule(ruling({ needsTwoOfficers: true }))).toEqual({ ok: true, value: { kind: "awaiting_second_officer" } });
  });

  it("are not passed by one officer twice", () => {
    expect(rule(ruling({ needsTwoOfficers: true, passedBy: ["officer-1"] }))).toEqual({
      ok: false,
      error: { kind: "needs_second_person" },
    });
  });

  it("pass with the second, different officer", () => {
    expect(rule(ruling({ needsTwoOfficers: true, passedBy: ["officer-2"] }))).toMatchObject({
      value: { event: "review_passed" },
    });
  });

  it("are refused or sent to examination by one officer alone", () => {
    const alone = { needsTwoOfficers: true };
    expect(rule(ruling({ ...alone, outcome: "refuse", reasons: ["prohibited"] })).ok).toBe(true);
    expect(rule(ruling({ ...alone, outcome: "escalate", reasons: ["goods_unclear"] })).ok).toBe(true);
  });
});

describe("a compliance officer of the broker's own house", () => {
  it.each(["pass", "escalate", "refuse"] as const)("cannot rule %s: the gate is the authority's", (outcome) => {
    const refused = rule(ruling({ isAuthority: false, outcome, reasons: [DECISION_REASONS[outcome][0] ?? ""] }));
    expect(refused).toMatchObject({ ok: false, error: { pointer: "/outcome" } });
  });

  it("advises, and nothing follows from it", () => {
    expect(rule(ruling({ isAuthority: false, outcome: "advise_pass" }))).toEqual({
      ok: true,
      value: { kind: "advised" },
    });
    expect(isPassing("advise_pass")).toBe(false);
  });

  it("has nothing that the authority does instead of deciding", () => {
    expect(rule(ruling({ outcome: "advise_pass" }))).toMatchObject({ ok: false, error: { pointer: "/outcome" } });
  });
});
