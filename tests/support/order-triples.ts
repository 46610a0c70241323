import type { Reference } from "@/domain/tariff/reference";
import type { MatchContext } from "@/domain/three-documents/context";
import type { Order, OrderLine, Payment, Triple, Waybill } from "@/domain/three-documents/documents";
import { inventoryOf } from "@/domain/three-documents/inventory";
import { matchLaw } from "@/domain/three-documents/law";
import type { Simplify } from "@/domain/three-documents/normalise";

/** The day on which generated orders are matched. */
export const MATCH_DAY = "2026-11-24";

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FAMILY = ["王", "李", "张", "陈", "赵", "周", "吴", "郑"];
const GIVEN = ["小明", "丽华", "国荣", "海燕", "文博", "晓东", "雅琴", "志远"];
const ROADS = ["张杨路", "世纪大道", "体育西路", "中山北路", "解放路", "建设大街"];
const GOODS = [
  { code: "8518302000", name: "Wireless headphones", price: 24_900, origin: "DE", kg: 250 },
  { code: "9503002100", name: "Building blocks", price: 15_900, origin: "DE", kg: 600 },
  { code: "6109100010", name: "Cotton T-shirt", price: 8_900, origin: "VN", kg: 180 },
  { code: "3304990000", name: "Face cream 50 ml", price: 12_000, origin: "FR", kg: 120 },
] as const;

/** A resident number that nobody has: its region, 99, was never assigned. Its check character is right. */
export function inventedIdentity(random: () => number): string {
  const digits = (count: number, below = 10) => String(Math.floor(random() * below)).padStart(count, "0");
  const year = 1960 + Math.floor(random() * 40);
  const month = String(1 + Math.floor(random() * 12)).padStart(2, "0");
  const day = String(1 + Math.floor(random() * 28)).padStart(2, "0");
  const body = `99${digits(4, 10_000)}${year}${month}${day}${digits(3, 1_000)}`;
  let remainder = 0;
  for (const digit of body) remainder = ((remainder + Number(digit)) * 2) % 11;
  const check = (12 - remainder) % 11;
  return `${body}${check === 10 ? "X" : check}`;
}

function fen(amount: number): string {
  return `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
}

function kilograms(grams: number): string {
  return `${Math.floor(grams / 1_000)}.${String(grams % 1_000).padStart(3, "0")}`;
}

function pick<T>(random: () => number, from: readonly [T, ...T[]] | readonly T[]): T {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error("Nothing to pick from");
  return chosen;
}

function lines(random: () => number): readonly OrderLine[] {
  const count = 1 + Math.floor(random() * 3);
  return Array.from({ length: count }, (_, index) => {
    const goods = pick(random, GOODS);
    const quantity = 1 + Math.floor(random() * 2);
    return {
      number: index + 1,
      itemNumber: `SKU-${goods.code.slice(0, 4)}-${index + 1}`,
      name: goods.name,
      commodityCode: goods.code,
      itemRecordNumber: `R${goods.code}`,
      quantity: String(quantity),
      unit: "pcs",
      unitPrice: fen(goods.price),
      total: fen(goods.price * quantity),
      isGift: false,
      origin: goods.origin,
      netWeightKg: kilograms(goods.kg * quantity),
    };
  });
}

/** Records of one order that agree with one another in everything. The number makes it another order. */
export function cleanRecords(
  random: () => number,
  number: number,
): { order: Order; payment: Payment; waybill: Waybill } {
  const key = {
    platform: "P310000001",
    orderNumber: `TW${MATCH_DAY.replaceAll("-", "")}${String(number).padStart(8, "0")}`,
  };
  const goods = lines(random);
  const cents = (text: string) => Math.round(Number(text) * 100);
  const value = goods.reduce((total, line) => total + cents(line.total), 0);
  const freight = 1_000;
  const tax = Math.floor((value * 91) / 1_000);
  const discount = random() < 0.3 ? 500 : 0;
  const paid = fen(value + freight + tax - discount);
  const buyer = {
    name: `${pick(random, FAMILY)}${pick(random, GIVEN)}`,
    idType: "1",
    idNumber: inventedIdentity(random),
  };
  const recipient = {
    name: buyer.name,
    phone: `1990000${String(number % 10_000).padStart(4, "0")}`,
    address: `上海市浦东新区${pick(random, ROADS)}${1 + (number % 900)}号${1 + Math.floor(number / 900)}幢${100 + (number % 28)}室`,
  };
  const grams = goods.reduce((total, line) => total + Math.round(Number(line.netWeightKg) * 1_000), 0) + 100;
  const order: Order = {
    ...key,
    merchantName: "Tidewater Retail (invented) Ltd",
    placedAt: `${MATCH_DAY}T08:00:00+08:00`,
    currency: "CNY",
    goodsValue: fen(value),
    freight: fen(freight),
    tax: fen(tax),
    discount: fen(discount),
    actualPaid: paid,
    paymentTransaction: `PAY${number}`,
    buyer,
    identityCheck: null,
    identityEvidence: null,
    recipient,
    device: `device-${number}`,
    place: { bookNumber: "T2201W000001", areaCode: "2201", areaName: "Bonded zone" },
    grossWeightKg: kilograms(grams),
    lines: goods,
  };
  const payment: Payment = {
    ...key,
    firm: "Clearwater Pay (invented)",
    transaction: `PAY${number}`,
    payer: buyer,
    amountPaid: paid,
    currency: "CNY",
    paidAt: `${MATCH_DAY}T08:01:00+08:00`,
  };
  const waybill: Waybill = {
    ...key,
    carrier: "Harbour Express (invented)",
    number: `HX${String(number).padStart(10, "0")}`,
    recipient,
    freight: fen(freight),
    insurance: "0.00",
    currency: "CNY",
    weightKg: kilograms(grams),
    packages: "1",
    sentAt: `${MATCH_DAY}T09:00:00+08:00`,
  };
  return { order, payment, waybill };
}

/** An order of which everything agrees, with the declaration that is made from it. */
export function cleanTriple(random: () => number, number: number): Triple {
  const records = cleanRecords(random, number);
  return { ...records, inventory: inventoryOf(records.order, records.waybill) };
}

/** What the match is given beside the triple, when other orders hold nothing. */
export function matchContext(
  reference: Reference,
  simplify: Simplify,
  given: Partial<MatchContext> = {},
): MatchContext {
  const law = matchLaw(reference, MATCH_DAY);
  if (!law.ok) throw new Error(`No law for ${law.error.join(", ")}`);
  return {
    law: law.value,
    now: `${MATCH_DAY}T10:00:00+08:00`,
    simplify,
    waybillUses: [],
    paymentUses: [],
    quotaHeld: "0",
    sharedBy: { phone: 1, address: 1, device: 1, payer: 1 },
    bookAvailable: null,
    ...given,
  };
}
