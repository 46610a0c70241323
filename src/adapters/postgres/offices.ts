import pg from "pg";
import { v7 } from "uuid";

interface Office {
  readonly code: string;
  readonly name: string;
}

/** Makes an authority's office, or gives the one of that code another name. */
export function keepOffice(url: string, organisationId: string, { code, name }: Office): Promise<void> {
  return connected(url, async (client) => {
    await client.query(
      `insert into office (organisation_id, id, code, name) values ($1, $2, $3, $4)
       on conflict (organisation_id, code) do update set name = excluded.name`,
      [organisationId, v7(), code, name],
    );
  });
}

/**
 * Sets how much tax a broker's guarantee covers, in CNY, by an entry of its ledger. Throws when more than that is
 * reserved or owed already.
 */
export function keepGuarantee(url: string, organisationId: string, limitCny: string): Promise<void> {
  return connected(url, async (client) => {
    // Whoever else moves this guarantee waits until the limit is read and set; the same name as the use cases lock.
    await client.query("begin");
    await client.query("select pg_advisory_xact_lock(hashtextextended('guarantee:' || $1::text, 0))", [organisationId]);
    const { rows } = await client.query<{ difference: string; isLess: boolean; isSame: boolean }>(
      `select abs($2::numeric - held.limit)::text as difference, $2::numeric < held.limit as "isLess", $2::numeric = held.limit as "isSame"
       from (select coalesce((select limit_amount from guarantee_account where organisation_id = $1), 0) as limit) held`,
      [organisationId, limitCny],
    );
    const change = rows[0];
    if (!change || change.isSame) return;
    const [move, from, to] = change.isLess ? ["lower", "available", "guarantor"] : ["top_up", "guarantor", "available"];
    const id = v7();
    await client
      .query(
        `insert into guarantee_entry (organisation_id, id, move, from_account, to_account, amount, currency, reference,
           created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, 'CNY', $7, 'installation', now())`,
        [organisationId, id, move, from, to, change.difference, `installation ${id.slice(-12)}`],
      )
      .catch((error: { constraint?: string }) => {
        if (error.constraint !== "within_limit") throw error;
        throw new Error(`More than CNY ${limitCny} is reserved or owed under this guarantee already.`);
      });
    await client.query("commit");
  });
}

async function connected(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
