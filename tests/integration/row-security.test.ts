import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lodge, prepare } from "../support/clearing";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

let house: House;
let shipmentId: string;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  shipmentId = await prepare(house, "green-earphones");
  must(await lodge(house, shipmentId, "earphones-key"));
});
afterAll(() => house.close());

describe("the second wall", () => {
  it("shows no row of any tenant table when no organisation is set", async () => {
    const { rows: tables } = await house.sql.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public' and rowsecurity",
    );
    expect(tables.length).toBeGreaterThan(20);
    for (const { tablename } of tables) {
      const rows = await house.client.$queryRawUnsafe<{ n: number }[]>(`select count(*)::int as n from "${tablename}"`);
      expect({ tablename, n: rows[0]?.n }).toEqual({ tablename, n: 0 });
    }
  });

  it("forces row-level security on every table that has an organisation, but for those of sign-in", async () => {
    const { rows } = await house.sql.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );
    expect(rows.map((row) => row.name)).toEqual(["invitation", "membership", "office"]);
  });

  it("refuses a row that names another organisation", async () => {
    const insert = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.otherBroker.organisationId}, true)`;
      await db.$executeRaw`insert into audit_entry (organisation_id, id, at, actor_kind, actor_id, action, object_kind, object_id, detail)
        values (${house.broker.organisationId}::uuid, gen_random_uuid(), now(), 'person', 'x', 'x', 'x', 'x', '{}')`;
    });
    await expect(insert).rejects.toThrow(/row-level security/);
  });

  it("lets the application change nothing that is only to be added to", async () => {
    const change = house.client.$transaction(async (db) => {
      await db.$executeRaw`select set_config('app.organisation', ${house.broker.organisationId}, true)`;
      await db.$executeRaw`update evidence_entry set kind = 'x'`;
    });
    await expect(change).rejects.toThrow(/permission denied/);
  });

  it("makes a reference across tenants impossible", async () => {
    const insert = house.sql.query(
      `insert into party (organisation_id, id, shipment_id, role, name) values ($1, gen_random_uuid(), $2, 'buyer', 'x')`,
      [house.otherBroker.organisationId, shipmentId],
    );
    await expect(insert).rejects.toThrow(/foreign key/);
  });
});
