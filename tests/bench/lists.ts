import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { v7 } from "uuid";
import { simplify } from "@/adapters/chinese/simplify";
import { createVault } from "@/adapters/crypto/vault";
import { createWorld } from "@/adapters/crypto/world";
import { ensureDatabase, startCluster } from "@/adapters/postgres/cluster";
import { migrate } from "@/adapters/postgres/migrate";
import { connect } from "@/adapters/prisma/client";
import { createQueries } from "@/adapters/prisma/read-models";
import type { Actor } from "@/application/actor";
import { measureOrders } from "./list-orders";
import { benchActors, fillOthers, idOf, measureOthers, type OtherList } from "./lists-others";

const PAGE = 50;
const RUNS = 9;
/** What is open at any time, however many rows there are: cases that wait, orders that a rule found. */
const OPEN = 100;
/** Shipments that were refused, the oldest of all: their list begins where a reader of all rows comes last. */
const REFUSED = 20;

/** How long a page of a list takes, in milliseconds: the median of the runs. */
export interface Measured {
  readonly list: "shipments" | "orders" | OtherList;
  readonly rows: number;
  readonly first: number;
  /** A page in the middle of all rows. */
  readonly deep: number;
  /** What stands beside the tabs of the list. */
  readonly counts: number;
  /** How PostgreSQL finds the deep page. */
  readonly plan: string;
}

/** Measures lists of so many rows each, in a database of its own that is gone afterwards. */
export async function measureLists(sizes: readonly number[], say: (words: string) => void): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "twogate-bench-"));
  const cluster = await startCluster({ folder, isDurable: false });
  try {
    const found: Measured[] = [];
    for (const size of sizes) {
      const url = await ensureDatabase(cluster, `lists_${size}`);
      await migrate(url, "prisma/migrations");
      const began = performance.now();
      const actor = await connected(url, (sql) => fill(sql, size));
      await connected(url, (sql) => fillOthers(sql, actor, size));
      say(`${size} rows of each list made in ${Math.round((performance.now() - began) / 1000)} s`);
      found.push(...(await measure(url, actor, size)));
      await measureOrders(url, actor, size, say);
    }
    return found;
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A connection as the owner of the database, closed whatever comes. */
async function connected<T>(url: string, use: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  try {
    return await use(sql);
  } finally {
    await sql.end();
  }
}

async function fill(sql: pg.Client, size: number): Promise<Actor> {
  const organisationId = v7();
  await sql.query(
    "insert into organisation (id, name, slug, kind, created_at) values ($1, 'Bench', 'bench', 'broker', now())",
    [organisationId],
  );
  const of = [organisationId, size];
  await sql.query("set session_replication_role = replica");
  await sql.query(
    `insert into shipment (organisation_id, id, reference, regime, created_by, created_at, updated_at)
     select $1, ${idOf(1, "n")}, 'BE-' || n, '0110', 'bench', now(), now() from generate_series(1, $2::int) n`,
    of,
  );
  await sql.query(
    `insert into clearance (organisation_id, id, shipment_id, stage, state, opened_at, released_at)
     select $1, case s.stage when 'bonded_exit' then ${idOf(2, "n")} else ${idOf(3, "n")} end, ${idOf(1, "n")},
       s.stage::stage, (case when s.stage = 'bonded_exit' and n > $2::int - ${OPEN} then 'in_review'
         when n <= ${REFUSED} then 'refused' when n % 3 = 0 then 'released' else 'opened' end)::clearance_state, now(),
       case when n % 3 = 0 and n > ${REFUSED} and not (s.stage = 'bonded_exit' and n > $2::int - ${OPEN}) then now() end
     from generate_series(1, $2::int) n, (values ('bonded_exit'), ('domestic_distribution')) s(stage)`,
    of,
  );
  await sql.query(
    `insert into retail_order (organisation_id, id, platform, order_number, merchant, state, placed_at, goods_value,
       buyer_masked, buyer_token, phone_token, address_token, sealed, content_token, received_at, declared)
     select $1, ${idOf(4, "n")}, 'P', 'O' || n, 'M', case when n > $2::int - ${OPEN} then 'mismatched'
         when n % 2 = 0 then 'lodged' else 'matched' end, now(), 100, 'W**', 'b' || n, 'p' || n, 'a' || n, ''::bytea,
       'c' || n, now(), case when n <= $2::int - ${OPEN} and n % 2 = 0 then ''::bytea end
     from generate_series(1, $2::int) n`,
    of,
  );
  await sql.query("set session_replication_role = origin");
  // Findings of what is open, and of a hundredth of what was lodged.
  await sql.query(
    `insert into order_match (organisation_id, order_id, rule, severity, outcome, sealed, matched_at)
     select $1, ${idOf(4, "n")}, rule, 'hard', 'mismatch', ''::bytea, now()
     from generate_series(1, $2::int) n, (values ('M01'), ('M02')) r(rule) where n > $2::int - ${OPEN} or n % 100 = 0`,
    of,
  );
  return {
    ...{ kind: "person", id: v7(), name: "bench", organisationId },
    ...{ organisationKind: "broker", roles: ["broker"] },
  };
}

async function measure(url: string, actor: Actor, size: number): Promise<Measured[]> {
  const client = connect(url, "twogate_app", 2);
  const queries = createQueries(
    client,
    createWorld(),
    createVault("a secret of the bench, and of nothing else"),
    simplify,
  );
  const middle = Math.ceil(size / 2)
    .toString(16)
    .padStart(12, "0");
  const shipments = (cursor?: string) => queries.listShipments(actor, { limit: PAGE, ...(cursor ? { cursor } : {}) });
  const orders = (cursor?: string) =>
    queries.listOrders(actor, { limit: PAGE, state: "matched", ...(cursor ? { cursor } : {}) });
  const deepShipment = `01900001-0000-7000-8000-${middle}`;
  const deepOrder = `01900004-0000-7000-8000-${middle}`;
  try {
    return [
      {
        ...{ list: "shipments" as const, rows: size },
        first: await median(() => shipments()),
        deep: await median(() => shipments(deepShipment)),
        counts: await median(() => queries.countShipments(actor)),
        plan: await planOf(url, actor, "shipment", deepShipment, ""),
      },
      {
        ...{ list: "orders" as const, rows: size },
        first: await median(() => orders()),
        deep: await median(() => orders(deepOrder)),
        counts: await median(() => queries.getOrderPivot(actor)),
        plan: await planOf(url, actor, "retail_order", deepOrder, "and state = 'matched'"),
      },
      ...(await measureOthers(queries, benchActors(actor), { size, middle, median })),
    ];
  } finally {
    await client.$disconnect();
  }
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

/** The nodes by which PostgreSQL reads a deep page, under the application's own role. */
function planOf(url: string, actor: Actor, table: string, cursor: string, filter: string): Promise<string> {
  return connected(url, async (sql) => {
    await sql.query("set role twogate_app");
    await sql.query("select set_config('app.organisation', $1, false)", [actor.organisationId]);
    const { rows } = await sql.query<{ "QUERY PLAN": string }>(
      `explain select id from ${table} where organisation_id = '${actor.organisationId}' and id < '${cursor}' ${filter}
       order by id desc limit ${PAGE + 1}`,
    );
    const nodes = rows.map((row) => row["QUERY PLAN"].trim()).filter((line) => line.includes("Scan"));
    return nodes.map((line) => line.replace(/^->\s*/, "").replace(/\s+\(cost.*$/, "")).join("; ");
  });
}
