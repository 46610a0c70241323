import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attribute, sinceInstant, totalOf } from "@/domain/clearance-time/attribute";
import { byPhase, sumPhases } from "@/domain/clearance-time/phases";
import { MINUTE_OWNERS, type TimedEvent } from "@/domain/clearance-time/work";

const KINDS = [
  ...["shipment_opened", "document_received", "document_read", "document_rejected", "order_matched", "document_moved"],
  ...["declaration_lodged", "tax_assessed", "tax_secured", "lane_assigned", "review_opened", "review_decided"],
  ...["question_answered", "inspection_ordered", "inspection_recorded", "inspection_cancelled", "alert_held"],
  ...["alert_lifted", "requirement_resolved", "requirement_evidenced", "release_granted", "entry_refused"],
  ...["gate_opened", "declaration_withdrawn", "field_typed", "a_kind_of_later"],
];
const OUTCOMES = ["pass", "examined_pass", "refuse", "hold", "resume", "request_documents", "escalate", "advise_pass"];

const events: fc.Arbitrary<TimedEvent[]> = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 2_000_000_000 }),
      kind: fc.constantFrom(...KINDS),
      stage: fc.constantFrom("bonded_exit" as const, "domestic_distribution" as const, null),
      subject: fc.constantFrom("a", "b", "c"),
      facts: fc.record({
        outcome: fc.constantFrom(...OUTCOMES),
        state: fc.constantFrom("missing", "verified", "failed"),
        total: fc.constantFrom("0.00", "10.00", "10.01"),
        amount: fc.constantFrom("3.00", "10.01", "nonsense"),
      }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) => rows.map((row, sequence) => ({ ...row, sequence })));
const now = fc.integer({ min: 0, max: 3_000_000_000 });

describe("the time of a shipment", () => {
  it("gives every millisecond to exactly one owner", () => {
    fc.assert(
      fc.property(events, now, (history, instant) => {
        const time = attribute(history, instant);
        if (!time) throw new Error("a history with events has a time");
        expect(totalOf(time.owners)).toBe(time.to - time.from);
        const edges = time.spans.flatMap(({ from, to }) => [from, to]);
        expect(edges[0] ?? time.from).toBe(time.from);
        expect(edges.at(-1) ?? time.to).toBe(time.to);
        time.spans.slice(1).forEach((span, index) => {
          expect(span.from).toBe(time.spans[index]?.to);
          expect(span.to).toBeGreaterThan(span.from);
        });
      }),
    );
  });

  it("does not depend on the order in which events are handed over", () => {
    fc.assert(
      fc.property(events, now, (history, instant) => {
        expect(attribute([...history].reverse(), instant)).toEqual(attribute(history, instant));
      }),
    );
  });

  it("is cut at an instant without losing any of it", () => {
    fc.assert(
      fc.property(events, now, now, (history, instant, cut) => {
        const time = attribute(history, instant);
        if (!time) throw new Error("a history with events has a time");
        const at = Math.min(time.to, Math.max(time.from, cut));
        expect(totalOf(sinceInstant(time, at))).toBe(time.to - at);
      }),
    );
  });

  it("is divided among the draft and both gates, to the millisecond and for every owner", () => {
    fc.assert(
      fc.property(events, now, (history, instant) => {
        const time = attribute(history, instant);
        if (!time) throw new Error("a history with events has a time");
        const phases = byPhase(time);
        expect(phases.reduce((sum, { total }) => sum + total, 0)).toBe(time.to - time.from);
        for (const owner of MINUTE_OWNERS)
          expect(phases.reduce((sum, { owners }) => sum + owners[owner], 0)).toBe(time.owners[owner]);
        expect(sumPhases([phases, phases]).map(({ total }) => total)).toEqual(phases.map(({ total }) => 2 * total));
      }),
    );
  });
});
