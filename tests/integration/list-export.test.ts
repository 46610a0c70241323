import { read, utils } from "@e965/xlsx";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";
import { writeWorkbook } from "@/adapters/tables/write-workbook";
import { itemExport, permitExport } from "@/api/lists/record-lists";
import { streamExport } from "@/api/lists/stream-export";
import type { Actor } from "@/application/actor";
import type { ListQuery } from "@/contracts/lists";
import { wordsIn } from "@/runtime/words";
import { type ApiProcess, startApi } from "../support/api";
import { keepBook } from "../support/books";
import { createHouse, type House, must } from "../support/house";
import { createRememberingReader } from "../support/remembering-reader";

/** More than several pages of an export, so that pages are read while others leave. */
const PERMITS = 1_500;

let house: House;
let api: ApiProcess;

beforeAll(async () => {
  house = await createHouse(createRememberingReader());
  api = await startApi(house);
  await house.sql.query(
    `insert into permit (organisation_id, id, kind, number, number_key, is_form_known, holder, issuer, commodity_prefixes,
       valid_from, valid_to, quantity, unit, recorded_by, recorded_at)
     select $1, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'quarantine_permit', '=AP-' || n, 'AP' || n, false,
       '持证单位 ' || n, 'Customs, "GACC"', '{9503}', '2026-01-01', case when n % 2 = 0 then '2026-12-01' end, n + 0.5, 'kilogram', 'test', now()
     from generate_series(1, ${PERMITS}) n`,
    [house.broker.organisationId],
  );
});
afterAll(async () => {
  api.kill();
  await house.close();
});

const rowsOf = (csv: string) => {
  const parsed = parseCsv(csv);
  if (!parsed.ok) throw new Error("no CSV");
  return parsed.value;
};

/** What the list shows of all its pages, number by number. */
async function numbersShown(list: "on_record" | "ending", actor: Actor = house.broker): Promise<string[]> {
  const numbers: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = must(await house.queries.listPermits(actor, { list, limit: 50, ...(cursor ? { cursor } : {}) }));
    numbers.push(...page.rows.map(({ number }) => number));
    cursor = page.nextCursor;
  }
  return numbers;
}

const begin = (actor: Actor, query: ListQuery = {}, more: { stallMs?: number } = {}) =>
  streamExport({ ...house, writeWorkbook }, actor, permitExport, {
    ...{ id: v7(), format: "csv", query, columns: ["number", "holder", "scope", "valid"] },
    ...{ say: wordsIn("en"), ...more },
  } as const);
/** The same, once the organisation's export before has left its place. */
const stream = async (...asked: Parameters<typeof begin>) => {
  for (;;) {
    const begun = await begin(...asked);
    if (begun.ok || begun.error.kind !== "export_open") return must(begun);
    await new Promise((later) => setTimeout(later, 20));
  }
};

/** Transactions that are open and wait for whoever reads. */
const openSnapshots = async () =>
  (
    await house.sql.query(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null",
    )
  ).rows[0].n;

