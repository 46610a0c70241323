import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyReceipt, type KnownReceipt, type MessageState, OUTCOMES } from "@/domain/message/apply-receipt";
import type { ReceiptMessage } from "@/domain/message/message";
import { REGRESSIONS, statusOf } from "@/domain/message/receipt-status";
import { receipt, VERSIONS } from "../../support/receipts";

const CODES = ["-3", "1", "2", "3", "4", "100", "120", "300", "399", "500", "501", "599", "700", "800", "899", "650"];

const anyReceipt: fc.Arbitrary<ReceiptMessage> = fc
  .record({
    status: fc.constantFrom(...CODES),
    minute: fc.integer({ min: -90, max: 30 }),
    record: fc.constantFrom(VERSIONS[0]?.recordId ?? "", VERSIONS[1]?.recordId ?? "", "of the single window"),
    own: fc.constantFrom("COP1", "COP1", "COP1", "COP2"),
    entry: fc.constantFrom(null, null, "29242026I000000001", "29242026I000000002"),
  })
  .map(({ status, minute, record, own, entry }) =>
    receipt(status, minute, {
      recordId: record,
      numbers: { ...receipt("1", 0).numbers, ownNumber: own, entryNumber: entry },
    }),
  );

function fold(receipts: readonly ReceiptMessage[]) {
  let known: readonly KnownReceipt[] = [];
  const states: MessageState[] = [];
  for (const each of receipts) {
    const applied = applyReceipt(VERSIONS, known, each);
    known = applied.known;
    states.push(applied.state);
  }
  return { known, states, last: states.at(-1) };
}

function hasMoved(before: MessageState | null, now: MessageState): boolean {
  return now.standing !== null && now.standing.status !== before?.standing?.status;
}

/** Whether the message stands lower than before without a rejection that is listed. */
function isBack(before: MessageState | null, now: MessageState): boolean {
  const [from, to] = [before?.standing?.status, now.standing?.status];
  if (from === undefined || to === undefined) return false;
  const isListed = REGRESSIONS.ceb.some(([a, b]) => a === from && b === to);
  return !isListed && (statusOf("ceb", to)?.rank ?? 0) < (statusOf("ceb", from)?.rank ?? 0);
}

const some = fc.array(anyReceipt, { minLength: 1, maxLength: 12 });
const shuffled = some.chain((receipts) =>
  fc.record({
    receipts: fc.constant(receipts),
    other: fc
      .tuple(
        fc.shuffledSubarray(receipts, { minLength: receipts.length }),
        fc.array(fc.constantFrom(...receipts), { maxLength: 6 }),
      )
      .chain(([order, again]) => fc.shuffledSubarray([...order, ...again], { minLength: order.length + again.length })),
  }),
);

describe("receipts", () => {
  it("end in the same state in any order and however often they come", () => {
    fc.assert(
      fc.property(shuffled, ({ receipts, other }) => {
        expect(fold(other).last).toEqual(fold(receipts).last);
      }),
      { numRuns: 500 },
    );
  });

  it("are all accounted for, each with one outcome", () => {
    fc.assert(
      fc.property(some, (receipts) => {
        const { known } = fold(receipts);
        expect(known.map((each) => each.receipt)).toEqual(receipts);
        for (const { decision } of known) {
          expect(OUTCOMES).toContain(decision.outcome);
          expect(decision.quarantine !== null).toBe(decision.outcome === "quarantined");
        }
      }),
    );
  });

  it("never take a message back but by a listed rejection, and never move it by what is not applied", () => {
    fc.assert(
      fc.property(some, (receipts) => {
        const { states, known } = fold(receipts);
        for (const [index, state] of states.entries()) {
          const before = states[index - 1] ?? null;
          if (hasMoved(before, state)) expect(known[index]?.decision.outcome).toBe("applied");
          if (before?.contested) expect(known[index]?.decision.outcome).not.toBe("applied");
          expect(isBack(before, state)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
