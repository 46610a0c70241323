import type { Fact } from "../declaration/facts";
import type { DocumentType } from "../document/document";
import type { FeedSource, Method } from "../shared/sourced";
import type { FeedKind, Order, Payment, Waybill } from "./documents";
import { netWeight } from "./inventory";
import { foldName, type Simplify } from "./normalise";

/** The records of one order with their ids. */
export interface FeedRecords {
  readonly order: Order & { readonly id: string };
  readonly payment: (Payment & { readonly id: string }) | null;
  readonly waybill: (Waybill & { readonly id: string }) | null;
}

/**
 * What the records of an order state of its declaration. In a retail import the order takes the place of the invoice and
 * the carrier's record that of the transport document, so each speaks where that one would. The price of an order holds
 * no carriage, which is stated beside it, as under FCA.
 */
export function feedFacts({ order, waybill }: FeedRecords, simplify: Simplify): readonly Fact[] {
  const ofOrder = stater("order", order.id, "commercial_invoice");
  const net = netWeight(order);
  return [
    ofOrder("invoice_number", order.orderNumber),
    ofOrder("date", order.placedAt.slice(0, 10)),
    ofOrder("seller", order.merchantName),
    ofOrder("buyer", order.buyer.name),
    ofOrder("currency", order.currency),
    ofOrder("total", order.goodsValue),
    ofOrder("incoterm", "FCA", null, "derived"),
    ...(order.grossWeightKg === null ? [] : [ofOrder("gross_weight_kg", order.grossWeightKg)]),
    ...(net === null ? [] : [ofOrder("net_weight_kg", net, null, order.lines.length > 1 ? "derived" : "feed")]),
    ...order.lines.flatMap((line) => [
      ofOrder("description", line.name, line.number),
      ofOrder("quantity", line.quantity, line.number),
      ofOrder("unit", line.unit, line.number),
      ofOrder("unit_price", line.unitPrice, line.number),
      ofOrder("amount", line.total, line.number),
      ...optional(ofOrder, "hs_code", line.commodityCode, line.number),
      ...optional(ofOrder, "origin", line.origin, line.number),
      ...optional(ofOrder, "net_weight_kg", line.netWeightKg, line.number),
    ]),
    ...(waybill ? carriage(order, waybill, simplify) : []),
  ];
}

function carriage(order: Order, waybill: Waybill & { readonly id: string }, simplify: Simplify): readonly Fact[] {
  const ofWaybill = stater("waybill", waybill.id, "express_waybill");
  const { name } = waybill.recipient;
  // One name in two scripts is one name; whoever compares it later compares letters.
  const isBuyer = foldName(name, simplify) === foldName(order.buyer.name, simplify);
  return [
    ofWaybill("transport_number", waybill.number),
    ofWaybill("consignee", isBuyer ? order.buyer.name : name),
    ofWaybill("packages", waybill.packages),
    ofWaybill("freight", waybill.freight),
    ofWaybill("insurance", waybill.insurance),
    ...(order.grossWeightKg === null ? [ofWaybill("gross_weight_kg", waybill.weightKg)] : []),
  ];
}

type Stater = (name: string, value: string, line?: number | null, method?: Method) => Fact;

function stater(kind: FeedKind, recordId: string, documentType: DocumentType): Stater {
  const feed: FeedSource = { kind, recordId };
  return (name, value, line = null, method = "feed") => ({
    id: `${recordId}:${line ?? ""}:${name}`,
    documentId: null,
    documentType,
    name,
    line,
    value,
    page: null,
    box: null,
    confidence: 1,
    method,
    status: "suggested",
    confirmedBy: null,
    feed,
  });
}

function optional(state: Stater, name: string, value: string | null, line: number): readonly Fact[] {
  return value === null ? [] : [state(name, value, line)];
}
