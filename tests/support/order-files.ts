import { FEED_COLUMNS, LINE_COLUMNS } from "@/contracts/order-feeds";
import type { FeedKind } from "@/domain/three-documents/documents";
import { orderOnWire, paymentOnWire, waybillOnWire } from "./order-feeds";
import { cleanRecords, seeded } from "./order-triples";

type Cells = Readonly<Record<string, unknown>>;

/** Records of a feed as its file: a heading, and a row for each record; of orders one for each line. */
export function feedCsv(kind: FeedKind, records: readonly Cells[]): string {
  const columns = [...FEED_COLUMNS[kind]];
  const rows = records.flatMap((record) => {
    const { lines, ...head } = record as Cells & { lines?: readonly Cells[] };
    return lines ? lines.map((line) => ({ ...head, ...line })) : [head];
  });
  const cell = (value: unknown) => (value === null || value === undefined ? "" : String(value));
  const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const written = rows.map((row) => columns.map((column) => quoted(cell((row as Cells)[column]))).join(","));
  return `${[columns.join(","), ...written].join("\r\n")}\r\n`;
}

/** The columns of an order's lines, for files that leave one out. */
export const ORDER_LINE_COLUMNS = LINE_COLUMNS;

const COUNT = 12;
const DAY_OF_SAMPLES = 500_000;

/**
 * The sample files of a day: twelve orders of invented people, of which everything agrees but one payment, which is a fen
 * short; and the record with which its firm corrects it.
 */
export function sampleFiles(): Readonly<Record<string, string>> {
  const random = seeded(1_210);
  const day = Array.from({ length: COUNT }, (_, index) => cleanRecords(random, DAY_OF_SAMPLES + index));
  const payments = day.map(({ payment }) => paymentOnWire(payment));
  const [first, ...others] = payments;
  if (!first) throw new Error("The day has no order");
  const short = { ...first, amountPaid: (Number(first.amountPaid) - 0.01).toFixed(2) };
  return {
    "orders.csv": feedCsv(
      "order",
      day.map(({ order }) => orderOnWire(order)),
    ),
    "payments.csv": feedCsv("payment", [short, ...others]),
    "waybills.csv": feedCsv(
      "waybill",
      day.map(({ waybill }) => waybillOnWire(waybill)),
    ),
    "payments-corrected.csv": feedCsv("payment", [{ ...first, appType: "2" }]),
  };
}
