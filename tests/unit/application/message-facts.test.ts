import { describe, expect, it } from "vitest";
import { lineMark, markOfLine, mayBeStated } from "@/application/message-facts";
import type { DeclarationLine } from "@/domain/declaration/declaration";

describe("a fact of a message", () => {
  it.each(["buyerTelephone", "agentCode", "channelId", "departureCountry", "lines/2/elements", "lines/1/legalUnit"])(
    "may be stated: %s",
    (name) => {
      expect(mayBeStated(name)).toBe(true);
    },
  );
  it.each(["buyerName", "buyerIdNumber", "ownNumber", "entryNumber", "lines/0/elements", "lines/1/of", "lines/1", "x"])(
    "is said by the declaration or by nobody: %s",
    (name) => {
      expect(mayBeStated(name)).toBe(false);
    },
  );
});

describe("the mark of a line's goods", () => {
  const line = (quantity: string, unit: string) =>
    ({
      commodityCode: { value: "8518302000" },
      quantity: { value: quantity },
      unit: { value: unit },
    }) as DeclarationLine;

  it("is the same for the same goods, however they are written", () => {
    expect(markOfLine(line("2.00", "pcs"))).toBe(markOfLine(line("2", "件")));
    expect(lineMark("8518302000", "2", "pcs")).toBe(markOfLine(line("2", "pcs")));
  });

  it("is another for another quantity or unit", () => {
    expect(markOfLine(line("2", "pcs"))).not.toBe(markOfLine(line("3", "pcs")));
    expect(markOfLine(line("2", "pcs"))).not.toBe(markOfLine(line("2", "kg")));
  });
});
