import pg from "pg";
import { v7 } from "uuid";

const GUARANTEE_CNY = "5000000.00";

/** Makes an authority's office once, and the guarantee accounts of the brokers who clear there. */
export async function ensureOffice(
  url: string,
  office: { organisationId: string; code: string; name: string },
  brokers: readonly string[],
): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      "insert into office (organisation_id, id, code, name) values ($1, $2, $3, $4) on conflict (organisation_id, code) do nothing",
      [office.organisationId, v7(), office.code, office.name],
    );
    for (const broker of brokers) {
      await client.query(
        "insert into guarantee_account (organisation_id, currency, limit_amount) values ($1, 'CNY', $2) on conflict (organisation_id) do nothing",
        [broker, GUARANTEE_CNY],
      );
    }
  } finally {
    await client.end();
  }
}
