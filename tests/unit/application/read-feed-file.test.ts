import { readFileSync } from "node:fs";
import { orderOnWire, paymentOnWire } from "@tests/support/order-feeds";
import { feedCsv } from "@tests/support/order-files";
import { cleanRecords, seeded } from "@tests/support/order-triples";
import { describe, expect, it } from "vitest";
import { parseCsv } from "@/adapters/csv/parse-csv";
import { readFeedFile } from "@/application/read-feed-file";
import { FEED_SCHEMAS } from "@/contracts/order-feeds";

const { order, payment } = cleanRecords(seeded(4), 4);
const csv = feedCsv("payment", [paymentOnWire({ ...payment, payer: { ...payment.payer, name: "王明" } })]);
const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, mapping = {}) => readFeedFile(parseCsv, "payment", bytes, mapping);

/** The two characters of the name as GB18030 writes them; everything else of the file is ASCII but the name of the firm. */
function gb18030(text: string): Uint8Array {
  const bytes = [...text].flatMap((character) => {
    if (character === "王") return [0xcd, 0xf5];
    if (character === "明") return [0xc3, 0xf7];
    return [character.charCodeAt(0)];
  });
  return Uint8Array.from(bytes);
}

describe("a file of a feed", () => {
  it.each([
    ["UTF-8", utf8(csv)],
    ["UTF-8", utf8(`\uFEFF${csv}`)],
    ["GB18030", gb18030(csv)],
  ] as const)("is read as %s, with a byte order mark or without", (encoding, bytes) => {
    const file = read(bytes);
    expect(file).toMatchObject({ ok: true, value: { encoding, records: [{ payerName: "王明" }] } });
  });

  it.each([
    ["UTF-16", Uint8Array.from([0xff, 0xfe, 0x61, 0x00])],
    ["NUL", Uint8Array.from([0x61, 0x00, 0x62])],
    ["?", Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x22, 0x2c])],
  ])("of another encoding is refused and named: %s", (found, bytes) => {
    expect(read(bytes)).toMatchObject({ ok: false, error: { fault: "encoding_unknown", parameters: { found } } });
  });

  it.each(["=1+1", "@SUM(A1)", "+cmd|x", "-2+3"])("refuses the record of a cell that is a formula: %s", (cell) => {
    const file = read(utf8(csv.replace("王明", cell)));
    expect(file.ok && [...file.value.faults]).toEqual([
      [0, { pointer: "/payerName", fault: "formula_cell", parameters: {} }],
    ]);
  });

  it("takes a telephone number with the code of its country for no formula", () => {
    const wire = orderOnWire({ ...order, recipient: { ...order.recipient, phone: "+86 199-0000-0004" } });
    const file = readFeedFile(parseCsv, "order", utf8(feedCsv("order", [wire])), {});
    expect(file.ok && file.value.faults.size).toBe(0);
  });

  it("names the column that it has not, and takes the heading that stands for it", () => {
    const renamed = csv.replace("amountPaid", "实付金额");
    expect(read(utf8(renamed))).toMatchObject({ ok: true, value: { missing: ["amountPaid"], unknown: ["实付金额"] } });
    expect(read(utf8(renamed), { amountPaid: "实付金额" })).toMatchObject({
      ok: true,
      value: { mapping: { amountPaid: "实付金额" } },
    });
    expect(read(utf8(csv), { nothing: "x" })).toMatchObject({ ok: false, error: { fault: "column_unknown" } });
  });

  it("without a row, or that is no CSV, is refused", () => {
    expect(read(utf8(csv.split("\r\n")[0] ?? ""))).toMatchObject({ ok: false, error: { fault: "rows_missing" } });
    expect(read(utf8(`${csv}"`))).toMatchObject({ ok: false, error: { fault: "csv_unreadable" } });
  });

  it("makes one order of its rows, and refuses rows that disagree in what is of the order", () => {
    const wire = { ...orderOnWire(order), lines: [1, 2].map((gnum) => ({ ...orderOnWire(order).lines[0], gnum })) };
    const text = feedCsv("order", [wire]);
    const file = readFeedFile(parseCsv, "order", utf8(text), {});
    expect(file.ok && file.value.records.map((record) => (record.lines as unknown[]).length)).toEqual([2]);
    expect(file.ok && FEED_SCHEMAS.order.safeParse(file.value.records[0]).success).toBe(true);
    const rows = text.split("\r\n");
    const odd = [rows[0], rows[1], rows[2]?.replace(order.merchantName, "Another"), ""].join("\r\n");
    const other = readFeedFile(parseCsv, "order", utf8(odd), {});
    expect(other.ok && [...other.value.faults.values()]).toMatchObject([
      { fault: "rows_disagree", pointer: "/ebcName" },
    ]);
  });

  it.each(["orders", "payments", "waybills", "payments-corrected"])("of the samples is read whole: %s.csv", (name) => {
    const kind = name === "orders" ? "order" : name === "waybills" ? "waybill" : "payment";
    const file = readFeedFile(parseCsv, kind, readFileSync(`samples/orders/${name}.csv`), {});
    const faults = file.ok
      ? file.value.records.map((record) => FEED_SCHEMAS[kind].safeParse(record).error?.issues[0])
      : [0];
    expect(faults.filter(Boolean)).toEqual([]);
  });
});
