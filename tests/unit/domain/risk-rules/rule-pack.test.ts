import { describe, expect, it } from "vitest";
import { z } from "zod";
import { packRuleSchema } from "@/contracts/rules";
import { parseRule } from "@/domain/risk-rules/parse-rule";
import { printRule } from "@/domain/risk-rules/print-rule";
import { tryCases } from "@/domain/risk-rules/rule";
import shipped from "../../../../prisma/reference/risk-rules.json";

const pack = z.array(packRuleSchema).parse(shipped);

describe.each(pack.map((rule) => [rule.code, rule] as const))("%s of the rule pack", (_code, rule) => {
  it("is written as it is printed, and comes out on its own cases", () => {
    const parsed = parseRule(rule.expression);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
    expect(tryCases(parsed.value, rule.cases, new Map()).fault).toBeNull();
    expect(parseRule(printRule(parsed.value))).toEqual(parsed);
  });
});

it("has no code twice", () => {
  expect(new Set(pack.map(({ code }) => code)).size).toBe(pack.length);
});
