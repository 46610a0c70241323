import { describe, expect, it } from "vitest";
import { questionRowSchema, settledRowSchema } from "@/contracts/classification";

describe("a line to classify", () => {
  it("is read by either name of its text, and refused without one", () => {
    expect(questionRowSchema.parse({ id: "1", text: "jeans" }).goods.description).toBe("jeans");
    expect(questionRowSchema.parse({ id: "1", description: "jeans" }).goods.description).toBe("jeans");
    expect(questionRowSchema.safeParse({ id: "1" }).success).toBe(false);
  });
});

describe("a line of settled goods", () => {
  it("gives its national code, written with dots or not", () => {
    expect(settledRowSchema.parse({ description: "x", code: "6109.10.00 22" }).codes).toEqual(["6109100022"]);
  });

  it("gives way to the codes of the edition where the national one is of another", () => {
    const row = { text: "x", code10: "8517120010", codes: ["851713", "851714"] };
    expect(settledRowSchema.parse(row).codes).toEqual(["851713", "851714"]);
    expect(settledRowSchema.parse({ ...row, code10: "8517130000" }).codes).toEqual(["8517130000"]);
  });

  it("is refused with a code that is none", () => {
    expect(settledRowSchema.safeParse({ text: "x", code: "6109" }).success).toBe(false);
  });
});
