import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { evidence } from "@/cli/evidence";
import { formatBundle, parseBundle } from "@/contracts/evidence-bundle";
import { formatTrust } from "@/contracts/trust";
import { withTrust } from "@/runtime/verifier-page";
import { mapFields } from "../../support/doctored";
import { EvidenceHouse, sha256, signer } from "../../support/evidence-house";

const folder = mkdtempSync(join(tmpdir(), "twogate-evidence-"));
const house = new EvidenceHouse();
const bundle = house.bundle();
const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const good = write("true.json", formatBundle(bundle));
const doctored = write(
  "doctored.json",
  formatBundle(mapFields(bundle, (each) => (each.name === "value" ? { ...each, value: "1" } : each))),
);
const unread = write("unread.json", "{}");
const trust = write("trust.json", formatTrust(sha256, house.trust));
const stranger = signer("stranger.example", "cosignature").key;
const strangers = write("strangers.json", formatTrust(sha256, { ...house.trust, witnesses: [stranger], quorum: 1 }));

const out: string[] = [];
const complaints: string[] = [];
vi.spyOn(process.stdout, "write").mockImplementation((words) => out.push(String(words)) > 0);
vi.spyOn(process.stderr, "write").mockImplementation((words) => complaints.push(String(words)) > 0);
beforeEach(() => {
  out.length = 0;
  complaints.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("twogate evidence", () => {
  test("verify: says in its first line what a proof is worth, then each look, and ends with 0 for a true one", async () => {
    expect(await evidence("verify", [good], { trust })).toBe(0);
    const lines = out.join("").split("\n");
    expect(lines[0]).toBe("True release. It stood as of 2026-12-01 09:30:00 UTC.");
    expect(lines).toContain("  ✓ Entry 1 is in the log, word for word.");
    expect(lines).toContain("  value: 12500.00");
    expect(lines).toContain("  witness: witness-2.example");
  });

  test("verify: says of the sample that the documentation shows what stands there", async () => {
    const sample = { trust: "samples/evidence/trust.json" };
    expect(await evidence("verify", ["samples/evidence/release-proof.json"], sample)).toBe(0);
    expect(out.join("")).toContain("  The release stood as of 2026-12-01 09:30:00 UTC.");
    out.length = 0;
    expect(await evidence("verify", ["samples/evidence/doctored.json"], sample)).toBe(1);
    const [sentence = ""] = out.join("").split("\n");
    expect(readFileSync("docs/evidence.md", "utf8")).toContain(sentence);
  });

  test.each([
    ["1 and the field for a doctored one", doctored, 1, "Doctored: the field “value” is not the one that was stated."],
    ["2 for what is none", unread, 2, "Not a proof of Twogate: the file has not the form of one."],
  ])("verify: ends with %s", async (_name, path, code, sentence) => {
    expect(await evidence("verify", [path], { trust })).toBe(code);
    expect(out.join("").split("\n")[0]).toBe(sentence);
  });

  test("verify: ends with 3 for one that no trusted witness saw, in Chinese where that is asked for", async () => {
    expect(await evidence("verify", [good], { trust: strangers, language: "zh" })).toBe(3);
    expect(out.join("").split("\n")[0]).toBe("内容属实，但没有见证人见过。");
  });

  test("verify: of several files the worst decides, and a false one is worse than an unreadable one", async () => {
    expect(await evidence("verify", [good, unread, doctored], { trust })).toBe(1);
    expect(await evidence("verify", [good, unread], { trust })).toBe(2);
    expect(await evidence("verify", [good, join(folder, "none.json")], { trust })).toBe(2);
    expect(complaints.join("")).toContain("There is no file");
  });

  test("verify: refuses a file of keys that is none, and says what is wrong with it", async () => {
    expect(await evidence("verify", [good], { trust: unread })).toBe(2);
    expect(complaints.join("")).toContain("has not the form of one of keys");
  });

  test("redact: writes a proof without the fields, which is true", async () => {
    expect(await evidence("redact", [good], { "leave-out": "value,consignee" })).toBe(0);
    const redacted = parseBundle(out.join(""));
    expect(redacted?.statement.fields.map(({ name }) => name)).toEqual(["number", "currency"]);
    const path = write("redacted.json", out.join(""));
    expect(await evidence("verify", [path], { trust })).toBe(0);
  });

  test("redact: leaves nothing out by a name that is not there", async () => {
    expect(await evidence("redact", [good], { "leave-out": "valeu" })).toBe(2);
    expect(out).toEqual([]);
    expect(complaints.join("")).toContain("shows no valeu; it shows number, consignee, value, currency");
  });

  test("page: has the keys of the installation in it, and cannot be broken out of by a name", () => {
    const page = '<script type="application/json" id="trust"></script>';
    const odd = { ...house.trust, log: signer("</script><b>").key };
    const block = withTrust(page, odd);
    expect(block).toContain("\\u003c/script>\\u003cb>");
    expect(block.match(/<\/script>/g)).toHaveLength(1);
    expect(() => withTrust("<html></html>", odd)).toThrow();
  });
});
