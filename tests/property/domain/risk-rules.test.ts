import fc from "fast-check";
import { expect, it } from "vitest";
import { conditionOf, rowsOf } from "@/domain/risk-rules/conditions";
import { evaluateRule, type Subject } from "@/domain/risk-rules/evaluate-rule";
import { type Condition, contrary, joined, type Operand } from "@/domain/risk-rules/expression";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { printRule } from "@/domain/risk-rules/print-rule";
import { SUBJECT_FIELDS } from "@/domain/risk-rules/subject-fields";

const namesOf = (type: string) => SUBJECT_FIELDS.filter((field) => field.type === type).map(({ name }) => name);
const fieldOf = (type: string) => fc.constantFrom(...namesOf(type));
const number = fc.integer({ min: -999_999, max: 999_999 }).map((units) => units / 100);
const text = fc.string({ minLength: 1, maxLength: 12 });
const literal = (value: string | number): Operand => ({ kind: "literal", value });

const amount: fc.Arbitrary<Operand> = fc.letrec<{ amount: Operand }>((tie) => ({
  amount: fc.oneof(
    { maxDepth: 3 },
    number.map(literal),
    fieldOf("number").map((name): Operand => ({ kind: "field", name })),
    fc
      .tuple(fc.constantFrom("+", "-", "*", "/"), tie("amount"), tie("amount"))
      .map(([operator, left, right]): Operand => ({ kind: "sum", operator: operator as "+", left, right })),
    tie("amount").map(
      (part): Operand => (part.kind === "field" || part.kind === "sum" ? { kind: "minus", part } : part),
    ),
  ),
})).amount;

const word = fieldOf("text").map((name): Operand => ({ kind: "field", name }));
const comparator = fc.constantFrom("=", "!=", "<", "<=", ">", ">=") as fc.Arbitrary<"=">;
const code = fc.integer({ min: 10, max: 999_999 }).map(String);

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fieldOf("boolean").map((field): Condition => ({ kind: "holds", field })),
  fc
    .tuple(comparator, amount, amount)
    .map(([operator, left, right]): Condition => ({ kind: "compare", operator, left, right })),
  fc.tuple(fc.constantFrom("=", "!="), word, text).map(
    ([operator, left, value]): Condition => ({
      kind: "compare",
      operator: operator as "=",
      left,
      right: literal(value),
    }),
  ),
  fc.tuple(amount, amount, amount).map(([value, low, high]): Condition => ({ kind: "between", value, low, high })),
  fc
    .tuple(word, fc.array(text, { minLength: 1, maxLength: 4 }))
    .map(([value, values]): Condition => ({ kind: "in", value, among: { kind: "values", values } })),
  fc
    .tuple(fc.constantFrom("in", "under"), word, text)
    .map(([kind, value, name]): Condition => ({ kind: kind as "in", value, among: { kind: "list", name } })),
  fc
    .tuple(word, fc.array(code, { minLength: 1, maxLength: 4 }))
    .map(([value, values]): Condition => ({ kind: "under", value, among: { kind: "values", values } })),
  fc.tuple(word, text).map(([value, start]): Condition => ({ kind: "starts", value, text: start })),
  fc.constantFrom(...SUBJECT_FIELDS).map(({ name }): Condition => ({ kind: "missing", field: name })),
);

const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .tuple(fc.constantFrom("all", "any"), fc.array(tie("condition"), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]) => joined(kind as "all", parts)),
    tie("condition").map(contrary),
  ),
})).condition;

const subject: fc.Arbitrary<Subject> = fc.record(
  Object.fromEntries(
    SUBJECT_FIELDS.map(({ name, type }) => [
      name,
      fc.option<string | number | boolean>(
        type === "number"
          ? number
          : type === "boolean"
            ? fc.boolean()
            : type === "date"
              ? fc.constant("2026-01-01")
              : code,
      ),
    ]),
  ),
);
const lists = { get: () => new Set(["12", "84"]) } as unknown as ReadonlyMap<string, ReadonlySet<string>>;

it("what is printed parses to what it was", () => {
  fc.assert(
    fc.property(condition, (given) => {
      const parsed = parseRule(printRule(given));
      if (!parsed.ok && ["too_long", "too_many_parts", "too_deep"].includes(parsed.error.kind)) return;
      expect(parsed).toEqual({ ok: true, value: given });
    }),
    { numRuns: 500 },
  );
});

it("a condition and its contrary are never both true, and neither is only for want of a value", () => {
  fc.assert(
    fc.property(condition, subject, (given, about) => {
      const said = evaluateRule(given, about, lists);
      const denied = evaluateRule(contrary(given), about, lists);
      expect(said.hit && denied.hit).toBe(false);
      expect(said.fault).toBeNull();
      for (const { field, value } of said.reasons) expect(value).toBe(about[field] ?? null);
    }),
  );
});

it("no text, however long or deep, takes more than it may, and a fault has its place in it", () => {
  const words = fc.constantFrom(
    "and",
    "or",
    "not",
    "(",
    ")",
    "duty",
    "origin",
    "<",
    "=",
    "-",
    "5",
    '"x"',
    "in",
    "is missing",
    ",",
    "#",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 900 }), (given) => {
      const whole = given.join(" ");
      const parsed = parseRule(whole);
      if (parsed.ok) return;
      expect(parsed.error.at).toBeGreaterThanOrEqual(0);
      expect(parsed.error.at).toBeLessThanOrEqual(whole.length);
    }),
  );
});

it("the rows of a plain conjunction say the condition itself", () => {
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 4 }), (parts) => {
      const given = joined("all", parts);
      const rows = rowsOf(given);
      if (rows) expect(conditionOf(rows)).toEqual(given);
    }),
  );
});
