import { describe, expect, it } from "vitest";
import { createCebCodes } from "@/adapters/single-window/ceb/codes";
import { CODE_LISTS, cebCodeSchema } from "@/contracts/ceb-codes";
import rows from "../../../../prisma/reference/ceb-codes.json";

const shipped = rows.map((row) => cebCodeSchema.parse(row));
const codes = createCebCodes(shipped);
const DAY = "2026-11-27";

describe("the numbers of China's customs", () => {
  it.each([
    ["currency", "CNY", "142"],
    ["currency", "USD", "502"],
    ["country", "CN", "142"],
    ["country", "AU", "601"],
    ["country", "DE", "304"],
    ["unit", "KGM", "035"],
    ["unit", "CX", "122"],
    ["unit", "C62", "007"],
    ["unit", "CN-001", "001"],
  ] as const)("%s %s is %s, and back", (list, neutral, wire) => {
    expect(codes.toWire(list, neutral, DAY)).toBe(wire);
    expect(codes.fromWire(list, wire, DAY)).toBe(neutral);
  });

  it("are nothing where the list has nothing, and are not taken from another list or another writing", () => {
    expect(codes.toWire("country", "ZZ", DAY)).toBeNull();
    expect(codes.toWire("currency", "142", DAY)).toBeNull();
    expect(codes.fromWire("currency", "CNY", DAY)).toBeNull();
    expect(codes.fromWire("unit", "999", DAY)).toBeNull();
    expect(codes.toWire("country", "constructor", DAY)).toBeNull();
  });

  it("are one to one on every day, so that what is written reads back", () => {
    for (const list of CODE_LISTS) {
      const all = shipped.filter((row) => row.list === list);
      expect(new Set(all.map((row) => row.neutral)).size).toBe(all.length);
      expect(new Set(all.map((row) => row.ceb)).size).toBe(all.length);
    }
  });

  it("are those of the day", () => {
    const [row] = shipped.filter((each) => each.neutral === "SET");
    if (!row) throw new Error("no SET");
    const changed = createCebCodes([
      { ...row, validTo: "2026-12-31" },
      { ...row, id: "next", ceb: "900", validFrom: "2027-01-01" },
    ]);
    expect(changed.toWire("unit", "SET", "2026-12-31")).toBe("006");
    expect(changed.toWire("unit", "SET", "2027-01-01")).toBe("900");
    expect(changed.fromWire("unit", "006", "2027-01-01")).toBeNull();
    expect(changed.toWire("unit", "SET", "2015-01-01")).toBeNull();
  });
});
