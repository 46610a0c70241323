import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { z } from "zod";
import { ORIGIN_KINDS } from "@/contracts/origin";
import { legalParameterSchema, REFERENCE_KINDS } from "@/contracts/reference";
import { tariffMeasureSchema } from "@/contracts/tariff-measure";
import { parseSuccessions, type Succession } from "@/domain/tariff/succession";
import { readReferenceFile } from "./reference-files";

const LOCK = 72_707_371;

/**
 * Loads the reference data of the folder, whole or not at all; a file that is not there loads nothing. Facts are
 * checked before anything is written: one that is malformed is named with its file and row. A fact that the files no
 * longer hold stays, because an assessment may rest on it; so does one that an approved basket wrote or ended. Gives how
 * many facts there were.
 */
export async function loadReferenceData(url: string, folder: string): Promise<number> {
  const parameters = readReferenceFile(folder, "legal-parameters.json", legalParameterSchema);
  const measures = readReferenceFile(folder, "tariff-measures.json", tariffMeasureSchema);
  const facts: { kind: string; fact: Dated }[] = Object.entries({ ...REFERENCE_KINDS, ...ORIGIN_KINDS }).flatMap(
    ([kind, { file, schema }]) =>
      readReferenceFile(folder, file, schema as z.ZodType<Dated>).map((fact) => ({ kind, fact })),
  );
  const ceased = successionsOf(folder).map((fact) => ({ kind: "succession", fact }));
  facts.push(...ceased);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await insert(
      client,
      "legal_parameter",
      ["id", "code", "value", "unit", "valid_from", "valid_to", "citation"],
      parameters.map((each) => [
        each.id,
        each.code,
        each.value,
        each.unit,
        each.validFrom,
        each.validTo,
        each.citation,
      ]),
    );
    await insert(
      client,
      "tariff_measure",
      ["id", "jurisdiction", "code", "area", "kind", "fact", "valid_from", "valid_to", "citation"],
      measures.map((each) => [
        each.id,
        each.jurisdiction,
        each.code,
        each.geography.area,
        each.kind,
        JSON.stringify(each),
        each.validFrom,
        each.validTo,
        each.citation,
      ]),
    );
    await insert(
      client,
      "reference_fact",
      ["id", "kind", "fact", "valid_from", "valid_to", "citation"],
      facts.map(({ kind, fact }) => [fact.id, kind, JSON.stringify(fact), fact.validFrom, fact.validTo, fact.citation]),
    );
    await client.query("commit");
    return parameters.length + measures.length + facts.length;
  } finally {
    await client.end();
  }
}

interface Dated {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly citation: string;
}

/** Since when the edition of the Harmonized System of 2022 is in force. */
const HS_2022 = "2022-01-01";

function successionsOf(folder: string): readonly Succession[] {
  const path = join(folder, "nomenclature", "hs-2017-2022.tsv");
  return existsSync(path) ? parseSuccessions(readFileSync(path, "utf8"), HS_2022) : [];
}

async function insert(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  const updates = columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(", ");
  for (let at = 0; at < rows.length; at += 500) {
    const batch = rows.slice(at, at + 500);
    const places = batch
      .map((_, row) => `(${columns.map((_column, index) => `$${row * columns.length + index + 1}`).join(", ")})`)
      .join(", ");
    await client.query(
      `insert into ${table} (${columns.join(", ")}) values ${places} on conflict (id) do update set ${updates}
       where not is_kept_by_basket(${table}.id)`,
      batch.flat(),
    );
  }
}
