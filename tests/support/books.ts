import { parseCsv } from "@/adapters/csv/parse-csv";
import type { Actor } from "@/application/actor";
import { importItems, registerBook } from "@/application/keep-account-book";
import { importReceipts } from "@/application/receive-into-book";
import { ITEM_COLUMNS } from "@/domain/account-book/import-items";
import { STOCK_COLUMNS } from "@/domain/account-book/import-stock";
import { type House, must } from "./house";

interface ItemOf {
  readonly itemNo: number;
  readonly code: string;
  readonly origin: string;
  readonly unit?: string;
}

interface LotOf {
  readonly itemNo: number;
  readonly quantity: string;
  readonly lot?: string;
  readonly expiresOn?: string;
  readonly reference?: string;
}

interface Kept {
  readonly emsNo?: string;
  readonly allocation?: "fifo" | "lot";
  readonly items: readonly ItemOf[];
  readonly lots?: readonly LotOf[];
}

/** Items as a CSV file. */
export function itemsCsv(items: readonly ItemOf[]): string {
  const rows = items.map(({ itemNo, code, origin, unit = "PCS" }) =>
    [itemNo, `P-${itemNo}`, code, `Goods ${itemNo}`, unit, unit, "1", "kg", "0.4", origin, "3.00", "EUR"].join(","),
  );
  return [ITEM_COLUMNS.join(","), ...rows].join("\n");
}

/** Receipts as a CSV file. */
export function stockCsv(lots: readonly LotOf[]): string {
  const rows = lots.map(({ itemNo, quantity, lot = "L1", expiresOn = "", reference = "QD-1" }) =>
    [itemNo, lot, "", expiresOn, "2026-11-01", quantity, reference].join(","),
  );
  return [STOCK_COLUMNS.join(","), ...rows].join("\n");
}

/** Registers a book with its items and stock. */
export async function keepBook(house: House, actor: Actor, { emsNo, allocation = "fifo", items, lots = [] }: Kept) {
  const ports = { ...house, parseCsv };
  const book = must(
    await registerBook(ports, actor, {
      emsNo: emsNo ?? "T2201W000001",
      type: "T",
      company: "Bonded Firm",
      customsCode: "2201",
      validEnd: "2099-12-31",
      allocation,
    }),
  );
  must(await importItems(ports, actor, book.id, itemsCsv(items)));
  if (lots.length > 0) must(await importReceipts(ports, actor, book.id, stockCsv(lots)));
  return book.id;
}

/** The items of a book, by their numbers. */
export async function itemIds(house: House, bookId: string): Promise<Readonly<Record<number, string>>> {
  const { rows } = await house.sql.query<{ id: string; item_no: number }>(
    "select id, item_no from book_item where book_id = $1",
    [bookId],
  );
  return Object.fromEntries(rows.map((row) => [row.item_no, row.id]));
}

/** Kinds and quantities of the entries of a shipment, in their order. */
export async function entriesOf(house: House, shipmentId: string): Promise<readonly string[]> {
  const { rows } = await house.sql.query<{ entry: string }>(
    `select kind || ' ' || trim_scale(declared) as entry from book_entry where shipment_id = $1 order by created_at, id`,
    [shipmentId],
  );
  return rows.map((row) => row.entry);
}

/** Balance and reserve of an item. */
export async function standing(house: House, itemId: string): Promise<string> {
  const { rows } = await house.sql.query<{ standing: string }>(
    `select trim_scale(balance) || '/' || trim_scale(reserved) as standing from book_entry where item_id = $1
     order by sequence desc limit 1`,
    [itemId],
  );
  return rows[0]?.standing ?? "0/0";
}
