import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** The lock that Prisma's own migrate command takes, so that the two never run at once. */
const LOCK = 72_707_369;

const BOOKKEEPING = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/**
 * Applies the migrations that the database does not have yet, in order, and returns their names.
 * The bookkeeping is Prisma's, so that its command line agrees with it. Throws when an applied migration was changed
 * afterwards or an earlier one failed half-way, naming it.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query(BOOKKEEPING);
    const known = await appliedMigrations(client);
    const applied: string[] = [];
    for (const name of migrationNames(folder)) {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      if (await isApplied(known, name, sql)) continue;
      await apply(client, name, sql);
      applied.push(name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** The migrations of the folder, oldest first. */
export function migrationNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort();
}

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

async function appliedMigrations(client: pg.Client): Promise<Map<string, Applied>> {
  const { rows } = await client.query<Applied>(
    "select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

async function isApplied(known: Map<string, Applied>, name: string, sql: string): Promise<boolean> {
  const row = known.get(name);
  if (!row) return false;
  if (row.finished_at === null)
    throw new Error(`Migration ${name} stopped half-way. Restore the database, then start again.`);
  if (row.checksum !== checksum(sql))
    throw new Error(`Migration ${name} was changed after it was applied. Restore the file as released.`);
  return true;
}

/** One simple query runs as one transaction, so a migration is applied whole or not at all. */
async function apply(client: pg.Client, name: string, sql: string): Promise<void> {
  const id = randomUUID();
  await client.query("insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)", [
    id,
    checksum(sql),
    name,
  ]);
  try {
    await client.query(sql);
  } catch (error) {
    await client.query("delete from _prisma_migrations where id = $1", [id]);
    throw error;
  }
  await client.query("update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where id = $1", [id]);
}

function checksum(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}
