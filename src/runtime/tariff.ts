import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTariffStore } from "@/adapters/postgres/tariff-store";
import { readTable } from "@/adapters/tables/read-table";
import { type ImportFault, type ImportOutcome, importTariff } from "@/application/import-tariff";
import type { Result } from "@/domain/shared/result";
import type { ImportAsked } from "@/domain/tariff/import-table";
import { parseSuccessions } from "@/domain/tariff/succession";
import { env } from "./env";
import { referenceFolder } from "./reference-folder";

/** Imports a tariff into the database of the installation. */
export function importTariffFile(
  path: string,
  asked: ImportAsked,
  isPreview: boolean,
): Promise<Result<ImportOutcome, ImportFault>> {
  const table = (name: string) => readFileSync(join(referenceFolder(), "nomenclature", name), "utf8");
  const codes = table("hs-2022.tsv")
    .split("\n")
    .map((line) => line.slice(0, line.indexOf("\t")))
    .filter((code) => code.length === 6);
  const known = { codes: new Set(codes), successions: parseSuccessions(table("hs-2017-2022.tsv"), "2022-01-01") };
  const ports = { readTable, store: createTariffStore(env().DATABASE_URL), known };
  return importTariff(ports, path, asked, isPreview);
}
