import pg from "pg";
import { v7 } from "uuid";
import { simplify } from "@/adapters/chinese/simplify";
import { createVault } from "@/adapters/crypto/vault";
import { createWorld } from "@/adapters/crypto/world";
import { loadReferenceData } from "@/adapters/postgres/reference-loader";
import { connect } from "@/adapters/prisma/client";
import { createQueries } from "@/adapters/prisma/read-models";
import { createUnitOfWork } from "@/adapters/prisma/unit-of-work";
import type { Actor } from "@/application/actor";
import { refreshClocks } from "@/application/refresh-clocks";
import { cursorOf, underwayCursorOf } from "@/domain/clearance-time/shipment-order";

const PAGE = 50;
const RUNS = 9;

/**
 * How long pages of shipments by slack, by value at stake and of what is under way take, for the broker of a filled
 * database and for an authority with which half of them were lodged. Of each three shipments one has arrived and is not
 * declared, so that a clock runs; of each two one was assessed. The keys are those of the product's own looks, which are
 * timed too.
 */
export async function measureOrders(url: string, broker: Actor, rows: number, say: (words: string) => void) {
  await loadReferenceData(url, "prisma/reference");
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  const client = connect(url, "twogate_app", 2);
  const [world, vault] = [createWorld(), createVault("a secret of the bench, and of nothing else")];
  const queries = createQueries(client, world, vault, simplify);
  try {
    const authority = await fill(sql, broker.organisationId);
    const began = performance.now();
    const inTransaction = createUnitOfWork(client, world, vault, simplify);
    const system = { kind: "system", id: "system", name: "system", organisationId: broker.organisationId } as const;
    for (let left = true; left; ) {
      const looked = await refreshClocks(inTransaction, system);
      left = looked.ok && looked.value > 0;
    }
    const seconds = (performance.now() - began) / 1000;
    await sql.query("vacuum analyze");
    const { rows: found } = await sql.query<{ clocks: number; stakes: number }>(
      "select count(due_at)::int as clocks, count(stake)::int as stakes from shipment",
    );
    const { clocks = 0, stakes = 0 } = found[0] ?? {};
    say(
      `${rows} shipments, of ${clocks} of which a clock runs and of which ${stakes} are assessed, looked at in ${seconds.toFixed(1)} s`,
    );
    const deep = await middle(sql, clocks, stakes);
    for (const [who, actor] of [["broker", broker] as const, ["authority", authority] as const]) {
      const list = (sort: "slack" | "value", cursor?: string) => () =>
        queries.listShipments(actor, { limit: PAGE, sort, ...(cursor ? { cursor } : {}) });
      const underway = (cursor?: string) => () =>
        queries.listUnderway(actor, { limit: PAGE, ...(cursor ? { cursor } : {}) });
      const figures = [
        ["by slack, first", list("slack")],
        ["by slack, deep", list("slack", deep.slack)],
        ["by slack, those without a clock", list("slack", `none~${deep.last}`)],
        ["by value, first", list("value")],
        ["by value, deep", list("value", deep.value)],
        ["under way, first", underway()],
        ["under way, deep", underway(deep.underway)],
      ] as const;
      for (const [name, run] of figures)
        say(`shipments, ${rows.toLocaleString("en")}, ${who}, ${name}: ${(await median(run)).toFixed(1)} ms`);
    }
  } finally {
    await client.$disconnect();
    await sql.end();
  }
}

/** Arrivals, assessments, the grants of an authority, and a look that is due at each shipment. */
async function fill(sql: pg.Client, organisationId: string): Promise<Actor> {
  const authority = v7();
  await sql.query(
    "insert into organisation (id, name, slug, kind, created_at) values ($1, 'Customs', 'customs', 'authority', now())",
    [authority],
  );
  await sql.query("set session_replication_role = replica");
  await sql.query(
    `with numbered as (select id, substr(reference, 4)::int as n from shipment)
     update shipment s set arrived_on = to_char(now() - (n % 28) * interval '1 day', 'YYYY-MM-DD')
     from numbered where numbered.id = s.id and n % 3 = 1`,
  );
  await sql.query(
    `insert into tax_assessment (organisation_id, id, shipment_id, declaration_id, law_date, currency, customs_value, duty,
       consumption_tax, vat, total, created_at)
     select organisation_id, gen_random_uuid(), id, gen_random_uuid(), '2026-11-01', 'CNY', substr(reference, 4)::bigint * 7919 % 1000000, 0, 0, 0, 100, now()
     from shipment where substr(reference, 4)::int % 2 = 0`,
  );
  await sql.query(
    `insert into access_grant (organisation_id, id, shipment_id, grantee_organisation_id, scope, granted_at)
     select organisation_id, gen_random_uuid(), id, $1, 'lodged', now() from shipment where substr(reference, 4)::int % 2 = 0`,
    [authority],
  );
  await sql.query(
    `insert into clock_look (organisation_id, shipment_id, due) select organisation_id, id, now() from shipment
     where organisation_id = $1`,
    [organisationId],
  );
  await sql.query("set session_replication_role = origin");
  await sql.query("vacuum analyze");
  return {
    ...{ kind: "person", id: v7(), name: "officer", organisationId: authority },
    ...{ organisationKind: "authority", roles: ["officer"] },
  };
}

/** Cursors to the middle of each order. */
async function middle(sql: pg.Client, clocks: number, stakes: number) {
  const one = async (text: string, at: number) =>
    (await sql.query<{ id: string; key: string }>(`${text} offset ${Math.floor(at / 2)} limit 1`)).rows[0] ?? {
      ...{ id: "", key: "" },
    };
  const slack = await one(
    "select id, floor(extract(epoch from due_at) * 1000)::text as key from shipment where due_at is not null order by due_at, id desc",
    clocks,
  );
  const value = await one(
    "select id, (stake / 100.0)::numeric(20, 2)::text as key from shipment where stake is not null order by stake desc, id desc",
    stakes,
  );
  const last = await one("select id, '' as key from shipment order by id desc", clocks);
  return {
    slack: cursorOf(slack),
    value: cursorOf(value),
    last: last.id,
    underway: underwayCursorOf({ asOf: Number(slack.key) - 1, dueAt: Number(slack.key), id: slack.id }),
  };
}

async function median(run: () => Promise<unknown>): Promise<number> {
  await run();
  const times: number[] = [];
  for (let left = RUNS; left > 0; left -= 1) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0;
}
