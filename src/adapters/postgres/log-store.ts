import pg from "pg";
import { v7 } from "uuid";
import type {
  Grow,
  LogIncidentKind,
  LogStore,
  SequencedBatch,
  TreeHead,
  WitnessRecord,
} from "@/application/log-record";
import { edgeOf, type Tile, type TilePlace } from "@/domain/transparency/tiles";
import { inTransaction } from "./in-transaction";

/** One process at a time gives leaves their places. */
const SEQUENCER_LOCK = 72_707_371;
/** One process at a time shows the log to witnesses, or one would be shown an older state after a newer. */
const PUBLISHER_LOCK = 72_707_372;

/** Of whole tiles, so that most of them are compared once. */
const LEAVES_AT_ONCE = 16_384;

interface HeadRow {
  readonly size: string;
  readonly root: Buffer;
}

/** The keeper's view of the log over plain SQL, as a role that sees the log and nothing else. */
export function createLogStore(url: string, onError: (error: Error) => void): LogStore & { close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, options: "-c role=twogate_log", max: 3 });
  pool.on("connect", (client) => client.on("error", onError));
  pool.on("error", () => undefined);
  return {
    sequence: (limit, grow, at) => inTransaction(pool, (client) => sequence(client, limit, grow, at)),
    unsigned: async () => {
      const { rows } = await pool.query<HeadRow & { note: string | null }>(
        "select size, root, note from log_checkpoint order by size desc limit 1",
      );
      const [head] = rows;
      return head && head.note === null ? headOf(head) : null;
    },
    sign: async (size, note, at) => {
      await pool.query("update log_checkpoint set note = $2, signed_at = $3 where size = $1 and note is null", [
        size,
        note,
        at,
      ]);
    },
    tiles: (places) => tilesAt(pool, places),
    leaves: () => leavesIn(pool),
    checkpoints: async () => {
      const { rows } = await pool.query<HeadRow & { note: string | null }>(
        "select size, root, note from log_checkpoint order by size",
      );
      return rows.map(({ note, ...head }) => ({ ...headOf(head), note }));
    },
    unpublished: async () => {
      const { rows } = await pool.query<HeadRow & { note: string; published_at: Date | null }>(
        "select size, root, note, published_at from log_checkpoint where note is not null order by size desc limit 1",
      );
      const [head] = rows;
      return head && head.published_at === null ? { ...headOf(head), note: head.note } : null;
    },
    publish: (size, cosignatures, isUnwitnessed, at) =>
      inTransaction(pool, async (client) => {
        for (const { witness, line, seenAt } of cosignatures)
          await client.query(
            "insert into log_cosignature (size, witness, line, seen_at) values ($1, $2, $3, $4) on conflict do nothing",
            [size, witness, line, seenAt],
          );
        await client.query(
          "update log_checkpoint set published_at = $2, is_unwitnessed = $3 where size = $1 and published_at is null",
          [size, at, isUnwitnessed],
        );
      }),
    ...witnessesIn(pool),
    asPublisher: (work) => asPublisher(pool, work),
    openIncident: async (kind, detail, at) => {
      const { rowCount } = await pool.query(
        "insert into log_incident (id, kind, detail, at) values ($1, $2, $3, $4) on conflict do nothing",
        [v7(), kind, detail, at],
      );
      return rowCount === 1;
    },
    closeIncident: async (kind, detail, how, at) => {
      await pool.query(
        `update log_incident set resolved_at = $4, resolved_by = 'system', resolution = $3
         where kind = $1 and detail = $2 and resolved_at is null`,
        [kind, detail, how, at],
      );
    },
    openIncidents: async () => {
      const { rows } = await pool.query<{ id: string; kind: LogIncidentKind; detail: string }>(
        "select id, kind, detail from log_incident where resolved_at is null order by id limit 100",
      );
      return rows;
    },
    organisations: async () => {
      const { rows } = await pool.query<{ id: string }>("select id from organisation order by id");
      return rows.map(({ id }) => id);
    },
    authorities: async () => {
      const { rows } = await pool.query<{ id: string }>("select id from organisation where kind = 'authority'");
      return rows.map(({ id }) => id);
    },
    isStopped: async () => {
      const { rowCount } = await pool.query(
        "select from log_incident where resolved_at is null and kind in ('other_history', 'rolled_back', 'altered') limit 1",
      );
      return rowCount === 1;
    },
    unadopted: async () => {
      const { rows } = await pool.query<{ id: string }>(
        "select o.id from organisation o where not exists (select from log_adoption a where a.organisation_id = o.id)",
      );
      return rows.map(({ id }) => id);
    },
    close: () => pool.end(),
  };
}

