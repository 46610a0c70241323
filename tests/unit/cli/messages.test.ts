import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { messages } from "@/cli/messages";

const golden = (name: string) => `tests/contracts/messages/${name}`;
const folder = mkdtempSync(join(tmpdir(), "twogate-messages-"));
const out: string[] = [];
const complaints: string[] = [];
vi.spyOn(process.stdout, "write").mockImplementation((words) => out.push(String(words)) > 0);
vi.spyOn(process.stderr, "write").mockImplementation((words) => complaints.push(String(words)) > 0);
beforeEach(() => {
  out.length = 0;
  complaints.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("twogate messages", () => {
  it("show: says what a receipt answers, its numbers, and its status in words", async () => {
    expect(await messages("show", [golden("ceb622-120.xml")], undefined)).toBe(0);
    const said = out.join("");
    expect(said).toContain("receipt to: inventory list (ceb)");
    expect(said).toContain("ownNumber: COP202611270001");
    expect(said).toContain("status: 120, received by customs");
    expect(said).toContain("says: 120 海关入库");
  });

  it("show: prints no name, number or address of a person", async () => {
    for (const name of ["ceb311.xml", "ceb411.xml", "ceb511.xml", "ceb621.xml", "ceb623.xml", "ceb625.xml"])
      expect(await messages("show", [golden(name)], undefined)).toBe(0);
    expect(out.join("")).not.toMatch(/测试甲|990101199001010019|13900000000|示例路/);
  });

  it("show: says where a list stands by its receipts, whatever their order", async () => {
    const names = ["ceb621.xml", "ceb622-800.xml", "ceb622-120.xml", "ceb622-120.xml"];
    expect(await messages("show", names.map(golden), undefined)).toBe(0);
    const said = out.join("");
    expect(said).toContain("inventory list COP202611270001, version 1, stands at: 800, released");
    expect(said).toContain("120: stale");
    expect(said).toContain("120: duplicate");
  });

  it("show: goes on after a file with faults, names them, and fails", async () => {
    const broken = join(folder, "broken.xml");
    writeFileSync(broken, readFileSync(golden("ceb621.xml"), "utf8").replace(">0.8<", ">0,8<"));
    expect(await messages("show", [broken, golden("ceb816.xml")], undefined)).toBe(1);
    expect(complaints.join("")).toContain("CEB621: head/grossWeightKg is no plain decimal from 0 on: “0,8”.");
    expect(out.join("")).toContain("tax bill (ceb)");
  });

  it.each([
    ["make-inventory.json", "ceb", "ceb621.xml"],
    ["make-cancellation.json", "ceb", "ceb623.xml"],
    ["make-return.json", "ceb", "ceb625.xml"],
    ["make-declaration.json", "edifact", "cusdec.edi"],
    ["make-declaration.json", "wco-json", "declaration.json"],
    ["make-declaration.json", "wco-xml", "declaration.xml"],
  ])("make: %s as %s is %s", async (request, to, expected) => {
    expect(await messages("make", [golden(request)], to)).toBe(0);
    expect(out.join("")).toBe(readFileSync(golden(expected), "utf8"));
  });

  it("make: names the declared field of what the form refuses", async () => {
    const request = JSON.parse(readFileSync(golden("make-inventory.json"), "utf8"));
    request.declaration.currency = "EUR";
    request.facts.areaCode = null;
    const path = join(folder, "request.json");
    writeFileSync(path, JSON.stringify(request));
    expect(await messages("make", [path], "ceb")).toBe(1);
    const said = complaints.join("");
    expect(said).toContain("head/currency is “EUR”");
    expect(said).toContain("It comes from declaration.currency: mend it there.");
    expect(said).toContain("It comes from facts.areaCode: mend it there.");
  });

  it("make: says what is wrong with a request, and with its list", async () => {
    const path = join(folder, "odd.json");
    writeFileSync(path, '{"form":"inventory"}');
    expect(await messages("make", [path], "ceb")).toBe(2);
    expect(complaints.join("")).toContain("declaration");
    writeFileSync(path, "{");
    expect(await messages("make", [path], "ceb")).toBe(2);
    const cancel = JSON.parse(readFileSync(golden("make-cancellation.json"), "utf8"));
    writeFileSync(path, JSON.stringify({ ...cancel, list: "gone.xml" }));
    expect(await messages("make", [path], "ceb")).toBe(1);
    expect(complaints.join("")).toContain("gone.xml");
  });

  it("convert: writes a release as CUSRES, and refuses what that cannot say", async () => {
    expect(await messages("convert", [golden("ceb622-800.xml")], "edifact")).toBe(0);
    expect(out.join("")).toBe(readFileSync(golden("cusres.edi"), "utf8"));
    expect(await messages("convert", [golden("ceb624.xml")], "edifact")).toBe(1);
    expect(complaints.join("")).toContain("The status “399” has no counterpart");
  });

  it.each([
    [undefined, [], undefined],
    ["send", [golden("ceb621.xml")], "ceb"],
    ["convert", [golden("ceb621.xml")], undefined],
    ["convert", [golden("ceb621.xml")], "x12"],
    ["show", ["gone.xml"], undefined],
  ] as const)("%s %s %s is told how to be asked", async (verb, paths, to) => {
    expect(await messages(verb, paths, to)).toBe(2);
    expect(complaints.join("")).not.toBe("");
  });
});
