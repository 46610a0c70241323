import pg from "pg";
import type { OutboxItem, OutboxRelayStore } from "@/application/work";
import { inTransaction } from "./in-transaction";

/** One process at a time reconciles the outbox with the queue. */
const LEADER_LOCK = 72_707_370;
const RECONNECT_MS = 1_000;

/**
 * The relay's store over plain SQL, as a role that sees the outbox, answers so old that it may forget them, and whose
 * shipments are to be looked at.
 */
export function createOutboxRelayStore(
  url: string,
  onError: (error: Error) => void,
): OutboxRelayStore & { close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, options: "-c role=twogate_relay", max: 3 });
  // A connection can end while it is lent out and asks nothing; unheard, that would end the process.
  pool.on("connect", (client) => client.on("error", onError));
  pool.on("error", () => undefined);
  return {
    relay: (names, limit, dispatch) => inTransaction(pool, (client) => relay(client, names, limit, dispatch)),
    overdue: async (olderThanMs, limit) => {
      const { rows } = await pool.query<OutboxItem>(
        `select id, name, payload from outbox_message where done_at is null and dead_at is null
         and dispatched_at < now() - $1 * interval '1 millisecond' order by seq limit $2`,
        [olderThanMs, limit],
      );
      return rows;
    },
    dispatchAgain: async (ids) => {
      await pool.query("update outbox_message set dispatched_at = null where id = any($1) and done_at is null", [ids]);
    },
    recordFailure: async (id, error, isFinal) => {
      await pool.query(
        `update outbox_message set attempts = attempts + 1, last_error = left($2, 2000),
         dead_at = case when $3 then now() else dead_at end where id = $1 and done_at is null`,
        [id, error, isFinal],
      );
    },
    forgetOldKeys: async () => {
      await pool.query("delete from idempotency_key where created_at < now() - interval '7 days'");
    },
    oweLooks: async () => {
      const { rows } = await pool.query<{ owed: number }>("select owe_notice_looks() as owed");
      return rows[0]?.owed ?? 0;
    },
    clockLooksDue: async (at) => {
      const { rows } = await pool.query<{ id: string }>("select id from clock_looks_due($1) as id", [at]);
      return rows.map(({ id }) => id);
    },
    owed: async () => {
      const { rows } = await pool.query<{ count: string; oldest: string | null }>(
        `select count(*) as count, extract(epoch from now() - min(available_at)) * 1000 as oldest
         from outbox_message where done_at is null and dead_at is null and available_at <= now()`,
      );
      return { count: Number(rows[0]?.count ?? 0), oldestMs: Number(rows[0]?.oldest ?? 0) };
    },
    asLeader: (work) => asLeader(pool, work),
    onPut: (wake) => listen(url, wake, onError),
    close: () => pool.end(),
  };
}

async function relay(
  client: pg.PoolClient,
  names: readonly string[],
  limit: number,
  dispatch: (items: readonly OutboxItem[]) => Promise<void>,
): Promise<number> {
  const { rows } = await client.query<OutboxItem>(
    `select id, name, payload from outbox_message
     where dispatched_at is null and done_at is null and dead_at is null and available_at <= now() and name = any($1)
     order by seq limit $2 for update skip locked`,
    [names, limit],
  );
  if (rows.length === 0) return 0;
  await dispatch(rows);
  await client.query("update outbox_message set dispatched_at = now() where id = any($1)", [rows.map((row) => row.id)]);
  return rows.length;
}

async function asLeader(pool: pg.Pool, work: () => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ leads: boolean }>("select pg_try_advisory_lock($1) as leads", [LEADER_LOCK]);
    if (!rows[0]?.leads) return;
    try {
      await work();
    } finally {
      await client.query("select pg_advisory_unlock($1)", [LEADER_LOCK]);
    }
  } finally {
    client.release();
  }
}

/** Listens until it is closed; a connection that ends is made again, and whoever listens wakes to look what it missed. */
async function listen(
  url: string,
  wake: () => void,
  onError: (error: Error) => void,
): Promise<{ close(): Promise<void> }> {
  let isOpen = true;
  let client: pg.Client;
  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url });
    client = fresh;
    fresh.on("error", onError);
    fresh.on("notification", wake);
    await fresh.connect();
    await fresh.query("listen twogate_outbox");
    fresh.once("end", again);
    wake();
  };
  const again = () => {
    if (!isOpen) return;
    setTimeout(() => {
      if (isOpen) connect().catch(again);
    }, RECONNECT_MS).unref();
  };
  await connect();
  return {
    close: async () => {
      isOpen = false;
      await client.end();
    },
  };
}
