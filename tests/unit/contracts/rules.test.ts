import { describe, expect, it } from "vitest";
import { switchInput } from "@/contracts/rules";
import { describeFault } from "@/contracts/words";

const turned = (value: string) => switchInput.safeParse({ kind: "code", value, isOn: true, reason: "a test of it" });

describe("a switch of a code", () => {
  it("takes the beginning of a code, from two digits on", () => {
    for (const value of ["95", "9503", "9503008310"]) expect(turned(value).success).toBe(true);
  });

  it("says what it takes where it refuses", () => {
    const [issue] = turned("9").error?.issues ?? [];
    expect(issue?.message).toBe("form_code_beginning");
    expect(describeFault("form_code_beginning", {}, "en")).toContain("2 to 10 digits");
    expect(describeFault("form_code_beginning", {}, "zh")).toContain("2 至 10 位");
  });
});
