import { describe, expect, it } from "vitest";
import { isResidentNumber, maskName, maskResidentNumber } from "@/domain/declaration/consumer";

describe("a resident identity number", () => {
  it("is known by its check character, which the standard's own sample has", () => {
    expect(isResidentNumber("11010519491231002X")).toBe(true);
  });

  it("of another check character, length or alphabet is refused", () => {
    for (const wrong of ["110105194912310021", "11010519491231002", "1101051949123100 2X", "A1010519491231002X", ""])
      expect(isResidentNumber(wrong)).toBe(false);
  });

  it("with any one digit changed is refused", () => {
    const good = "11010519491231002X";
    for (let at = 0; at < 17; at++) {
      const changed = `${good.slice(0, at)}${(Number(good[at]) + 1) % 10}${good.slice(at + 1)}`;
      expect({ changed, holds: isResidentNumber(changed) }).toEqual({ changed, holds: false });
    }
  });

  it("is shown by its first four and last two characters", () => {
    expect(maskResidentNumber("11010519491231002X")).toBe("1101************2X");
  });
});

describe("a person's name", () => {
  it("is shown by its initials, in either script", () => {
    expect(maskName("Wang Xiaoming")).toBe("W*** X*******");
    expect(maskName("王小明")).toBe("王**");
  });
});
