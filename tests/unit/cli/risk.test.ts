import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { risk } from "@/cli/risk";
import { inventedHistory } from "../domain/history/invented-history";

const folder = mkdtempSync(join(tmpdir(), "twogate-risk-"));
const inFolder = (name: string) => join(folder, name);
const said: string[] = [];
vi.spyOn(process.stdout, "write").mockImplementation((words) => said.push(String(words)) > 0);
vi.spyOn(process.stderr, "write").mockImplementation((words) => said.push(String(words)) > 0);
beforeEach(() => {
  said.length = 0;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER =
  "id,date,office,importer_id,importer_age_weeks,broker_id,exporter_id,hs6,origin,packages,gross_kg,net_kg,invoice_usd,inspected,basis,found,found_type,found_revenue";
const { entries, outcomes } = inventedHistory(1500);
const byId = new Map(outcomes.map((outcome) => [outcome.entryId, outcome]));
const lines = entries.map((e) => {
  const o = byId.get(e.id);
  const came = o ? `1,${o.basis.toUpperCase()},${o.isIrregular ? 1 : 0},${o.irregularity ?? ""},${o.revenue}` : "0,,,,";
  return `${e.id},${e.day},${e.office},${e.importer},${e.importerAgeWeeks ?? ""},${e.declarant},${e.exporter},${e.commodityCode},${e.origin},${e.packages},${e.grossKg},${e.netKg},${e.invoiceValue},${came}`;
});
const write = (name: string, text: string | Buffer) => {
  writeFileSync(inFolder(name), text);
  return inFolder(name);
};
const table = (name: string, rows: readonly string[], header = HEADER) =>
  write(name, `${[header, ...rows].join("\n")}\n`);
const early = table("early.csv", lines.slice(0, 1200));
const model = inFolder("model.bin");

describe("twogate risk", () => {
  it("trains from a table and scores the next one: chance, lane and kinds of each", async () => {
    expect(await risk("train", { data: [early], out: model })).toBe(0);
    const asked = table(
      "asked.csv",
      lines.slice(1200).map((line) => line.split(",").slice(0, 13).join(",")),
      HEADER.split(",").slice(0, 13).join(","),
    );
    for (const rank of [undefined, "probability", "revenue"]) {
      expect(await risk("score", { data: [asked], model, out: inFolder("p.csv"), rank })).toBe(0);
      const [header, ...scored] = readFileSync(inFolder("p.csv"), "utf8").trim().split("\n");
      expect(header).toBe("id,score,lane,reasons");
      expect(scored).toHaveLength(300);
      for (const line of scored) expect(line).toMatch(/^E\d+,[0-9.e+-]+,(GREEN|BLUE|YELLOW|RED),([A-Z]+\|){5}[A-Z]+$/);
    }
    expect(said.join("")).toContain("300 scores");
  });

  it("trains the same from several tables, packed or not", async () => {
    const one = write("one.csv.gz", gzipSync(readFileSync(early)));
    const parts = [table("a.csv", lines.slice(0, 700)), table("b.csv", lines.slice(700, 1200))];
    expect(await risk("train", { data: [one], out: inFolder("one.bin") })).toBe(0);
    expect(await risk("train", { data: parts, out: inFolder("parts.bin") })).toBe(0);
    expect(readFileSync(inFolder("one.bin"))).toEqual(readFileSync(model));
    expect(readFileSync(inFolder("parts.bin"))).toEqual(readFileSync(model));
  });

  it("reads columns by other names from a mapping", async () => {
    const mapping = write(
      "mapping.json",
      JSON.stringify({
        columns: { id: "No", day: "Day", importer: "Who", netKg: "Net", found: "Fraud" },
        knownAfterDays: 0,
      }),
    );
    const rows = entries
      .slice(0, 600)
      .map((e) => `${e.id},${e.day},"${e.importer}, Ltd",${e.netKg},${byId.get(e.id)?.isIrregular ? 1 : 0}`);
    const named = table("named.csv", rows, "No,Day,Who,Net,Fraud");
    expect(await risk("train", { data: [named], mapping, out: inFolder("named.bin") })).toBe(0);
    expect(said.join("")).toContain("600 inspected ones");
  });
});

describe("twogate risk, asked of what it cannot do, says what is wrong, where and what to do:", () => {
  const broken = (row: number, column: number, value: string) =>
    lines.map((line, index) => (index === row ? line.split(",").with(column, value).join(",") : line));
  const cases: readonly (readonly [name: string, file: () => string, words: RegExp])[] = [
    ["a missing file", () => inFolder("none.csv"), /none\.csv cannot be read \(ENOENT\)/],
    ["an empty file", () => write("empty.csv", ""), /empty\.csv is empty/],
    ["no rows", () => table("head.csv", []), /no line below/],
    ["other columns", () => table("other.csv", ["1,2"], "a,b"), /no column id for id; its columns are a, b.*--mapping/],
    [
      "a word for a number",
      () => table("word.csv", broken(4, 10, "heavy")),
      /word\.csv, line 6, column gross_kg: "heavy" is no number/,
    ],
    [
      "a day that is none",
      () => table("day.csv", broken(0, 1, "2026-02-30")),
      /line 2, column date: "2026-02-30" is no day/,
    ],
    ["an entry without an id", () => table("id.csv", broken(1, 0, "")), /line 3, column id is empty/],
    ["the same id twice", () => table("twice.csv", broken(1, 0, "E0")), /line 3, column id: E0 is there twice/],
    ["a cell too many", () => table("cells.csv", broken(2, 3, "A,B")), /line 4 has 19 cells, but 18 columns/],
    [
      "an outcome that is none",
      () =>
        table(
          "found.csv",
          lines.map((line) => line.replace(/,1,(RULE|RANDOM),[01]/, ",1,RULE,maybe")),
        ),
      /column found: "maybe" is neither 1 nor 0/,
    ],
    [
      "nothing inspected",
      () =>
        table(
          "quiet.csv",
          lines.map((line) => line.replace(/,1,(RULE|RANDOM),.*$/, ",0,,,,")),
        ),
      /No entry of the history was inspected/,
    ],
    [
      "one kind of outcome",
      () =>
        table(
          "kind.csv",
          lines.map((line) => line.replace(/,1,(RULE|RANDOM),.*$/, ",1,RULE,0,,")),
        ),
      /are regular; it takes both kinds/,
    ],
    [
      "a column that is the outcome",
      () =>
        table(
          "leak.csv",
          lines.map((line) =>
            line
              .split(",")
              .with(2, /,1,[A-Z]+,1,/.test(line) ? "held" : "open")
              .join(","),
          ),
        ),
      /Column office \(office\) alone tells 100\.0 %/,
    ],
    [
      "a damaged archive",
      () => write("cut.csv.gz", gzipSync(readFileSync(early)).subarray(0, 900)),
      /damaged; pack it again/,
    ],
  ];

  it.each(cases)("%s", async (_, file, words) => {
    expect(await risk("train", { data: [file()], out: inFolder("never.bin") })).toBe(1);
    expect(said.join("")).toMatch(words);
    expect(said.join("")).not.toMatch(/\n\s+at /);
  });

  it("a mapping of a column that is not there, of a field that is none, or that is no mapping", async () => {
    const tell = async (mapping: string) => {
      said.length = 0;
      expect(
        await risk("train", { data: [early], mapping: write("m.json", mapping), out: inFolder("never.bin") }),
      ).toBe(1);
      return said.join("");
    };
    expect(await tell('{"columns":{"id":"id","day":"date","importer":"buyer"}}')).toMatch(
      /no column buyer for importer/,
    );
    expect(await tell('{"columns":{"id":"id","day":"date","colour":"c"}}')).toMatch(
      /has a field colour; fields are id/,
    );
    expect(await tell('{"columns":{"id":"id"}}')).toMatch(/does not say which column holds day/);
    expect(await tell("[1]")).toMatch(/A mapping is a JSON object/);
    expect(await tell("{")).toMatch(/m\.json: /);
  });

  it("a file that is no model, a rank that is none, and no verb", async () => {
    expect(await risk("score", { data: [early], model: early, out: inFolder("p.csv") })).toBe(1);
    expect(said.join("")).toMatch(/early\.csv cannot be read as a risk model .*Train it with risk train/);
    expect(await risk("score", { data: [early], model, out: inFolder("p.csv"), rank: "colour" })).toBe(2);
    expect(await risk(undefined, {})).toBe(2);
  });
});
