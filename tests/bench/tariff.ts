import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { ensureDatabase, startCluster } from "@/adapters/postgres/cluster";
import { migrate } from "@/adapters/postgres/migrate";
import { loadReferenceData } from "@/adapters/postgres/reference-loader";
import { createTariffStore } from "@/adapters/postgres/tariff-store";
import { readTable } from "@/adapters/tables/read-table";
import { importTariff } from "@/application/import-tariff";
import { describeRowFault } from "@/contracts/tariff-words";
import { prefixesOf } from "@/domain/tariff/commodity-code";
import type { ImportAsked, Profile } from "@/domain/tariff/import-table";
import { parseSuccessions } from "@/domain/tariff/succession";

const LINES = 35_733;

/** Imports a tariff into a database of its own: first, again without a change, and in another edition. */
export async function report(root: string, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { file: { type: "string" }, profile: { type: "string", default: "us_hts" } },
  });
  const folder = mkdtempSync(join(tmpdir(), "twogate-bench-tariff-"));
  const reference = join(root, "prisma", "reference");
  const nomenclature = readFileSync(join(reference, "nomenclature", "hs-2022.tsv"), "utf8");
  const codes = nomenclature
    .split("\n")
    .map((line) => line.split("\t")[0] ?? "")
    .filter((code) => code.length === 6);
  const cluster = await startCluster({ folder: join(folder, "postgres"), isDurable: true });
  try {
    const url = await ensureDatabase(cluster, "bench");
    await migrate(url, join(root, "prisma", "migrations"));
    await loadReferenceData(url, reference);
    const file = values.file ?? drawn(join(folder, "tariff.csv"), codes);
    const table = readFileSync(join(reference, "nomenclature", "hs-2017-2022.tsv"), "utf8");
    const known = { codes: new Set(codes), successions: parseSuccessions(table, "2022-01-01") };
    const ports = { readTable, store: createTariffStore(url), known };
    const profile = values.profile as Profile;
    const timed = async (what: string, effective: string, isPreview: boolean) => {
      const asked: ImportAsked = {
        jurisdiction: "US",
        profile,
        effective,
        edition: effective,
        citation: "A tariff for measuring",
        isPartial: false,
      };
      const began = performance.now();
      const outcome = await importTariff(ports, file, asked, isPreview);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      if (!outcome.ok) {
        const { error } = outcome;
        const words = error.kind === "rows" ? error.faults.slice(0, 10).map(describeRowFault) : [error.kind];
        throw new Error(`Not imported:\n${words.join("\n")}`);
      }
      const { lines, measures, notes } = outcome.value;
      const rows = `${lines.added.length} lines, ${measures.added.length} measures added, ${lines.unchanged} lines unchanged`;
      process.stdout.write(`| ${what} | ${seconds} s | ${rows}, ${notes.length} duties kept as text |\n`);
    };
    process.stdout.write("| what | time | outcome |\n| --- | --- | --- |\n");
    await timed("preview into an empty tariff", "2026-01-01", true);
    await timed("import into an empty tariff", "2026-01-01", false);
    await timed("the same again", "2026-07-01", false);
    await reading(url, codes);
    process.stdout.write(`Peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.\n`);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The measures that one code lies under, out of all of them. */
async function reading(url: string, codes: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("analyze tariff_measure");
    const times: number[] = [];
    for (let round = 0; round < 200; round += 1) {
      const code = `${codes[(round * 7919) % codes.length]}0000`;
      const began = performance.now();
      await client.query(
        "select fact from tariff_measure where jurisdiction = 'US' and code = any($1) and valid_from <= $2 and (valid_to is null or valid_to >= $2)",
        [[...prefixesOf([code])], "2026-11-26"],
      );
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`;
    process.stdout.write(`| the measures of one code | ${at(0.5)} median, ${at(0.95)} of 95 % | 200 codes |\n`);
  } finally {
    await client.end();
  }
}

/** A tariff in the layout of the US, with lines of ten digits under every subheading. */
function drawn(path: string, codes: readonly string[]): string {
  const heading =
    "HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,Column 2 Rate of Duty,Quota Quantity,Additional Duties";
  const rates = ["Free", "4.2%", "1.2¢/kg + 3%", "2.4¢ each", "8.5% + 30¢/doz.pr"];
  const rows = Array.from({ length: LINES }, (_, index) => {
    const code = codes[Math.floor((index * codes.length) / LINES)] ?? "";
    const before = Math.ceil((codes.indexOf(code) * LINES) / codes.length);
    const line = `${code}${String(index - before).padStart(2, "0")}`;
    const rate = rates[index % rates.length] ?? "Free";
    return `${line},2,"Goods of line ${index}","[""kg""]",${rate},"Free (A,AU,KR)",${index % 7 === 0 ? "33 1/3%" : "35%"},,`;
  });
  writeFileSync(path, `${heading}\n${rows.join("\n")}\n`);
  return path;
}
