import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { reviewClockSchema } from "@/contracts/reference";
import { clockFor } from "@/domain/review/clock";

const clocks = z
  .array(reviewClockSchema)
  .parse(JSON.parse(readFileSync("prisma/reference/review-clocks.json", "utf8")));
const DAY = "2026-11-27";
const areas = [
  { id: "rcep-th", code: "RCEP", member: "TH", validFrom: "2022-01-01", validTo: null, citation: "RCEP Agreement" },
];
const goods = (commodityCode: string, origin: string) => ({ commodityCode, origin });
const clockOf = (
  lines: ReturnType<typeof goods>[],
  lane: "yellow" | "red" = "yellow",
  isExpress = false,
  day = DAY,
) => {
  const clock = clockFor(clocks, areas, { lines, isExpress, lane }, day);
  return clock && [clock.code, clock.hours];
};

describe("the clock of a case", () => {
  it.each([
    ["perishable goods of a member", [goods("0810600000", "TH")], "yellow", false, ["rcep_perishable", 6]],
    ["other goods of a member in red", [goods("8518300000", "TH")], "red", false, ["rcep_general", 48]],
    ["goods of a member by express", [goods("8518300000", "TH")], "red", true, ["rcep_express", 6]],
    ["perishable goods of no member", [goods("0810600000", "US")], "red", false, ["policy_red", 72]],
    ["goods in the yellow lane, by policy", [goods("8518300000", "US")], "yellow", true, ["policy_yellow", 24]],
    [
      "goods of which one is of no member",
      [goods("0810600000", "TH"), goods("9503", "US")],
      "red",
      false,
      ["policy_red", 72],
    ],
  ] as const)("of %s is the shortest that runs", (_what, lines, lane, isExpress, expected) => {
    expect(clockOf([...lines], lane, isExpress)).toEqual(expected);
  });

  it("does not run before its law is in force", () => {
    expect(clockOf([goods("0810600000", "TH")], "yellow", false, "2021-12-31")).toBeNull();
  });
});
