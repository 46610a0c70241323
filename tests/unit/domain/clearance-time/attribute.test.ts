import { describe, expect, it } from "vitest";
import { attribute } from "@/domain/clearance-time/attribute";
import type { TimedEvent } from "@/domain/clearance-time/work";

type Told = readonly [at: number, kind: string, more?: Partial<Pick<TimedEvent, "stage" | "subject" | "facts">>];

const EXIT = { stage: "bonded_exit" } as const;
const ONWARD = { stage: "domestic_distribution" } as const;

function told(...events: readonly Told[]): readonly TimedEvent[] {
  return events.map(([at, kind, more], sequence) => ({
    ...{ sequence, at, kind, stage: null, subject: "x", facts: {} },
    ...more,
  }));
}

const owners = (...events: readonly Told[]) => attribute(told(...events), 1_000)?.owners;
const NOBODY = { broker: 0, system: 0, officer: 0, authority: 0, payer: 0 };

describe("whose a minute is", () => {
  it("has no time without an event", () => {
    expect(attribute([], 1_000)).toBeNull();
  });

  it("is the system's while papers are read and the broker's until the lodging", () => {
    expect(
      owners(
        [0, "shipment_opened"],
        [100, "document_received", { subject: "paper" }],
        [130, "document_read", { subject: "paper" }],
        [200, "declaration_lodged"],
        [250, "release_granted", EXIT],
        [260, "release_granted", ONWARD],
      ),
    ).toEqual({ ...NOBODY, system: 30 + 60, broker: 70 });
  });

  it("ends with the release of gate two, whatever follows", () => {
    const time = attribute(
      told([0, "order_matched"], [40, "release_granted", ONWARD], [90, "tax_bill_received"]),
      1_000,
    );
    expect(time).toMatchObject({ from: 0, to: 40, isOver: true });
  });

  it("runs until now while the shipment is under way", () => {
    expect(attribute(told([0, "order_matched"]), 1_000)).toMatchObject({ to: 1_000, isOver: false });
  });

  it("is the broker's while a question of the officer is open, and the officer's again once it is answered", () => {
    expect(
      owners(
        [0, "declaration_lodged"],
        [10, "review_opened", EXIT],
        [30, "review_decided", { ...EXIT, facts: { outcome: "request_documents" } }],
        [70, "question_answered", EXIT],
        [75, "review_decided", { ...EXIT, facts: { outcome: "pass" } }],
        [80, "release_granted", ONWARD],
      ),
    ).toEqual({ ...NOBODY, system: 10 + 5, officer: 20 + 5, broker: 40 });
  });

  it("stays the officer's until the second of two has passed", () => {
    expect(
      owners(
        [0, "declaration_lodged"],
        [0, "review_opened", EXIT],
        [10, "review_decided", { ...EXIT, facts: { outcome: "pass", awaits: "second_officer" } }],
        [50, "review_decided", { ...EXIT, facts: { outcome: "pass" } }],
        [60, "release_granted", ONWARD],
      ),
    ).toEqual({ ...NOBODY, officer: 50, system: 10 });
  });

  it("is the authority's while it holds the goods", () => {
    expect(
      owners(
        [0, "declaration_lodged"],
        [0, "review_opened", EXIT],
        [10, "review_decided", { ...EXIT, facts: { outcome: "hold" } }],
        [40, "review_decided", { ...EXIT, facts: { outcome: "resume" } }],
        [50, "review_decided", { ...EXIT, facts: { outcome: "pass" } }],
        [50, "release_granted", ONWARD],
      ),
    ).toEqual({ ...NOBODY, officer: 20, authority: 30 });
  });

  it("is the payer's until all of the tax is secured, but the officer's while a case is open too", () => {
    expect(
      owners(
        [0, "declaration_lodged"],
        [0, "tax_assessed", { ...EXIT, facts: { total: "10.00" } }],
        [0, "review_opened", EXIT],
        [20, "review_decided", { ...EXIT, facts: { outcome: "pass" } }],
        [30, "tax_secured", { ...EXIT, facts: { amount: "9.99" } }],
        [70, "tax_secured", { ...EXIT, facts: { amount: "0.01" } }],
        [75, "release_granted", ONWARD],
      ),
    ).toEqual({ ...NOBODY, officer: 20, payer: 50, system: 5 });
  });

  it("is the broker's while gate two waits for a paper", () => {
    expect(
      owners(
        [0, "declaration_lodged"],
        [10, "release_granted", EXIT],
        [10, "requirement_resolved", { ...ONWARD, subject: "r", facts: { state: "missing" } }],
        [90, "requirement_evidenced", { ...ONWARD, subject: "r" }],
        [95, "release_granted", ONWARD],
      ),
    ).toEqual({ ...NOBODY, system: 15, broker: 80 });
  });

  it("starts case and tax anew with a declaration that takes the place of another", () => {
    expect(
      owners(
        [0, "declaration_lodged"],
        [0, "tax_assessed", { ...EXIT, facts: { total: "10.00" } }],
        [0, "review_opened", EXIT],
        [50, "declaration_lodged"],
        [60, "release_granted", ONWARD],
      ),
    ).toEqual({ ...NOBODY, officer: 50, system: 10 });
  });

  it("is the broker's again from a withdrawal to the next lodging, which alone counts", () => {
    const time = attribute(
      told(
        [0, "declaration_lodged"],
        [0, "tax_assessed", { ...EXIT, facts: { total: "10.00" } }],
        [20, "declaration_withdrawn", EXIT],
        [70, "declaration_lodged"],
        [80, "release_granted", ONWARD],
      ),
      1_000,
    );
    expect(time).toMatchObject({ lodgedAt: 70, owners: { ...NOBODY, payer: 20, broker: 50, system: 10 } });
  });
});
