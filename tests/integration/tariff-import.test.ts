import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTariffStore } from "@/adapters/postgres/tariff-store";
import { readTable } from "@/adapters/tables/read-table";
import { importTariff } from "@/application/import-tariff";
import { describeRowFault, describeTableFault } from "@/contracts/tariff-words";
import { ok } from "@/domain/shared/result";
import type { ImportAsked } from "@/domain/tariff/import-table";
import { zipOf } from "../support/archives";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

const folder = mkdtempSync(join(tmpdir(), "twogate-tariff-"));
const codes = new Set(
  readFileSync("prisma/reference/nomenclature/hs-2022.tsv", "utf8")
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "")
    .filter((code) => code.length === 6),
);

let house: House;
beforeAll(async () => {
  house = await createHouse(createRememberingReader());
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(path: string, given: Partial<ImportAsked> = {}, isPreview = false) {
  const ports = { readTable, store: createTariffStore(house.url), known: { codes, successions: [] } };
  const asked: ImportAsked = {
    jurisdiction: "CN",
    profile: "standard",
    effective: "2027-01-01",
    edition: "2027",
    citation: "An edition of this test",
    isPartial: false,
    ...given,
  };
  return importTariff(ports, path, asked, isPreview);
}

/** What is printed when the file is refused. */
async function complaint(path: string): Promise<string> {
  const outcome = await run(path);
  if (outcome.ok) throw new Error("It was imported");
  return outcome.error.kind === "rows"
    ? outcome.error.faults.map(describeRowFault).join("\n")
    : describeTableFault(outcome.error);
}

const count = async () =>
  (await house.sql.query("select count(*)::int as n from tariff_line where jurisdiction = 'CN'")).rows[0].n as number;

async function mfnOn(day: string, code: string): Promise<string | null | undefined> {
  const reference = await house.inTransaction(house.broker, async (tx) => ok(await tx.reference.on(day, [code])));
  const measures = must(reference).measures.filter((each) => each.kind === "mfn" && each.code === code);
  return measures[0]?.rate.adValorem;
}

const CSV = "code,description,units,mfn\n8518301000,Earphones,piece,5%\n8518302000,Headsets,piece,8%\n";

describe("an import", () => {
  it("previews without writing, then puts every line in force on its day", async () => {
    const path = file("a.csv", `\uFEFF${CSV}`);
    const preview = await run(path, {}, true);
    expect(preview).toMatchObject({ ok: true, value: { lines: { unchanged: 0 } } });
    expect(await count()).toBe(0);
    const done = await run(path);
    expect(done.ok && done.value.lines.added.length).toBe(2);
    expect(await count()).toBe(2);
    expect(await mfnOn("2026-12-31", "8518301000")).toBeUndefined();
    expect(await mfnOn("2027-01-01", "8518301000")).toBe("0.05");
  });

  it("of the next edition ends what changes and what is gone the day before, and keeps the rest", async () => {
    const path = file(
      "b.csv",
      "code,description,units,mfn\n8518301000,Earphones,piece,4%\n8518309000,Other,piece,9%\n",
    );
    const done = await run(path, { effective: "2028-01-01", edition: "2028" });
    expect(done).toMatchObject({ ok: true, value: { lines: { unchanged: 0 } } });
    expect(await mfnOn("2027-12-31", "8518301000")).toBe("0.05");
    expect(await mfnOn("2028-01-01", "8518301000")).toBe("0.04");
    expect(await mfnOn("2027-12-31", "8518302000")).toBe("0.08");
    expect(await mfnOn("2028-01-01", "8518302000")).toBeUndefined();
    // A heading's own measure of the files stays: it is of no import.
    expect(await mfnOn("2028-01-01", "8518")).toBe(await mfnOn("2026-12-31", "8518"));
  });

  it("that is partial ends nothing that it does not name", async () => {
    const path = file("c.csv", "code,description,units,mfn\n8518301000,Earphones,piece,3%\n");
    expect((await run(path, { effective: "2029-01-01", isPartial: true })).ok).toBe(true);
    expect(await mfnOn("2029-01-01", "8518301000")).toBe("0.03");
    expect(await mfnOn("2029-01-01", "8518309000")).toBe("0.09");
  });

  it("with a row at fault changes nothing, and names row, field and remedy", async () => {
    const before = await count();
    const path = file("d.csv", "code,description,mfn\n8518301000,Earphones,1%\n85183x,Headsets,-8%\n");
    expect(await complaint(path)).toBe(
      "Row 3, code: “85183x” is no code of the tariff of CN; write its digits, with or without dots.",
    );
    expect(await count()).toBe(before);
  });
});

describe("the command line", () => {
  const twogate = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["src/launch/twogate.mjs", "tariff", "import", ...args],
      {
        env: { ...process.env, DATABASE_URL: house.url, TWOGATE_SECRET: "a secret of the tests, and of nothing else" },
        encoding: "utf8",
      },
    );
    return { status, said: `${stdout}${stderr}` };
  };
  const options = ["--jurisdiction", "GB", "--effective", "2027-01-01", "--citation", "UK Global Tariff of a test"];

  it("shows what would change, and imports it when it is not asked for a preview", async () => {
    const path = file("gb.csv", "code,description,mfn\n8518300000,Headphones,2%\n8518210000,Speakers,on request\n");
    const preview = twogate(path, ...options, "--preview");
    expect(preview.status, preview.said).toBe(0);
    expect(preview.said).toContain("Lines: 2 added, 0 changed, 0 ended, 0 unchanged.");
    expect(preview.said).toContain("? row 3, 8518210000, mfn: on request");
    expect(preview.said).toContain("Preview; nothing was written.");
    const held = async () =>
      (await house.sql.query("select count(*)::int as n from tariff_line where jurisdiction = 'GB'")).rows[0].n;
    expect(await held()).toBe(0);
    expect(twogate(path, ...options).said).toContain("Imported, in force from 2027-01-01.");
    expect(await held()).toBe(2);
  });

  it("says what it lacks, and what is wrong with a file", () => {
    const path = file("bad.csv", "code,description\n1,x\n");
    expect(twogate(path).said).toMatch(/--jurisdiction is one of/);
    const refused = twogate(path, ...options);
    expect(refused.status).toBe(1);
    expect(refused.said).toMatch(/^Row 2, code: .*\nNothing was imported\./);
  });
});

