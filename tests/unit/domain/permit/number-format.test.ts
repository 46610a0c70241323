import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import chinese from "@/contracts/messages/citations.zh.json";
import { permitFormatSchema } from "@/contracts/reference";
import { isPaperNumber } from "@/domain/clearance/paper-number";
import { comparableNumber, numberStanding } from "@/domain/permit/number-format";
import { REFERENCE } from "../fixtures";

const FORMATS = z
  .array(permitFormatSchema)
  .parse(JSON.parse(readFileSync("prisma/reference/permit-formats.json", "utf8")));
const standing = (kind: string, number: string, issued = "2026-11-27") =>
  numberStanding(kind, number, FORMATS, issued).kind;

describe("the forms of numbers", () => {
  it.each(FORMATS)("$code has an example that fits, may be written down, and a source in both languages", (format) => {
    expect(standing(format.code, format.example)).toBe("fits");
    expect(isPaperNumber(format.example)).toBe(true);
    expect(Object.keys(chinese)).toContain(format.citation);
  });

  it("are those of kinds that a requirement asks for", () => {
    const asked = new Set(REFERENCE.requirementRules.map(({ code }) => code));
    expect(FORMATS.filter(({ code }) => !asked.has(code))).toEqual([]);
  });

  it.each([
    ["compulsory_certificate", "2024 0109 0765 4321", "fits"],
    ["compulsory_certificate", "CCC-2026", "differs"],
    ["cosmetic_filing", "国妆网备进字（沪）2025001234", "fits"],
    ["cosmetic_filing", "国妆特进字20250123", "fits"],
    ["cosmetic_filing", "沪G妆网备字2025001234", "differs"],
    ["producer_registration", "CFRA18042026010001", "fits"],
    ["producer_registration", "FR18042026010001", "differs"],
    ["quarantine_permit", "whatever 1", "not_known"],
  ])("%s: %s %s", (kind, number, expected) => {
    expect(standing(kind, number)).toBe(expected);
  });

  it("say nothing of a number from before the day since which they hold", () => {
    expect(standing("cosmetic_filing", "CX 1", "2019-01-01")).toBe("not_known");
  });

  it("take a number for the same however it is set apart, and in whatever width", () => {
    expect(comparableNumber("cn－2026／１ ")).toBe(comparableNumber("CN 2026-1"));
  });
});