function witnessesIn(pool: pg.Pool): Pick<LogStore, "witnesses" | "markWitness" | "keepWitnesses"> {
  return {
    witnesses: async () => {
      const { rows } = await pool.query<Omit<WitnessRecord, "seenSize"> & { seenSize: string }>(
        `select name, key, address, seen_size as "seenSize", failed_since as "failedSince" from log_witness
         where is_active order by name`,
      );
      return rows.map((row) => ({ ...row, seenSize: Number(row.seenSize) }));
    },
    markWitness: async (name, outcome) => {
      if ("seenSize" in outcome)
        await pool.query(
          `update log_witness set seen_size = greatest(seen_size, $2), failed_since = null, last_error = null
           where name = $1`,
          [name, outcome.seenSize],
        );
      else
        await pool.query(
          "update log_witness set failed_since = coalesce(failed_since, $2), last_error = left($3, 500) where name = $1",
          [name, outcome.failedAt, outcome.error],
        );
    },
    keepWitnesses: (witnesses) =>
      inTransaction(pool, async (client) => {
        await client.query("update log_witness set is_active = false where not name = any($1)", [
          witnesses.map(({ name }) => name),
        ]);
        for (const { name, key, address } of witnesses)
          await client.query(
            `insert into log_witness (name, key, address) values ($1, $2, $3)
             on conflict (name) do update set key = excluded.key, address = excluded.address, is_active = true`,
            [name, key, address],
          );
      }),
  };
}

async function sequence(client: pg.PoolClient, limit: number, grow: Grow, at: Date): Promise<SequencedBatch | null> {
  const { rows: locked } = await client.query<{ leads: boolean }>("select pg_try_advisory_xact_lock($1) as leads", [
    SEQUENCER_LOCK,
  ]);
  if (!locked[0]?.leads) return null;
  const { rows: heads } = await client.query<HeadRow>(
    "select size, root from log_checkpoint order by size desc limit 1",
  );
  const head: TreeHead = heads[0] ? headOf(heads[0]) : { size: 0, root: new Uint8Array() };
  const { rows } = await client.query<{ commitment: Buffer }>(
    `with taken as (
       delete from log_pending where ordinal in (select ordinal from log_pending order by ordinal limit $1)
       returning ordinal, leaf_id, commitment),
     placed as (
       insert into log_leaf (index, leaf_id, commitment)
       select $2::bigint + row_number() over (order by ordinal) - 1, leaf_id, commitment from taken
       returning index, commitment)
     select commitment from placed order by index`,
    [limit, head.size],
  );
  if (rows.length === 0) return { head, added: 0 };
  const edge = await tilesAt(client, edgeOf(head.size));
  const { changed, root } = grow(
    head.size,
    edge,
    rows.map(({ commitment }) => commitment),
  );
  await client.query(
    `insert into log_tile (level, index, hashes) select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])
     on conflict (level, index) do update set hashes = excluded.hashes`,
    [
      changed.map(({ level }) => level),
      changed.map(({ index }) => index),
      changed.map(({ hashes }) => Buffer.from(hashes)),
    ],
  );
  const size = head.size + rows.length;
  await client.query("insert into log_checkpoint (size, root, sequenced_at) values ($1, $2, $3)", [
    size,
    Buffer.from(root),
    at,
  ]);
  return { head: { size, root }, added: rows.length };
}

async function asPublisher(pool: pg.Pool, work: () => Promise<void>): Promise<boolean> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ leads: boolean }>("select pg_try_advisory_lock($1) as leads", [
      PUBLISHER_LOCK,
    ]);
    if (!rows[0]?.leads) return false;
    try {
      await work();
      return true;
    } finally {
      await client.query("select pg_advisory_unlock($1)", [PUBLISHER_LOCK]);
    }
  } finally {
    client.release();
  }
}

async function tilesAt(client: pg.Pool | pg.PoolClient, places: readonly TilePlace[]): Promise<readonly Tile[]> {
  if (places.length === 0) return [];
  const { rows } = await client.query<{ level: number; index: string; hashes: Buffer }>(
    `select t.level, t.index, t.hashes from log_tile t
     join unnest($1::smallint[], $2::bigint[]) as wanted (level, index) using (level, index)`,
    [places.map(({ level }) => level), places.map(({ index }) => index)],
  );
  return rows.map(({ level, index, hashes }) => ({ level, index: Number(index), hashes }));
}

/** All leaves in their order, a page at a time, so that a log of any length fits into memory. */
async function* leavesIn(pool: pg.Pool) {
  for (let from = 0; ; ) {
    const { rows } = await pool.query<{ index: string; commitment: Buffer }>(
      "select index, commitment from log_leaf where index >= $1 order by index limit $2",
      [from, LEAVES_AT_ONCE],
    );
    if (rows.length === 0) return;
    yield rows.map(({ index, commitment }) => ({ index: Number(index), commitment }));
    from = Number(rows.at(-1)?.index) + 1;
  }
}

function headOf({ size, root }: HeadRow): TreeHead {
  return { size: Number(size), root };
}
