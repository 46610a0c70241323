import { describe, expect, it } from "vitest";
import { z } from "zod";
import { goldenCaseSchema } from "@/contracts/law";
import { type GoldenCase, trialsFor, tryCase } from "@/domain/law/golden-case";
import cases from "../../../../prisma/reference/golden-cases.json";
import { REFERENCE } from "../fixtures";

const CASES: readonly GoldenCase[] = z.array(goldenCaseSchema).parse(cases);

describe("the golden cases", () => {
  it("have an id each", () => {
    expect(new Set(CASES.map((each) => each.id)).size).toBe(CASES.length);
  });

  it.each(CASES.map((golden) => [golden.title, golden] as const))("%s", (_title, golden) => {
    const { found, expected } = tryCase({ golden, day: golden.lawDate }, { before: REFERENCE, after: REFERENCE });
    expect(found).toBe(expected);
  });

  it("are tried on the day of a basket when they stand, and on their own day always", () => {
    const [past, standing] = [CASES.find((each) => !each.isStanding), CASES.find((each) => each.isStanding)];
    if (!past || !standing) throw new Error("There is a case of each sort");
    const days = trialsFor([past, standing], "2027-01-01").map((trial) => trial.day);
    expect(days).toEqual([past.lawDate, standing.lawDate, "2027-01-01"]);
  });
});
