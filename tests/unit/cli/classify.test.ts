import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { classify } from "@/cli/classify";
import { suggest } from "@/domain/classification/suggest";
import { loadKnowledge } from "@/runtime/classifier";

const folder = mkdtempSync(join(tmpdir(), "twogate-classify-"));
const inFolder = (name: string) => join(folder, name);
const write = (name: string, rows: readonly unknown[]) => {
  writeFileSync(inFolder(name), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  return inFolder(name);
};
const read = (name: string) =>
  readFileSync(inFolder(name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const complaints = () => {
  const said: string[] = [];
  vi.spyOn(process.stderr, "write").mockImplementation((words) => said.push(String(words)) > 0);
  return said;
};

vi.spyOn(process.stdout, "write").mockReturnValue(true);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the model that ships", () => {
  const knowledge = loadKnowledge();

  it("is of the nomenclature beside it, and small enough for the repository", () => {
    expect(knowledge.model.linear.codes).toEqual(knowledge.nomenclature.subheadings);
    expect(statSync("prisma/reference/classifier/model.bin").size).toBeLessThan(8_000_000);
  });

  it.each([
    ["women's cotton jeans", "620462"],
    ["men's leather wallet", "420231"],
    ["toothpaste", "330610"],
    ["wireless bluetooth earphones", "851830"],
    ["stainless steel hex head bolts", "731815"],
    ["婴儿纸尿裤", "961900"],
    ["爱他美 婴儿配方奶粉 1段 800g", "190110"],
  ])("knows plain goods: %s", (description, code) => {
    expect(suggest({ description }, knowledge).candidates.map((each) => each.code)).toContain(code);
  });

  it("answers within 50 milliseconds", () => {
    const started = performance.now();
    for (let count = 0; count < 20; count++) suggest({ description: "a cotton shirt for men, woven" }, knowledge);
    expect((performance.now() - started) / 20).toBeLessThan(50);
  });
});

describe("twogate classify", () => {
  it("writes a line for each line, best codes first, with what decided", () => {
    const input = write("goods.jsonl", [
      { id: "1", description: "women's cotton jeans" },
      { id: "2", text: "gift" },
    ]);
    expect(classify(undefined, { input, output: inFolder("out.jsonl") })).toBe(0);
    const [jeans, gift] = read("out.jsonl");
    expect(jeans.id).toBe("1");
    expect(jeans.codes[0]).toBe("620462");
    expect(jeans.candidates[0]).toMatchObject({ code: "620462", source: "model" });
    expect(gift).toMatchObject({ id: "2", sure: false, abstained: "vague" });
  });

  it("learns a sender's codes from a file and uses them", () => {
    const rows = Array.from({ length: 40 }, (_, index) => [
      { description: `Zorbex ${index}`, code: "8518.30.00 00" },
      { description: `Quillo ${index}`, code: "4202210010" },
    ]).flat();
    const [history, model] = [write("history.jsonl", rows), inFolder("history.bin")];
    expect(classify("train", { history, model })).toBe(0);
    const input = write("more.jsonl", [{ id: "1", description: "Quillo 77" }]);
    expect(classify(undefined, { input, output: inFolder("more-out.jsonl"), model })).toBe(0);
    expect(read("more-out.jsonl")[0].candidates[0]).toMatchObject({ code: "4202210010", source: "history" });
  });

  it("names the file and the line that it cannot read", () => {
    const said = complaints();
    const input = write("broken.jsonl", [{ id: "1", description: "jeans" }, { id: "2" }]);
    expect(classify(undefined, { input, output: inFolder("none.jsonl") })).toBe(1);
    expect(said.join("")).toMatch(/broken\.jsonl, line 2.*neither a description nor a text/);
  });

  it("says which file is no model", () => {
    const said = complaints();
    const input = write("one.jsonl", [{ id: "1", description: "jeans" }]);
    expect(classify(undefined, { input, output: inFolder("none.jsonl"), model: input })).toBe(1);
    expect(said.join("")).toMatch(/one\.jsonl cannot be read as a classification model/);
  });

  it("says what it needs when it is told too little", () => {
    const said = complaints();
    expect(classify("train", {})).toBe(2);
    expect(said.join("")).toMatch(/--history F --model M/);
  });
});
