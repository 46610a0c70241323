import { z } from "zod";
import type { FeedKind, Order, Payment, Waybill } from "@/domain/three-documents/documents";
import { foldIdentity } from "@/domain/three-documents/normalise";

/** The columns of the feeds bear the names that they have in the customs messages, the misspelt one included. */

const text = (most: number) => z.string().trim().min(1).max(most);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((value) => value || null);
const money = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, "amount_form");
const figure = z.string().regex(/^\d{1,12}(\.\d{1,5})?$/, "amount_form");
const optionalFigure = z
  .union([figure, z.literal("")])
  .nullish()
  .transform((value) => value || null);

/** As it is written; what customs codes stand for is dated reference data. */
const currency = z.string().regex(/^(\d{3}|[A-Z]{3})$/, "currency_form");

/** `YYYYMMDDhhmmss` in the time of China, as on the wire, or ISO 8601 with its offset. */
const instant = z.string().transform((value, context) => {
  const wire = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(value);
  const iso = wire ? `${wire[1]}-${wire[2]}-${wire[3]}T${wire[4]}:${wire[5]}:${wire[6]}+08:00` : value;
  const isIso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.test(iso);
  // A day that does not exist is moved to one that does, and then no longer reads as it was written.
  const day = isIso && new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (
    day &&
    !Number.isNaN(day.getTime()) &&
    !Number.isNaN(Date.parse(iso)) &&
    day.toISOString().startsWith(iso.slice(0, 10))
  )
    return iso;
  context.addIssue({ code: "custom", message: "time_form" });
  return z.NEVER;
});

const identity = text(30).transform(foldIdentity);
const head = {
  /** 1 a new record, 2 a change of one that was sent before. */
  appType: z.enum(["1", "2"]).default("1"),
  ebpCode: text(50),
  orderNo: text(100),
};

const lineSchema = z.strictObject({
  gnum: z.coerce.number().int().min(1).max(999),
  itemNo: text(60),
  itemName: text(250),
  gcode: z
    .union([z.string().regex(/^\d{10}$/, "code_form"), z.literal("")])
    .nullish()
    .transform((value) => value || null),
  itemRecordNo: optional(40),
  country: z
    .union([z.string().regex(/^[A-Z]{2}$/, "origin_form"), z.literal("")])
    .nullish()
    .transform((value) => value || null),
  qty: figure,
  unit: text(20),
  price: figure,
  totalPrice: money,
  isGift: z.enum(["0", "1"]).default("0"),
  netWeight: optionalFigure,
  gmodel: optional(510),
  barCode: optional(50),
  qty1: optionalFigure,
  unit1: optional(20),
  qty2: optionalFigure,
  unit2: optional(20),
});

export const orderWire = z
  .strictObject({
    ...head,
    ebcName: text(100),
    orderTime: instant,
    goodsValue: money,
    freight: money,
    taxTotal: money,
    discount: money,
    acturalPaid: money,
    currency,
    payTransactionId: optional(60),
    buyerName: text(60),
    buyerIdType: text(1).default("1"),
    buyerIdNumber: identity,
    buyerIdCheck: z
      .enum(["CHECK_PASSED", "CHECK_NOT_PASSED", ""])
      .nullish()
      .transform((value) => value || null),
    buyerIdCheckNo: optional(60),
    consignee: text(100),
    consigneeTelephone: text(50),
    consigneeAddress: text(200),
    device: optional(100),
    emsNo: optional(30),
    areaCode: optional(18),
    areaName: optional(100),
    grossWeight: optionalFigure,
    lines: z.array(lineSchema).min(1).max(100),
  })
  .refine((order) => new Set(order.lines.map((line) => line.gnum)).size === order.lines.length, {
    message: "line_number_twice",
    path: ["lines"],
  });

export const paymentWire = z.strictObject({
  ...head,
  payName: text(100),
  payTransactionId: text(60),
  payerName: text(60),
  payerIdType: text(1).default("1"),
  payerIdNumber: identity,
  amountPaid: money,
  currency,
  payTime: instant,
});

export const waybillWire = z.strictObject({
  ...head,
  logisticsName: text(100),
  logisticsNo: text(60),
  consignee: text(100),
  consigneeTelephone: text(50),
  consigneeAddress: text(200),
  freight: money,
  insuredFee: money,
  currency,
  weight: figure,
  packNo: z.string().regex(/^\d{1,6}$/, "amount_form"),
  sendTime: instant,
});

/** A record as it came, in the product's own types; units and currencies still in the codes of its feed. */
export interface SentRecord {
  readonly record: Order | Payment | Waybill;
  readonly isChange: boolean;
}

