import { orderOnWire, paymentOnWire, waybillOnWire } from "./order-feeds";
import { cleanRecords, seeded } from "./order-triples";

/** What is wrong with an order of a day, and who has to mend it; most have nothing. */
export const FLAWS = [
  "none",
  "sent_twice",
  "contradictory_payment",
  "fen_short",
  "no_waybill",
  "late_payment",
  "formula_cell",
] as const;
export type Flaw = (typeof FLAWS)[number];

/** The articles of generated orders, by their places in the account book. */
export const ARTICLES = [
  { code: "8518302000", origin: "DE" },
  { code: "9503002100", origin: "DE" },
  { code: "6109100010", origin: "VN" },
  { code: "3304990000", origin: "FR" },
] as const;

type Wire = Readonly<Record<string, unknown>>;

/** A day of orders with the records of its three feeds, in the order of their coming, and what comes later. */
export interface OrderDay {
  readonly flaws: ReadonlyMap<string, Flaw>;
  readonly orders: readonly Wire[];
  readonly payments: readonly Wire[];
  readonly waybills: readonly Wire[];
  /** What the payment firm sends in the afternoon: late records, and corrections that say that they are. */
  readonly afternoon: readonly Wire[];
}

/** A tenth of the orders has a flaw, each kind in turn by the seed; in a small day each kind is there once at least. */
export function orderDay(count: number, seed: number): OrderDay {
  const random = seeded(seed);
  const all = Array.from({ length: count }, (_, number) => sendings(random, seed * 100_000 + number, number));
  return {
    flaws: new Map(all.map(({ number, flaw }) => [number, flaw])),
    orders: all.flatMap(({ orders }) => orders),
    payments: all.flatMap(({ payments }) => payments),
    waybills: all.flatMap(({ waybills }) => waybills),
    afternoon: all.flatMap(({ afternoon }) => afternoon),
  };
}

interface Sendings extends Omit<OrderDay, "flaws"> {
  readonly number: string;
  readonly flaw: Flaw;
}

/** What is sent for one order, with its flaw. */
function sendings(random: () => number, seed: number, at: number): Sendings {
  const records = cleanRecords(random, seed);
  const lines = records.order.lines.map((line) => ({
    ...line,
    itemRecordNumber: String(ARTICLES.findIndex(({ code }) => code === line.commodityCode) + 1),
  }));
  const order = orderOnWire({ ...records.order, lines });
  const payment = paymentOnWire(records.payment);
  const short = { ...payment, amountPaid: (Number(payment.amountPaid) - 0.01).toFixed(2) };
  const clean = { orders: [order], payments: [payment], waybills: [waybillOnWire(records.waybill)], afternoon: [] };
  const changed: Readonly<Record<Flaw, Partial<Omit<OrderDay, "flaws">>>> = {
    none: {},
    sent_twice: { orders: [order, order] },
    contradictory_payment: { payments: [payment, short] },
    fen_short: { payments: [short], afternoon: [{ ...payment, appType: "2" }] },
    no_waybill: { waybills: [] },
    late_payment: { payments: [], afternoon: [payment] },
    formula_cell: { orders: [{ ...order, goodsValue: "=1+1" }] },
  };
  const flaw = flawOf(at, random);
  return { number: records.order.orderNumber, flaw, ...clean, ...changed[flaw] };
}

function flawOf(number: number, random: () => number): Flaw {
  const drawn = random();
  if (number < FLAWS.length) return FLAWS[number] ?? "none";
  return drawn < 0.1 ? (FLAWS[1 + Math.floor(drawn * 10 * (FLAWS.length - 1))] ?? "none") : "none";
}
