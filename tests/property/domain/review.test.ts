import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreementOf, type OpinionPair } from "@/domain/review/agreement";
import { bulkException, planBulk } from "@/domain/review/bulk";
import { bandOf, byUrgency, slackOf } from "@/domain/review/queue";
import { add, compare, decimal, formatDecimal, ZERO } from "@/domain/shared/decimal";

const NOW = new Date("2026-11-27T08:00:00Z");
const waiting = fc.record({
  id: fc.uuid(),
  dueAt: fc.integer({ min: -200_000_000, max: 400_000_000 }).map((ms) => new Date(NOW.getTime() + ms)),
  stake: fc.integer({ min: 0, max: 300 }).map((cents) => decimal(String(cents))),
  creditPriority: fc.integer({ min: 0, max: 3 }),
});
const queue = fc.uniqueArray(waiting, { selector: (each) => each.id, maxLength: 30 });

describe("the order of the queue", () => {
  it("is the same however the cases come in, and no two are equal", () => {
    fc.assert(
      fc.property(queue, fc.integer(), (cases, turn) => {
        const order = byUrgency(NOW);
        const sorted = [...cases].sort(order).map((each) => each.id);
        const shift = cases.length === 0 ? 0 : Math.abs(turn) % cases.length;
        const turned = [...cases.slice(shift), ...cases.slice(0, shift)].reverse();
        expect(turned.sort(order).map((each) => each.id)).toEqual(sorted);
        for (const a of cases) for (const b of cases) if (a.id !== b.id) expect(order(a, b)).not.toBe(0);
      }),
    );
  });

  it("never puts a case behind one of a later band, nor within a band and a priority behind one of less value", () => {
    fc.assert(
      fc.property(queue, (cases) => {
        const sorted = [...cases].sort(byUrgency(NOW));
        sorted.slice(1).forEach((later, index) => {
          const before = sorted[index];
          if (!before) return;
          const bands = [before, later].map((each) => bandOf(slackOf(each, NOW)));
          expect(bands[0]).toBeLessThanOrEqual(bands[1] ?? 0);
          if (bands[0] !== bands[1]) return;
          expect(before.creditPriority).toBeGreaterThanOrEqual(later.creditPriority);
          if (before.creditPriority === later.creditPriority)
            expect(compare(before.stake, later.stake)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});

describe("a release of many", () => {
  const bulkCase = fc.record({
    id: fc.uuid(),
    isOpen: fc.boolean(),
    state: fc.constantFrom("in_review", "in_examination", "held", "queried", "releasable"),
    lane: fc.constantFrom("yellow", "red"),
    needsTwoOfficers: fc.boolean(),
    stake: fc.integer({ min: 0, max: 2_000 }).map((value) => decimal(String(value))),
    isClaimedByOther: fc.boolean(),
    isUnderAlert: fc.boolean(),
  });

  it("takes every case once, either with the others or with a reason, and adds up what goes", () => {
    fc.assert(
      fc.property(fc.array(bulkCase, { maxLength: 20 }), (cases) => {
        const limit = decimal("1000");
        const plan = planBulk([...cases, ...cases], limit);
        const ids = [...plan.included.map((each) => each.id), ...plan.excluded.map((each) => each.case.id)];
        expect(ids.sort()).toEqual([...new Set(cases.map((each) => each.id))].sort());
        for (const each of plan.included) {
          expect(bulkException(each, limit)).toBeNull();
          expect([each.lane, each.state, each.needsTwoOfficers]).toEqual(["yellow", "in_review", false]);
        }
        const total = plan.included.reduce((so, each) => add(so, each.stake), ZERO);
        expect(formatDecimal(plan.stake)).toBe(formatDecimal(total));
      }),
    );
  });
});

describe("the agreement of two officers", () => {
  const opinion = fc.constantFrom("pass" as const, "refuse" as const);
  const pairs: fc.Arbitrary<OpinionPair[]> = fc.array(fc.record({ first: opinion, second: opinion }), {
    maxLength: 60,
  });

  it("has a kappa from -1 to 1, which is 1 just where all agree, and does not mind who was first", () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const { kappa, total, rate } = agreementOf(given);
        const turned = agreementOf(given.map(({ first, second }) => ({ first: second, second: first })));
        expect(turned).toMatchObject({ kappa, total, rate });
        if (kappa === null) return;
        expect(kappa).toBeGreaterThanOrEqual(-1);
        expect(kappa).toBeLessThanOrEqual(1);
        expect(kappa === 1).toBe(rate === 1);
      }),
    );
  });
});
