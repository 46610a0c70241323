import { describe, expect, it } from "vitest";
import { describeMessageFault, wordsOfMeaning } from "@/contracts/message-words";
import { FAULT_CODES, fault } from "@/domain/message/fault";
import { MEANINGS } from "@/domain/message/receipt-status";

describe("the words of messages", () => {
  it("say what is wrong, where, and where to mend it", () => {
    const wrong = fault("unmapped_code", "CEB621", "lines/1/unit", { from: "declaration.lines/1/unit", value: "GLL" });
    expect(describeMessageFault(wrong, "en")).toBe(
      "CEB621: lines/1/unit is “GLL”, for which the other list has no code (–). Add it to the list with its source, or declare another. It comes from declaration.lines/1/unit: mend it there.",
    );
    expect(describeMessageFault(wrong, "zh")).toContain("该值来自declaration.lines/1/unit，请在该处更正。");
  });

  it("fill a value in as it is, also one that looks like a place", () => {
    const wrong = fault("not_decimal", "F", "f", { value: "{field}{mend}" });
    expect(describeMessageFault(wrong, "en")).toContain("“{field}{mend}”");
  });

  it.each(["en", "zh"] as const)("leave no place open in %s", (language) => {
    for (const code of FAULT_CODES) {
      const said = describeMessageFault(fault(code, "F", "f", { from: "x", value: "v", expected: "e" }), language);
      expect(said).not.toMatch(/[{}]/);
    }
    expect(new Set(MEANINGS.map((meaning) => wordsOfMeaning(meaning, language))).size).toBe(MEANINGS.length);
  });
});
