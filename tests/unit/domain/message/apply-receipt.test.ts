import { describe, expect, it } from "vitest";
import { afterRuling, applyReceipt, type KnownReceipt } from "@/domain/message/apply-receipt";
import type { ReceiptMessage } from "@/domain/message/message";
import { receipt, VERSIONS } from "../../../support/receipts";

/** What becomes of each receipt in turn, and where the message stands then. */
function fold(...receipts: readonly ReceiptMessage[]) {
  let known: readonly KnownReceipt[] = [];
  const fates: string[] = [];
  const stands: (string | null)[] = [];
  let contested: string | null = null;
  for (const each of receipts) {
    const applied = applyReceipt(VERSIONS, known, each);
    known = applied.known;
    fates.push(applied.decision.quarantine ?? applied.decision.outcome);
    stands.push(applied.state.standing?.status ?? null);
    contested = applied.state.contested;
  }
  return { fates, stands, contested, known };
}

const assigned = (entryNumber: string) => ({
  numbers: { ...receipt("1", 0).numbers, entryNumber },
});

describe("a receipt", () => {
  it("moves the message on", () => {
    const { fates, stands } = fold(
      receipt("2", 1),
      receipt("120", 2),
      receipt("399", 3),
      receipt("800", 4),
      receipt("899", 5),
    );
    expect(fates).toEqual(Array(5).fill("applied"));
    expect(stands).toEqual(["2", "120", "399", "800", "899"]);
  });

  it("that comes twice changes nothing", () => {
    expect(fold(receipt("120", 2), receipt("120", 2))).toMatchObject({
      fates: ["applied", "duplicate"],
      stands: ["120", "120"],
    });
  });

  it("that comes late never takes the message back", () => {
    const { fates, stands } = fold(receipt("800", 4), receipt("120", 2), receipt("300", 3));
    expect(fates).toEqual(["applied", "stale", "stale"]);
    expect(stands).toEqual(["800", "800", "800"]);
  });

  it("may reject after a manual review, which is the one way back", () => {
    expect(fold(receipt("300", 2), receipt("100", 3))).toMatchObject({
      fates: ["applied", "applied"],
      stands: ["300", "100"],
    });
  });

  it("that contradicts a final one stops the message in either order", () => {
    const [released, rejected] = [receipt("800", 3), receipt("100", 4)];
    for (const order of [
      [released, rejected],
      [rejected, released],
    ])
      expect(fold(...order)).toMatchObject({
        fates: ["applied", "contradictory_final"],
        stands: [order[0]?.status, null],
        contested: "final",
      });
  });

  it("of an inspection after the release waits for a person and does not undo it", () => {
    expect(fold(receipt("800", 3), receipt("500", 4))).toMatchObject({
      fates: ["applied", "after_final"],
      stands: ["800", "800"],
    });
  });

  it("with another entry number than before waits for a person, and so does the message", () => {
    const one = receipt("120", 1, assigned("29242026I000000001"));
    const other = receipt("800", 2, assigned("29242026I000000002"));
    expect(fold(one, other)).toMatchObject({
      fates: ["applied", "contradictory_number"],
      stands: ["120", null],
      contested: "number",
    });
  });

  it("with a status or a number that nobody knows is kept and not applied", () => {
    const strange = receipt("120", 1, { numbers: { ...receipt("1", 0).numbers, ownNumber: "COP2" }, recordId: "?" });
    const { fates, known } = fold(receipt("650", 1), strange);
    expect(fates).toEqual(["unknown_status", "unknown_number"]);
    expect(known).toHaveLength(2);
  });

  it("whose record is ours under a number that is not counts for neither", () => {
    const crossed = receipt("800", 1, { numbers: { ...receipt("1", 0).numbers, ownNumber: "COP2" } });
    expect(fold(crossed).fates).toEqual(["unknown_number"]);
  });

  it("of an older version is not acted upon, by its record or by its time", () => {
    const byRecord = receipt("800", 9, { recordId: VERSIONS[0]?.recordId ?? "" });
    const byTime = receipt("800", -30, { recordId: "of the single window" });
    expect(fold(byRecord, byTime)).toMatchObject({
      fates: ["of_older_version", "of_older_version"],
      stands: [null, null],
    });
  });
});

describe("a ruling", () => {
  const numbered = (status: string, minute: number, entryNumber: string) => ({
    ...receipt(status, minute),
    ...assigned(entryNumber),
  });
  const [chosen, other] = [numbered("300", 1, "A1"), numbered("300", 2, "B1")];
  const { known, contested } = fold(chosen, other);

  it("lets what goes on from the chosen answer count again", () => {
    expect(contested).toBe("number");
    const left = afterRuling(known, chosen);
    expect(left.map((each) => each.receipt)).toEqual([chosen]);
    const next = applyReceipt(VERSIONS, left, numbered("800", 3, "A1"));
    expect(next).toMatchObject({ decision: { outcome: "applied" }, state: { standing: { status: "800" } } });
  });

  it("lets nothing count that contradicts it", () => {
    const next = applyReceipt(VERSIONS, afterRuling(known, chosen), numbered("800", 3, "B1"));
    expect(next.decision).toMatchObject({ outcome: "quarantined", quarantine: "contradictory_number" });
  });
});