describe("an export of a list", () => {
  it("has the rows of all pages under their filter, in the order and the columns of the screen", async () => {
    const answer = await api.call("/lists/permits.csv?list=ending&columns=number,valid");
    expect(answer.status).toBe(200);
    expect([answer.headers.get("x-row-limit"), answer.headers.get("x-snapshot")]).toEqual([
      "100000",
      "repeatable-read",
    ]);
    expect(answer.headers.get("content-disposition")).toMatch(/permits-\d{4}-\d\d-\d\d\.csv/);
    const [heads, ...rows] = rowsOf(await answer.text());
    expect(heads).toEqual(["Number", "Valid: Valid from", "Valid: Valid until"]);
    expect(rows.map(([number]) => number)).toEqual((await numbersShown("ending")).map((number) => `'${number}`));
    expect(rows).toHaveLength(PERMITS / 2);
    expect(rows[0]?.slice(1)).toEqual(["2026-01-01", "2026-12-01"]);
  });

  it("is the same as a workbook, with dates and exact numbers, in the language that is asked for", async () => {
    const answer = await api.call("/lists/permits.xlsx", { headers: { "accept-language": "zh" } });
    const sheet = read(new Uint8Array(await answer.arrayBuffer()), { cellDates: true, UTC: true }).Sheets.List ?? {};
    const rows = utils.sheet_to_json<Record<string, unknown>>(sheet);
    expect(rows.map((row) => Object.values(row)[1])).toEqual(await numbersShown("on_record"));
    const cells = Object.values(rows[0] ?? {});
    expect(cells).toContain(PERMITS + 0.5);
    expect(cells).toContain(`持证单位 ${PERMITS}`);
    expect(cells.some((cell) => cell instanceof Date && cell.toISOString().startsWith("2026-12-01"))).toBe(true);
  });

  it("has the rows of one moment, whatever changes while it leaves", async () => {
    const reader = (await stream(house.broker)).getReader();
    const decoder = new TextDecoder();
    let csv = decoder.decode((await reader.read()).value, { stream: true });
    await house.sql.query(
      "update permit set is_withdrawn = true, changed_by = 'x', changed_at = now() where number = '=AP-1'",
    );
    for (let next = await reader.read(); !next.done; next = await reader.read())
      csv += decoder.decode(next.value, { stream: true });
    expect(rowsOf(csv)).toHaveLength(PERMITS + 1);
    expect(rowsOf(csv).at(-1)?.[0]).toBe("'=AP-1");
    expect(await numbersShown("on_record")).not.toContain("=AP-1");
  });

  it("has nothing of another tenant, whatever is asked for", async () => {
    const words = await new Response(await stream(house.otherBroker)).text();
    expect(rowsOf(words)).toHaveLength(1);
    const book = await keepBook(house, house.broker, { items: [{ itemNo: 1, code: "6109100021", origin: "PT" }] });
    const items = async (actor: Actor) => {
      const sent = await streamExport({ ...house, writeWorkbook }, actor, itemExport, {
        ...{ id: v7(), format: "csv", query: { book }, columns: ["goods"], say: wordsIn("en") },
      } as const);
      return rowsOf(await new Response(must(sent)).text());
    };
    expect(await items(house.broker)).toHaveLength(2);
    expect(await items(house.otherBroker)).toHaveLength(1);
  });

  it("is refused where the list is, or the filter is none of the list's", async () => {
    expect((await api.call("/lists/reviews.csv")).status).toBe(403);
    expect((await api.call("/lists/whitelist.xlsx")).status).toBe(403);
    expect((await api.call("/lists/permits.csv?list=lost")).status).toBe(422);
    expect((await api.call("/lists/permits.csv?salary=1")).status).toBe(422);
    expect((await api.call("/lists/items.csv")).status).toBe(422);
    expect((await api.call("/lists/orders.csv?state=matched&number=4411")).status).toBe(200);
  });

  it("is in the audit: who, which list, which filter without its words, and how many rows left", async () => {
    const { rows } = await house.sql.query(
      "select action, detail from audit_entry where object_kind = 'list_export' and detail->>'list' = 'orders' order by id",
    );
    expect(rows).toEqual([
      {
        action: "list_export_begun",
        detail: expect.objectContaining({ format: "csv", filter: "state=matched number" }),
      },
      { action: "list_export_ended", detail: { list: "orders", rows: "0", isCut: "false" } },
    ]);
  });

  it("that is broken off ends its snapshot and is never said to have ended", async () => {
    const ended = async () =>
      (await house.sql.query("select count(*)::int as n from audit_entry where action = 'list_export_ended'")).rows[0]
        .n;
    const before = await ended();
    const reader = (await stream(house.broker)).getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(openSnapshots).toBe(0);
    expect(await ended()).toBe(before);
  });

  it("is one at a time for an organisation, and leaves the others theirs", async () => {
    const reader = (await stream(house.broker)).getReader();
    await reader.read();
    expect(await begin(house.broker)).toMatchObject({ ok: false, error: { kind: "export_open" } });
    expect(rowsOf(await new Response(await stream(house.otherBroker)).text())).toHaveLength(1);
    await reader.cancel();
    await expect.poll(openSnapshots).toBe(0);
    expect(rowsOf(await new Response(await stream(house.broker)).text()).length).toBeGreaterThan(1_000);
  });

  it("is broken off when nobody takes it", async () => {
    const reader = (await stream(house.broker, {}, { stallMs: 200 })).getReader();
    await reader.read();
    await expect.poll(openSnapshots, { timeout: 5_000 }).toBe(0);
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow(/nobody took/);
    expect(rowsOf(await new Response(await stream(house.broker)).text()).length).toBeGreaterThan(1_000);
  });
});
