import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Nomenclature, parseNomenclature } from "@/domain/nomenclature/nomenclature";
import { parseTradeWords, type TradeWord } from "@/domain/nomenclature/trade-words";

const EDITION = 2022;

/** The nomenclature of a folder of reference data. */
export function readNomenclature(reference: string): Nomenclature {
  return parseNomenclature(EDITION, readFileSync(join(reference, "nomenclature", `hs-${EDITION}.tsv`), "utf8"));
}

/** All trade words of a folder of reference data, its files in the order of their names. */
export function readTradeWords(reference: string): readonly TradeWord[] {
  const folder = join(reference, "nomenclature", "trade-words");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .flatMap((name) => parseTradeWords(name, readFileSync(join(folder, name), "utf8")));
}
