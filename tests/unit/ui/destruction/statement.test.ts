import { describe, expect, it } from "vitest";
import { markOf, statementSchema } from "@/ui/destruction/statement";

const stated = (first: string, second: string) =>
  statementSchema.safeParse({
    amounts: { [markOf(1)]: first, [markOf(2)]: second },
    ...{ destroyedOn: "2026-11-27", description: "", value: "", currency: "CNY" },
  });

describe("what a witness states of a destruction", () => {
  it("asks for the quantity of each line that has none, at that line", () => {
    expect(stated("4", "0.5").success).toBe(true);
    const faults = stated("4", " ").error?.issues.map(({ path, message }) => [path.join("."), message]);
    expect(faults).toEqual([["amounts.line2", "required"]]);
  });
});
