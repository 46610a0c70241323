import type { Actor } from "@/application/actor";
import { endExport, MOST_EXPORTED } from "@/application/export-list";
import type { Queries } from "@/application/queries";
import type { ListQuery } from "@/contracts/lists";
import type { Failure } from "@/contracts/problem";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Cell, csvLine } from "@/domain/working-list/cell";
import type { Services } from "@/runtime/container";
import { logger } from "@/runtime/logger";
import type { Say } from "@/runtime/words";
import { cellsOf, type Exported, headsOf } from "./exported";

const PAGE = 200;
/** So long a chunk waits to be taken; whoever reads more slowly holds what others wait for. */
const STALL_MS = 30_000;

/** The organisations that have an export open in this process, whose connections for exports they share with all. */
const exporting = new Set<string>();

type Ports = Pick<Services, "inSnapshot" | "inTransaction" | "writeWorkbook">;

interface Asked {
  readonly id: string;
  readonly format: "csv" | "xlsx";
  readonly query: ListQuery;
  readonly columns: readonly string[];
  readonly say: Say;
  /** For tests; 30 s otherwise. */
  readonly stallMs?: number;
}

/**
 * The bytes of a list as a file, read page by page out of one snapshot while they leave. Refused when the first page is,
 * and while the organisation has another open; what goes wrong later breaks the stream, so that half a file is not taken
 * for a whole one. A reader who takes nothing for half a minute is one of those.
 */
export function streamExport<R>(
  ports: Ports,
  actor: Actor,
  exported: Exported<R>,
  asked: Asked,
): Promise<Result<ReadableStream<Uint8Array>, Failure>> {
  const { organisationId } = actor;
  if (exporting.has(organisationId)) return Promise.resolve(err({ kind: "export_open" }));
  exporting.add(organisationId);
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  return new Promise((resolve, reject) => {
    const send = async (queries: Queries) => {
      const first = await exported.page(queries, actor, asked.query, { limit: PAGE });
      if (!first.ok) return resolve(first);
      resolve(ok(readable));
      const counted = { rows: 0, isCut: false };
      const rows = rowsFrom(first.value, counted, (cursor) =>
        exported.page(queries, actor, asked.query, { cursor, limit: PAGE }),
      );
      const bytes = bytesOf(ports, exported, asked, rows);
      await write(writable, bytes, asked.stallMs ?? STALL_MS, async () => {
        const ended = await endExport(ports, actor, { id: asked.id, list: exported.list, ...counted });
        if (!ended.ok) throw new Error(`The end of the export was refused: ${ended.error.kind}`);
      });
    };
    ports
      .inSnapshot(actor, send)
      .finally(() => exporting.delete(organisationId))
      // The end is told last, so that whoever has the whole file may ask for the next.
      .then(() => writable.close())
      .catch(async (error: unknown) => {
        reject(error);
        logger.warn({ err: error, exportId: asked.id }, "export broke off");
        await writable.abort(error).catch(() => undefined);
      });
  });
}

interface PageOf<R> {
  readonly rows: readonly R[];
  readonly nextCursor: string | null;
}

/** The rows of all pages, as many as an export has at most. */
async function* rowsFrom<R>(
  first: PageOf<R>,
  counted: { rows: number; isCut: boolean },
  next: (cursor: string) => Promise<Result<PageOf<R>, Failure>>,
): AsyncGenerator<R> {
  for (let page = first; ; ) {
    const left = MOST_EXPORTED - counted.rows;
    for (const row of page.rows.slice(0, left)) {
      counted.rows += 1;
      yield row;
    }
    if (page.nextCursor === null) return;
    if (counted.rows >= MOST_EXPORTED) {
      counted.isCut = true;
      return;
    }
    const following = await next(page.nextCursor);
    if (!following.ok) throw new Error(`The list refused a page: ${following.error.kind}`);
    page = following.value;
  }
}

function bytesOf<R>(
  { writeWorkbook }: Ports,
  exported: Exported<R>,
  { format, columns, say }: Asked,
  rows: AsyncIterable<R>,
): AsyncIterable<Uint8Array> {
  const heads = headsOf(exported, columns, say);
  const cells = async function* () {
    for await (const row of rows) yield cellsOf(exported, columns, row, say);
  };
  return format === "xlsx" ? writeWorkbook(heads, cells()) : csvBytes(heads, cells());
}

const BYTE_ORDER_MARK = "\ufeff";
/** Lines go out together, not one by one. */
const CHUNK_LENGTH = 32_768;

async function* csvBytes(heads: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  // Spreadsheets take a file without it for one of the machine's old character set.
  let lines = BYTE_ORDER_MARK + csvLine(heads.map((head) => ({ kind: "text", text: head })));
  for await (const row of rows) {
    lines += csvLine(row);
    if (lines.length < CHUNK_LENGTH) continue;
    yield encoder.encode(lines);
    lines = "";
  }
  yield encoder.encode(lines);
}

async function write(
  writable: WritableStream<Uint8Array>,
  bytes: AsyncIterable<Uint8Array>,
  stallMs: number,
  beforeEnd: () => Promise<void>,
): Promise<void> {
  const writer = writable.getWriter();
  try {
    for await (const chunk of bytes) {
      await within(
        stallMs,
        writer.ready.then(() => writer.write(chunk)),
      );
    }
    await beforeEnd();
  } finally {
    writer.releaseLock();
  }
}

async function within(ms: number, taken: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_taken, reject) => {
    timer = setTimeout(() => reject(new Error(`The export broke off: nobody took a part of it for ${ms} ms`)), ms);
  });
  await Promise.race([taken, stalled]).finally(() => clearTimeout(timer));
}
