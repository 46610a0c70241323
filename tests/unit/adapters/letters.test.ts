import { describe, expect, it } from "vitest";
import { withLikelyLetters } from "@/adapters/reading/letters";

describe("letters that look alike", () => {
  it.each([
    ["MedicaI", "Medical"],
    ["TotaI:", "Total:"],
    ["GIobaI", "GIobal"],
    ["EIRELl", "EIRELI"],
    ["WAYBlLL", "WAYBILL"],
    ["lNVOICE", "INVOICE"],
    ["0RIGIN", "ORIGIN"],
    ["C0VER,", "COVER,"],
  ])("are told by those beside them: %s", (read, meant) => {
    expect(withLikelyLetters(read)).toBe(meant);
  });

  it.each([
    "S.p.A.",
    "HandlingInformation",
    "OU2551634286",
    "0U2551634286",
    "INV00172",
    "B0",
    "20FT",
    "McIntyre",
    "HAWB-100",
    "100",
    "ml",
    "Al",
    "XL0",
  ])("are left where they may be meant: %s", (text) => {
    expect(withLikelyLetters(text)).toBe(text);
  });
});
