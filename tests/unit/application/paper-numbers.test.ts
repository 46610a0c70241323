import { describe, expect, it } from "vitest";
import { areNumbers } from "@/application/paper-numbers";

const onRecord = (...numbers: string[]) => ({
  isOnRecord: async (_kind: string, number: string) => numbers.includes(number),
});
const given = (evidenceReference: string | null, parameters: Record<string, string> = {}) => ({
  ...{ code: "quarantine_permit", evidenceReference, parameters },
});

describe("what was given for a requirement", () => {
  it("is one number though blanks stand in it, for they alone do not tell", async () => {
    expect(await areNumbers(onRecord(), given("GACC 2026 0042"))).toBe(false);
    expect(await areNumbers(onRecord("GACC"), given("GACC 2026 0042"))).toBe(false);
    expect(await areNumbers(onRecord("LIC 1", "LIC", "1"), given("LIC 1"))).toBe(false);
    expect(await areNumbers(onRecord(), given(null))).toBe(false);
  });

  it("is several where each is a permit on record, or the number of a producer", async () => {
    expect(await areNumbers(onRecord("LIC-1", "LIC-2"), given("LIC-1 LIC-2"))).toBe(true);
    const producers = "CFRA18042026010001 CITA18042026010002";
    expect(await areNumbers(onRecord(), given(producers, { producerOrigins: "FR, IT" }))).toBe(true);
  });
});
