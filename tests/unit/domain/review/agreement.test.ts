import { describe, expect, it } from "vitest";
import { agreementOf, type OpinionPair } from "@/domain/review/agreement";
import { drawSecondLook, opinionOf } from "@/domain/review/second-look";

function table(bothPass: number, firstPass: number, firstRefuse: number, bothRefuse: number): readonly OpinionPair[] {
  const of = (count: number, first: OpinionPair["first"], second: OpinionPair["second"]) =>
    Array.from({ length: count }, () => ({ first, second }));
  return [
    ...of(bothPass, "pass", "pass"),
    ...of(firstPass, "pass", "refuse"),
    ...of(firstRefuse, "refuse", "pass"),
    ...of(bothRefuse, "refuse", "refuse"),
  ];
}

describe("agreement of two officers", () => {
  // Computed by hand: p_o = agreed / n; p_e = (row1 * column1 + row2 * column2) / n^2; kappa = (p_o - p_e) / (1 - p_e).
  it.each([
    // p_o = 35/50 = 0.7; p_e = (25*30 + 25*20)/2500 = 0.5; kappa = 0.2/0.5
    [20, 5, 10, 15, 0.7, 0.4],
    // p_o = 0.6; p_e = (70*60 + 30*40)/10000 = 0.54; kappa = 0.06/0.46
    [45, 25, 15, 15, 0.6, 3 / 23],
    // p_o = 0.6; p_e = (50*90 + 50*10)/10000 = 0.5
    [50, 0, 40, 10, 0.6, 0.2],
    // Nothing agrees: p_o = 0; p_e = 0.5
    [0, 5, 5, 0, 0, -1],
    // As chance would have it.
    [25, 25, 25, 25, 0.5, 0],
  ])("of %i, %i, %i and %i is %f with kappa %f", (a, b, c, d, rate, kappa) => {
    const agreement = agreementOf(table(a, b, c, d));
    expect(agreement.rate).toBeCloseTo(rate, 12);
    expect(agreement.kappa).toBeCloseTo(kappa, 12);
    expect(agreement.total).toBe(a + b + c + d);
  });

  it("has no kappa of nothing, and none where both always say the same one thing", () => {
    expect(agreementOf([])).toMatchObject({ rate: null, kappa: null, total: 0 });
    expect(agreementOf(table(9, 0, 0, 0))).toMatchObject({ rate: 1, kappa: null });
  });
});

describe("the draw of a second look", () => {
  it("is the same for the same seed, and takes none for a share of nought and all for a share of one", () => {
    const seed = "8000000000000".padEnd(64, "0");
    expect(drawSecondLook(seed, 0.05)).toEqual({ seed, drawValue: 0.5, share: 0.05, isDrawn: false });
    expect(drawSecondLook(seed, 0.05)).toEqual(drawSecondLook(seed, 0.05));
    expect(drawSecondLook("0".repeat(64), 0).isDrawn).toBe(false);
    expect(drawSecondLook("f".repeat(64), 1).isDrawn).toBe(true);
  });

  it("counts what ends a case as a yes or a no, and nothing else", () => {
    expect(["pass", "examined_pass", "back_route", "refuse", "hold"].map(opinionOf)).toEqual([
      ...["pass", "pass", "pass", "refuse"],
      null,
    ]);
  });
});
