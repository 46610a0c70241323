import pg from "pg";
import type { HeldTariff, TariffStore } from "@/application/import-tariff";
import { tariffMeasureSchema } from "@/contracts/tariff-measure";
import type { Plan } from "@/domain/tariff/import-plan";
import type { Jurisdiction } from "@/domain/tariff/jurisdiction";
import type { TariffMeasure } from "@/domain/tariff/measure";
import type { TariffLine } from "@/domain/tariff/national-line";

/** The lock of the reference data, so that no two who change it run at once. */
const LOCK = 72_707_371;
const BATCH = 2_000;

/** The tariff of an installation, for whoever maintains it: read, and changed in the same transaction. */
export function createTariffStore(url: string): TariffStore {
  return async (jurisdiction, effective, edition, decide) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query("begin");
      await client.query("select pg_advisory_xact_lock($1)", [LOCK]);
      const { plan, isWritten } = decide(await heldTariff(client, jurisdiction, effective));
      if (isWritten) {
        await retire(client, "tariff_line", plan.lines.writes);
        await retire(client, "tariff_measure", plan.measures.writes);
        await putLines(client, plan.lines.writes.put);
        await putMeasures(client, plan.measures.writes.put, edition);
      }
      await client.query(isWritten ? "commit" : "rollback");
    } finally {
      await client.end();
    }
  };
}

async function heldTariff(client: pg.Client, jurisdiction: Jurisdiction, effective: string): Promise<HeldTariff> {
  const lines = await client.query<TariffLine>(
    `select id, jurisdiction, code, description, description_zh as "descriptionZh", context, units, duties,
       valid_from as "validFrom", valid_to as "validTo", edition, citation
     from tariff_line where jurisdiction = $1 and (valid_to is null or valid_to >= $2)`,
    [jurisdiction, effective],
  );
  const measures = await client.query<{ fact: unknown }>(
    `select fact from tariff_measure
     where jurisdiction = $1 and edition is not null and (valid_to is null or valid_to >= $2)`,
    [jurisdiction, effective],
  );
  return { lines: lines.rows, measures: measures.rows.map((row) => tariffMeasureSchema.parse(row.fact)) };
}

async function retire(
  client: pg.Client,
  table: "tariff_line" | "tariff_measure",
  { end, lastDay, drop }: Omit<Plan<unknown>["writes"], "put">,
): Promise<void> {
  const inFact = table === "tariff_measure" ? ", fact = jsonb_set(fact, '{validTo}', to_jsonb($1::text))" : "";
  await client.query(`update ${table} set valid_to = $1::text${inFact} where id = any($2)`, [lastDay, end]);
  await client.query(`delete from ${table} where id = any($1)`, [drop]);
}

async function putLines(client: pg.Client, lines: readonly TariffLine[]): Promise<void> {
  await inBatches(lines, (batch) =>
    client.query(
      `insert into tariff_line (id, jurisdiction, code, description, description_zh, context, units, duties, valid_from,
         valid_to, edition, citation)
       select id, jurisdiction, code, description, "descriptionZh", context, units, duties, "validFrom", "validTo",
         edition, citation
       from jsonb_to_recordset($1::jsonb) as line(id text, jurisdiction text, code text, description text,
         "descriptionZh" text, context text, units text[], duties jsonb, "validFrom" text, "validTo" text, edition text,
         citation text)
       on conflict (id) do update set description = excluded.description, description_zh = excluded.description_zh,
         context = excluded.context, units = excluded.units, duties = excluded.duties, valid_to = excluded.valid_to,
         edition = excluded.edition, citation = excluded.citation`,
      [JSON.stringify(batch)],
    ),
  );
}

async function putMeasures(client: pg.Client, measures: readonly TariffMeasure[], edition: string): Promise<void> {
  await inBatches(measures, (batch) =>
    client.query(
      `insert into tariff_measure (id, jurisdiction, code, area, kind, fact, valid_from, valid_to, citation, edition)
       select fact ->> 'id', fact ->> 'jurisdiction', fact ->> 'code', fact -> 'geography' ->> 'area', fact ->> 'kind',
         fact, fact ->> 'validFrom', fact ->> 'validTo', fact ->> 'citation', $2
       from jsonb_array_elements($1::jsonb) as fact
       on conflict (id) do update set fact = excluded.fact, area = excluded.area, valid_to = excluded.valid_to,
         citation = excluded.citation, edition = excluded.edition`,
      [JSON.stringify(batch), edition],
    ),
  );
}

async function inBatches<T>(all: readonly T[], put: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += BATCH) await put(all.slice(at, at + BATCH));
}
