import { describe, expect, it } from "vitest";
import { releaseBlockers, releaseNumber } from "@/domain/release/release-order";

type Question = Parameters<typeof releaseBlockers>[0];

const READY: Question = {
  stage: "bonded_exit",
  state: "releasable",
  requirements: [
    { code: "invoice_lodged", state: "verified" },
    { code: "chinese_label", state: "waived" },
  ],
  isTaxSecured: true,
  isReleasedByAuthority: true,
  isFirstGateReleased: false,
  bookBlocker: null,
  needsTwoOfficers: false,
  officersPassed: 0,
};

describe("what stands between a clearance and its release", () => {
  it("is nothing when all is met or lawfully waived", () => {
    expect(releaseBlockers(READY)).toEqual([]);
    expect(releaseBlockers({ ...READY, stage: "domestic_distribution", isFirstGateReleased: true })).toEqual([]);
  });

  it.each<[string, Partial<Question>]>([
    ["tax_not_secured", { isTaxSecured: false }],
    ["book_not_reserved", { bookBlocker: "book_not_reserved" }],
    ["authority_not_released", { isReleasedByAuthority: false }],
    ["bonded_exit_not_released", { stage: "domestic_distribution" }],
    ["requirement:quarantine_permit", { requirements: [{ code: "quarantine_permit", state: "missing" }] }],
    ["requirement:quarantine_permit", { requirements: [{ code: "quarantine_permit", state: "submitted" }] }],
    ["requirement:origin_not_suspended", { requirements: [{ code: "origin_not_suspended", state: "failed" }] }],
    ["two_officers_needed", { needsTwoOfficers: true, officersPassed: 1 }],
    ["review_open", { state: "in_review" }],
    ["examination_open", { state: "in_examination" }],
  ])("is %s for %o", (blocker, given) => {
    expect(releaseBlockers({ ...READY, ...given })).toEqual([blocker]);
  });

  it("is named all at once", () => {
    expect(releaseBlockers({ ...READY, isTaxSecured: false, needsTwoOfficers: true, state: "in_review" })).toEqual([
      "tax_not_secured",
      "two_officers_needed",
      "review_open",
    ]);
  });
});

it("numbers the orders of both gates apart", () => {
  const id = "019a0000-0000-7000-8000-9c41d07a3e52";
  expect(releaseNumber("bonded_exit", "2026-11-24", id)).toBe("RE-20261124-9C41D07A3E52");
  expect(releaseNumber("domestic_distribution", "2026-11-24", id)).toBe("RD-20261124-9C41D07A3E52");
});
