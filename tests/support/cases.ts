import type pg from "pg";
import { v7 } from "uuid";

/** What a lodged shipment and its case consist of; papers are left out, for the same bytes are one document. */
const TABLES = [
  "shipment",
  "party",
  "goods_line",
  "declaration",
  "clearance",
  "requirement",
  "tax_assessment",
  "tax_line",
  "payment",
  "risk_assessment",
  "risk_contribution",
  "review_case",
  "access_grant",
  "evidence_entry",
];
const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

type Row = Record<string, unknown> & { readonly id: string };
interface Taken {
  readonly table: string;
  readonly rows: readonly Row[];
}

/** Copies a shipment with its case as often as is asked, each open and under ids of its own; the ids of the new cases. */
export async function copyCases(sql: pg.Client, shipmentId: string, times: number): Promise<readonly string[]> {
  const tables: Taken[] = [];
  for (const table of TABLES) {
    const key = table === "shipment" ? "id" : "shipment_id";
    const found = await sql.query<{ row: Row }>(`select to_jsonb(t) as row from "${table}" t where ${key} = $1`, [
      shipmentId,
    ]);
    tables.push({ table, rows: found.rows.map(({ row }) => row) });
  }
  const own = tables.find(({ table }) => table === "review_case")?.rows.length;
  // Of two cases of one shipment a copy would be open as well, and nobody would know which one is meant.
  if (own !== 1) throw new Error(`shipment ${shipmentId} has ${own} cases, where one is to be copied`);
  const cases: string[] = [];
  for (let number = 0; number < times; number++) cases.push(await copyOnce(sql, tables));
  return cases;
}

async function copyOnce(sql: pg.Client, tables: readonly Taken[]): Promise<string> {
  const ids = new Map(tables.flatMap(({ rows }) => rows.map((row) => [row.id, v7()] as const)));
  let caseId = "";
  for (const { table, rows } of tables)
    for (const row of rows) {
      const text = JSON.stringify(row).replaceAll(ID, (id) => ids.get(id) ?? id);
      const copy = { ...(JSON.parse(text) as Row), ...ownOf(table, row) };
      await sql.query(`insert into "${table}" select * from jsonb_populate_record(null::"${table}", $1)`, [
        JSON.stringify(copy),
      ]);
      if (table === "review_case") caseId = copy.id;
      if (copy.kind === "guarantee" && table === "payment") await reserve(sql, copy);
    }
  return caseId;
}

/** A copied payment that is reserved under the guarantee takes its share of it, as the first one did. */
async function reserve(sql: pg.Client, row: Row): Promise<void> {
  const { organisation_id, amount, shipment_id, declaration_id } = row;
  const entry = `insert into guarantee_entry (organisation_id, id, move, from_account, to_account, amount, currency,
    shipment_id, declaration_id, reference, created_by, created_at)`;
  await sql.query(
    `${entry} values ($1, $2, 'top_up', 'guarantor', 'available', $3, 'CNY', null, null, $4, 'tests', now())`,
    [organisation_id, v7(), amount, `letter ${v7()}`],
  );
  await sql.query(
    `${entry} values ($1, $2, 'reserve', 'available', 'reserved', $3, 'CNY', $4, $5, $6, 'tests', now())`,
    [organisation_id, v7(), amount, shipment_id, declaration_id, row.reference],
  );
}

/** What two rows may not have in common, and what a case is before anybody had it. */
function ownOf(table: string, row: Row): Record<string, unknown> {
  if (table === "shipment") return { reference: `${String(row.reference)}-${v7().slice(-6)}` };
  if (table === "declaration") return { idempotency_key: v7() };
  if (table === "payment") return { reference: v7() };
  if (table !== "review_case") return {};
  return { state: "open", decided_at: null, claimed_by: null, claimed_by_name: null, claimed_until: null };
}
