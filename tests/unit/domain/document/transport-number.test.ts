import { describe, expect, it } from "vitest";
import { failsCheckDigit } from "@/domain/document/transport-number";

describe("a number whose check digit does not fit", () => {
  it.each([
    ["transport_number", "020-12345675", false],
    ["transport_number", "020-12345676", true],
    ["master_number", "020-12345676", true],
    ["container_numbers", "CSQU3054383", false],
    ["container_numbers", "CSQU3054384", true],
  ])("%s %s", (field, value, fails) => {
    expect(failsCheckDigit(field, value)).toBe(fails);
  });

  it("is none that has no check digit", () => {
    expect(failsCheckDigit("transport_number", "MEDUAB123456")).toBe(false);
    expect(failsCheckDigit("invoice_number", "020-12345676")).toBe(false);
  });
});