function toOrder(wire: z.output<typeof orderWire>): Order {
  return {
    platform: wire.ebpCode,
    orderNumber: wire.orderNo,
    merchantName: wire.ebcName,
    placedAt: wire.orderTime,
    currency: wire.currency,
    goodsValue: wire.goodsValue,
    freight: wire.freight,
    tax: wire.taxTotal,
    discount: wire.discount,
    actualPaid: wire.acturalPaid,
    paymentTransaction: wire.payTransactionId,
    buyer: { name: wire.buyerName, idType: wire.buyerIdType, idNumber: wire.buyerIdNumber },
    identityCheck: wire.buyerIdCheck && (wire.buyerIdCheck === "CHECK_PASSED" ? "passed" : "not_passed"),
    identityEvidence: wire.buyerIdCheckNo,
    recipient: { name: wire.consignee, phone: wire.consigneeTelephone, address: wire.consigneeAddress },
    device: wire.device,
    place: { bookNumber: wire.emsNo, areaCode: wire.areaCode, areaName: wire.areaName },
    grossWeightKg: wire.grossWeight,
    lines: wire.lines
      .map((line) => ({
        number: line.gnum,
        itemNumber: line.itemNo,
        name: line.itemName,
        commodityCode: line.gcode,
        itemRecordNumber: line.itemRecordNo,
        quantity: line.qty,
        unit: line.unit,
        unitPrice: line.price,
        total: line.totalPrice,
        isGift: line.isGift === "1",
        origin: line.country,
        netWeightKg: line.netWeight,
        ...customsOf(line),
      }))
      .toSorted((a, b) => a.number - b.number),
  };
}

function customsOf(line: z.output<typeof lineSchema>): Pick<Order["lines"][number], "customs"> {
  const stated = Object.entries({
    elements: line.gmodel,
    barCode: line.barCode,
    legalQuantity: line.qty1,
    legalUnit: line.unit1,
    secondQuantity: line.qty2,
    secondUnit: line.unit2,
  }).filter(([, value]) => value !== null);
  return stated.length > 0 ? { customs: Object.fromEntries(stated) } : {};
}

function toPayment(wire: z.output<typeof paymentWire>): Payment {
  return {
    platform: wire.ebpCode,
    orderNumber: wire.orderNo,
    firm: wire.payName,
    transaction: wire.payTransactionId,
    payer: { name: wire.payerName, idType: wire.payerIdType, idNumber: wire.payerIdNumber },
    amountPaid: wire.amountPaid,
    currency: wire.currency,
    paidAt: wire.payTime,
  };
}

function toWaybill(wire: z.output<typeof waybillWire>): Waybill {
  return {
    platform: wire.ebpCode,
    orderNumber: wire.orderNo,
    carrier: wire.logisticsName,
    number: wire.logisticsNo,
    recipient: { name: wire.consignee, phone: wire.consigneeTelephone, address: wire.consigneeAddress },
    freight: wire.freight,
    insurance: wire.insuredFee,
    currency: wire.currency,
    weightKg: wire.weight,
    packages: wire.packNo,
    sentAt: wire.sendTime,
  };
}

const sent =
  <W extends { readonly appType: "1" | "2" }, R extends Order | Payment | Waybill>(toRecord: (wire: W) => R) =>
  (wire: W): SentRecord => ({ record: toRecord(wire), isChange: wire.appType === "2" });

/** Reads a record of a feed, or says what is wrong with it and where. */
export const FEED_SCHEMAS: Readonly<Record<FeedKind, z.ZodType<SentRecord>>> = {
  order: orderWire.transform(sent(toOrder)),
  payment: paymentWire.transform(sent(toPayment)),
  waybill: waybillWire.transform(sent(toWaybill)),
};

/** The columns of a feed's file, those that must be there first; the lines of an order are rows of their own. */
export const FEED_COLUMNS: Readonly<Record<FeedKind, readonly string[]>> = {
  order: [...Object.keys(orderWire.shape).filter((name) => name !== "lines"), ...Object.keys(lineSchema.shape)],
  payment: Object.keys(paymentWire.shape),
  waybill: Object.keys(waybillWire.shape),
};

/** Those of them without which there is no record. */
export const REQUIRED_COLUMNS: Readonly<Record<FeedKind, readonly string[]>> = {
  order: requiredOf({ ...orderWire.shape, ...lineSchema.shape }).filter((name) => name !== "lines"),
  payment: requiredOf(paymentWire.shape),
  waybill: requiredOf(waybillWire.shape),
};

function requiredOf(shape: Readonly<Record<string, z.ZodType>>): readonly string[] {
  return Object.keys(shape).filter((name) => shape[name]?.safeParse(undefined).success === false);
}

/** The columns of an order's lines; the others are of the order and the same on all its rows. */
export const LINE_COLUMNS: readonly string[] = Object.keys(lineSchema.shape);

/** How many records one request may carry. */
export const FEED_RECORDS = 1_000;
