import pg from "pg";
import { z } from "zod";
import { DependencyError } from "@/application/ports";
import type { Published, PublishedEvent, PublishedPassport } from "@/application/published";
import { customsEvent, passportContent, revocationReason } from "@/contracts/passport";
import { createFeed } from "./events";

const CONNECTIONS = 4;
const MOST_OF_GOODS = 20;

const row = z.object({
  public_id: z.string(),
  state: z.enum(["issued", "suspended", "superseded", "revoked"]),
  version: z.number(),
  content: passportContent,
  history: z.array(customsEvent),
  issued_at: z.date(),
  ended_at: z.date().nullable(),
  reason: revocationReason.nullable(),
  credential: z.string(),
  revocation_id: z.string(),
  suspension_id: z.string(),
  status_index: z.number(),
  successor_id: z.string().nullable(),
});
const COLUMNS = Object.keys(row.shape).join(", ");

const checkpointRow = z.object({ size: z.string(), note: z.string() });
const bytesRow = z.object({ bytes: z.instanceof(Uint8Array) });

/**
 * What is published, read as a role that sees views of it and no table. What stands in a view is named here once more, so
 * that a column too many reaches nobody.
 */
export function createPublished(url: string, onError: (error: Error) => void) {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    options: "-c role=twogate_publisher -c default_transaction_read_only=on -c statement_timeout=5000",
  });
  // A connection that breaks carries its whole state in its error; its words are enough for a log.
  pool.on("error", ({ message }) => onError(new Error(message)));
  const feed = createFeed<PublishedEvent>(url, "twogate_published", onError);
  const asked = async (sql: string, values: readonly unknown[]): Promise<readonly unknown[]> => {
    try {
      return (await pool.query(sql, [...values])).rows;
    } catch (error) {
      throw new DependencyError("database", true, "The database does not answer.", { cause: error });
    }
  };
  const published: Published = {
    passport: async (publicId) => {
      const [found] = await asked(`select ${COLUMNS} from published_passport where public_id = $1`, [publicId]);
      return found ? toPassport(found) : null;
    },
    ofGoods: async ({ gtin, batch, serial }) => {
      const found = await asked(
        `select ${COLUMNS} from published_passport
         where gtin = $1 and batch is not distinct from $2 and serial is not distinct from $3
           and state in ('issued', 'suspended') order by issued_at desc limit ${MOST_OF_GOODS}`,
        [gtin, batch, serial],
      );
      return found.map(toPassport);
    },
    statusList: async (publicId) => {
      const found = await asked("select credential from published_status_list where public_id = $1", [publicId]);
      return z.array(z.object({ credential: z.string() })).parse(found)[0]?.credential ?? null;
    },
    checkpoint: async () => {
      const [found] = await asked("select size, note from published_checkpoint", []);
      if (found === undefined) return null;
      const { size, note } = checkpointRow.parse(found);
      return { size: Number(size), note };
    },
    tile: async (level, index) => {
      const [found] = await asked("select hashes as bytes from published_tile where level = $1 and index = $2", [
        level,
        index,
      ]);
      return found ? bytesRow.parse(found).bytes : null;
    },
    leaves: async (from, count) => {
      const found = await asked(
        "select commitment as bytes from published_leaf where index >= $1 and index < $2 order by index",
        [from, from + count],
      );
      return found.map((each) => bytesRow.parse(each).bytes);
    },
    isHealthy: async () => (await asked("select from published_passport limit 0", [])).length === 0,
  };
  return {
    ...published,
    subscribe: feed.subscribe,
    close: async () => {
      await feed.close();
      await pool.end();
    },
  };
}

function toPassport(found: unknown): PublishedPassport {
  const read = row.parse(found);
  return {
    publicId: read.public_id,
    state: read.state,
    version: read.version,
    content: read.content,
    history: read.history,
    issuedAt: read.issued_at,
    endedAt: read.ended_at,
    reason: read.reason,
    credential: read.credential,
    revocationList: read.revocation_id,
    suspensionList: read.suspension_id,
    statusIndex: read.status_index,
    successorId: read.successor_id,
  };
}
