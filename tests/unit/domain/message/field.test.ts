import { describe, expect, it } from "vitest";
import { checkForm, type FieldRule, may, must, oneOf } from "@/domain/message/field";

/** What is wrong with a value under a rule; nothing for a value that will do. */
const wrong = (rule: FieldRule, value: string | null) =>
  checkForm("F", { field: rule }, { field: value })[0]?.code ?? null;

describe("the rule of a field", () => {
  const weight = must("decimal", 7, { fraction: 2 });

  it.each([
    [weight, "12345.67", null],
    [weight, "0", null],
    [weight, "0.05", null],
    [weight, "12345.678", "too_many_digits"],
    [weight, "1234567.8", "too_many_digits"],
    [weight, "-1", "not_decimal"],
    [weight, "01", "not_decimal"],
    [weight, "1,5", "not_decimal"],
    [weight, "1e3", "not_decimal"],
    [weight, ".5", "not_decimal"],
    [weight, null, "required"],
    [weight, "", "required"],
    [may("text", 3), null, null],
    [may("text", 3), "", "required"],
    [may("text", 3), "𠮷𠮷𠮷", null],
    [may("text", 3), "abcd", "too_long"],
    [may("text", 9), " a", "control_character"],
    [may("text", 9), "a\nb", "control_character"],
    [may("text", 9), "a\ud800", "control_character"],
    [must("digits", 4), "12a", "not_digits"],
    [must("second", 20), "2026-11-27T02:03:04Z", null],
    [must("second", 20), "2026-11-27T02:03:04.000Z", "too_long"],
    [must("second", 20), "2026-11-31T02:03:04Z", "not_an_instant"],
    [must("instant", 24), "2026-11-27T02:03:04.005Z", null],
    [must("instant", 24), "2026-11-27T02:03:04Z", "not_an_instant"],
    [must("day", 10), "2026-02-29", "not_a_day"],
    [must("country", 2), "142", "too_long"],
    [must("country", 2), "de", "wrong_form"],
    [must("currency", 3), "142", "wrong_form"],
    [oneOf(["1", "2"]), "3", "not_in_list"],
    [must("text", 18, { pattern: /^B\d+$/ }), "C1", "wrong_form"],
  ] as const)("%# takes or refuses %s", (rule, value, expected) => {
    expect(wrong(rule, value)).toBe(expected);
  });

  it("names the form, the field and where its value came from", () => {
    expect(
      checkForm("CEB621", { weight }, { weight: "x" }, "lines/2/", { weight: "declaration.lines/2/weight" }),
    ).toEqual([
      {
        code: "not_decimal",
        form: "CEB621",
        field: "lines/2/weight",
        from: "declaration.lines/2/weight",
        value: "x",
        expected: null,
      },
    ]);
  });
});
