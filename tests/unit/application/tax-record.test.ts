import { describe, expect, it } from "vitest";
import type { World } from "@/application/ports";
import type { DeclarationRecord } from "@/application/records";
import { currencyOfStep, toTaxRecord } from "@/application/tax-record";
import { assess } from "@/domain/assessment/assess";
import { customsValue } from "@/domain/valuation/customs-value";
import { content, DAY, REFERENCE } from "../domain/fixtures";

describe("the currency of a step", () => {
  it("is the invoice's until the customs value is converted, and that of the assessment from then on", () => {
    const declared = content({ currency: "EUR" });
    const day = DAY;
    const value = customsValue(declared, REFERENCE, day);
    if (!value.ok) throw new Error(JSON.stringify(value.error));
    const assessment = assess({ content: declared, value: value.value, reference: REFERENCE, day });
    if (!assessment.ok) throw new Error(JSON.stringify(assessment.error));
    const world = { newId: () => "id", sha256: () => "hash" } as unknown as World;
    const declaration = { contentHash: "content" } as DeclarationRecord;
    const read = { law: { facts: "facts", measures: "measures" }, quotaHeld: null };
    const { lines, currency } = toTaxRecord(world, declaration, assessment.value, read);
    const [foreign, ...rest] = lines.map((line) => currencyOfStep(line, currency));
    expect(foreign).toBe("EUR");
    expect(new Set(rest)).toEqual(new Set(["CNY"]));
  });
});