describe("a file", () => {
  const workbook = (sheets: Record<string, unknown[][]>, formula?: string) => {
    const book = utils.book_new();
    for (const [name, rows] of Object.entries(sheets)) {
      const sheet = utils.aoa_to_sheet(rows);
      if (formula) sheet.D2 = { t: "n", v: 5, f: formula };
      utils.book_append_sheet(book, sheet, name);
    }
    return write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
  };
  const rows = [
    ["code", "description", "units", "mfn"],
    ["8518301000", "Earphones", "piece", "5%"],
  ];

  it("of a workbook is read like CSV", async () => {
    const done = await run(file("e.xlsx", workbook({ Tariff: rows })), { effective: "2030-01-01", isPartial: true });
    expect(done.ok && done.value.lines.changed.length).toBe(1);
    expect(await mfnOn("2030-01-01", "8518301000")).toBe("0.05");
  });

  it("in Chinese before Unicode is refused with what to do", async () => {
    const chinese = Buffer.from([0xb6, 0xfa, 0xbb, 0xfa]);
    const bytes = Buffer.concat([Buffer.from("code,description\n851830,"), chinese, Buffer.from("\n")]);
    expect(await complaint(file("f.csv", bytes))).toMatch(/looks like GB18030; save it as CSV UTF-8/);
    expect(await complaint(file("g.csv", Buffer.from(CSV, "utf16le")))).toMatch(/UTF-8/);
  });

  it("with a formula is not evaluated", async () => {
    expect(await complaint(file("h.xlsx", workbook({ Tariff: rows }, "2+3")))).toMatch(
      /^Row 2, mfn: the cell holds a formula/,
    );
    const dangerous = file("i.csv", 'code,description,mfn\n851830,"=HYPERLINK(""http://x"")",5%\n');
    expect(await complaint(dangerous)).toMatch(/^Row 2, description: the cell holds a formula/);
  });

  it("with a code that lost its zero as a number is refused", async () => {
    const numbers = [
      ["code", "description"],
      [101210000, "Horses"],
    ];
    expect(await complaint(file("j.xlsx", workbook({ Tariff: numbers })))).toMatch(/held as a number/);
  });

  it("of several sheets, of another kind, broken or absent is named", async () => {
    expect(await complaint(file("k.xlsx", workbook({ A: rows, B: rows })))).toMatch(/several sheets \(A, B\)/);
    expect(await complaint(file("l.pdf", "x"))).toMatch(/neither \.csv nor \.xlsx/);
    expect(await complaint(file("m.xlsx", "no workbook"))).toMatch(/cannot be read/);
    expect(await complaint(join(folder, "absent.csv"))).toMatch(/There is no file/);
    expect(await complaint(file("n.csv", 'code,description\n851830,"open\n'))).toMatch(/no CSV/);
  });

  it("that is made to harm is not opened", async () => {
    const bomb = zipOf([{ name: "xl/worksheets/sheet1.xml", bytes: Buffer.alloc(40 * 1024 * 1024, "0") }]);
    expect(await complaint(file("o.xlsx", bomb))).toMatch(/unpacks to more than any tariff needs/);
  });
});
