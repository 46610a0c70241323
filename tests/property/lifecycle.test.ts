import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CLEARANCE_EVENTS,
  CLEARANCE_STATES,
  type ClearanceEvent,
  type ClearanceState,
  LIFECYCLE,
  takesDeclaration,
  transition,
} from "@/domain/clearance/lifecycle";

const EDGES = CLEARANCE_STATES.flatMap((from) =>
  Object.entries(LIFECYCLE[from]).map(([event, to]) => ({ from, event: event as ClearanceEvent, to })),
);

/** The states that a clearance passes when it tries the events in turn and stays where one is not allowed. */
function walk(events: readonly ClearanceEvent[]): readonly ClearanceState[] {
  const path: ClearanceState[] = ["opened"];
  for (const event of events) {
    const next = transition(path.at(-1) ?? "opened", event);
    if (next.ok) path.push(next.value);
  }
  return path;
}

function reachable(start: ClearanceState): ReadonlySet<ClearanceState> {
  const found = new Set<ClearanceState>([start]);
  for (const state of found) for (const edge of EDGES) if (edge.from === state) found.add(edge.to);
  return found;
}

const anyEvents = fc.array(fc.constantFrom(...CLEARANCE_EVENTS), { maxLength: 200 });
/** Only lawful moves, so that walks go deep. */
const lawfulEvents = fc.array(fc.nat(), { maxLength: 40 }).map((choices) => {
  let state: ClearanceState = "opened";
  return choices.flatMap((choice) => {
    const moves = EDGES.filter((edge) => edge.from === state);
    const move = moves[choice % Math.max(moves.length, 1)];
    if (!move) return [];
    state = move.to;
    return [move.event];
  });
});

describe("a clearance", () => {
  it.each([
    ["any events", anyEvents],
    ["lawful events", lawfulEvents],
  ])("is never released without an assessment of the declaration that stands: %s", (_name, events) => {
    fc.assert(
      fc.property(events, (tried) => {
        const path = walk(tried);
        if (path.at(-1) !== "released") return;
        // Of the last declaration: an amendment sends the clearance back, and what was assessed before counts no more.
        const since = path.slice(path.lastIndexOf("documented"));
        expect(since).toContain("declared");
        expect(since).toContain("assessed");
        expect(since.indexOf("assessed")).toBeLessThan(since.indexOf("releasable"));
      }),
      { numRuns: 500 },
    );
  });

  it("is released at most once and moves no more after its end", () => {
    fc.assert(
      fc.property(lawfulEvents, anyEvents, (first, more) => {
        const path = walk([...first, ...more]);
        const end = path.findIndex((state) => state === "released" || state === "refused");
        if (end >= 0) expect(end).toBe(path.length - 1);
      }),
    );
  });

  it("leaves a review or an examination only by an officer's event, or by who declared and takes it back", () => {
    const officer: readonly ClearanceEvent[] = [
      "review_passed",
      "review_escalated",
      "examination_passed",
      "lane_rerouted",
      "documents_requested",
      "hold_placed",
      "entry_refused",
      "declaration_amended",
    ];
    for (const { from, event } of EDGES) {
      if (from === "in_review") expect([...officer, "declaration_withdrawn"]).toContain(event);
      // What customs decided to inspect is withdrawn by nobody.
      if (from === "in_examination") expect(officer).toContain(event);
    }
  });

  it("comes from a question or a hold before an officer again, and never straight to a release", () => {
    for (const state of ["queried", "held"] as const) {
      expect(Object.values(LIFECYCLE[state])).not.toContain("releasable");
      expect(transition(state, "review_resumed")).toEqual({ ok: true, value: "in_review" });
      expect(transition(state, "examination_resumed")).toEqual({ ok: true, value: "in_examination" });
    }
    // What is held cannot be amended away from the hold.
    expect(transition("held", "declaration_amended").ok).toBe(false);
  });

  it("can come to every state, and from every state to an end", () => {
    expect([...reachable("opened")].sort()).toEqual([...CLEARANCE_STATES].sort());
    for (const state of CLEARANCE_STATES)
      expect(["released", "refused"].some((end) => reachable(state).has(end as ClearanceState))).toBe(true);
  });

  it("takes a declaration just where the table leads back to the one that is lodged", () => {
    for (const state of CLEARANCE_STATES) {
      const isReopened = (["documents_accepted", "declaration_amended"] as const).some((event) => {
        const next = transition(state, event);
        return next.ok && transition(next.value, "declaration_lodged").ok;
      });
      // What was withdrawn is a draft again, and takes one as it is.
      const isDraft = transition(state, "declaration_lodged").ok;
      expect({ state, takes: takesDeclaration(state) }).toEqual({ state, takes: isReopened || isDraft });
    }
  });

  it("can be amended or refused until it is released, so that a requirement that failed late is no dead end", () => {
    for (const state of ["in_review", "in_examination", "releasable"] as const) {
      expect(transition(state, "declaration_amended")).toEqual({ ok: true, value: "documented" });
      expect(transition(state, "entry_refused")).toEqual({ ok: true, value: "refused" });
    }
    expect(takesDeclaration("released")).toBe(false);
  });

  it("knows every event, and refuses those that its state does not have", () => {
    const used = new Set(EDGES.map((edge) => edge.event));
    expect([...used].sort()).toEqual([...CLEARANCE_EVENTS].sort());
    expect(transition("released", "release_granted")).toEqual({
      ok: false,
      error: { kind: "illegal_transition", state: "released", event: "release_granted" },
    });
  });
});
