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

/** Sets how much tax a broker's guarantee covers, in CNY. Throws when more than that is reserved already. */
export function keepGuarantee(url: string, organisationId: string, limitCny: string): Promise<void> {
  return connected(url, async (client) => {
    const { rowCount } = await client.query(
      `insert into guarantee_account (organisation_id, currency, limit_amount) values ($1, 'CNY', $2)
       on conflict (organisation_id) do update set limit_amount = excluded.limit_amount
       where guarantee_account.reserved_amount <= excluded.limit_amount`,
      [organisationId, limitCny],
    );
    if (rowCount === 0) throw new Error(`More than CNY ${limitCny} is reserved under this guarantee already.`);
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
