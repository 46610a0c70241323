import type { AnyFeedRecord, KeptRecord, OrderRecord, OrderState } from "@/application/order-record";
import { maskName } from "@/domain/declaration/consumer";
import type { ArticleFacts, FeedKind, Inventory, Order, Payment, Waybill } from "@/domain/three-documents/documents";
import { foldAddress, foldPhone } from "@/domain/three-documents/normalise";
import type { OrderPayment, OrderWaybill, RetailOrder, RetailOrderLine } from "./generated/client";
import type { Scope } from "./scope";
import { openJson, sealJson } from "./sealed";

type OrderRow = RetailOrder & { readonly lines: readonly RetailOrderLine[] };

/** The columns of an order by which it is listed and found; everything that names people is masked, a token or sealed. */
export function orderColumns(scope: Scope, order: Order) {
  const { vault, simplify } = scope;
  const { lines: _lines, ...head } = order;
  return {
    merchant: order.merchantName,
    placedAt: new Date(order.placedAt),
    goodsValue: order.goodsValue,
    buyerMasked: maskName(order.buyer.name),
    buyerToken: vault.tokenOf(order.buyer.idNumber),
    phoneToken: vault.tokenOf(foldPhone(order.recipient.phone)),
    addressToken: vault.tokenOf(foldAddress(order.recipient.address, simplify)),
    deviceToken: order.device === null ? null : vault.tokenOf(order.device),
    sealed: sealJson(scope, scope.organisationId, head),
  };
}

/** The rows of an order's lines. */
export function lineRows(scope: Scope, orderId: string, order: Order) {
  return order.lines.map(({ customs, ...line }) => ({
    ...line,
    ...(customs ? { customs: { ...customs } } : {}),
    organisationId: scope.organisationId,
    orderId,
  }));
}

/** The columns of a payment. */
export function paymentColumns(scope: Scope, payment: Payment) {
  return {
    firm: payment.firm,
    transaction: payment.transaction,
    payerToken: scope.vault.tokenOf(payment.payer.idNumber),
    sealed: sealJson(scope, scope.organisationId, payment),
  };
}

/** The columns of a parcel. */
export function waybillColumns(scope: Scope, waybill: Waybill) {
  return {
    carrier: waybill.carrier,
    number: waybill.number,
    sentOn: waybill.sentAt.slice(0, 10),
    sealed: sealJson(scope, scope.organisationId, waybill),
  };
}

/** What every record has, whatever its feed. */
export function headColumns(scope: Scope, { id, record }: KeptRecord, contentToken: string) {
  return {
    organisationId: scope.organisationId,
    id,
    platform: record.platform,
    orderNumber: record.orderNumber,
    contentToken,
    receivedAt: scope.world.now(),
  };
}

/** The order as its platform sent it. */
export function openOrder(scope: Scope, row: OrderRow): Order {
  const head = openJson<Omit<Order, "lines">>(scope, row.organisationId, row.sealed);
  const lines = row.lines.map(({ organisationId: _organisation, orderId: _order, customs, ...line }) => ({
    ...line,
    ...(customs ? { customs: customs as ArticleFacts } : {}),
  }));
  return { ...head, lines: lines.toSorted((a, b) => a.number - b.number) };
}

/** A payment or a parcel as its firm sent it; its sealed text holds the whole of it. */
export function openRecord<R extends AnyFeedRecord>(
  scope: Scope,
  row: { readonly organisationId: string; readonly sealed: Uint8Array },
): R {
  return openJson<R>(scope, row.organisationId, row.sealed);
}

/** The order with what came for it. */
export function toOrderRecord(
  scope: Scope,
  row: OrderRow,
  payment: OrderPayment | null,
  waybill: OrderWaybill | null,
): OrderRecord {
  const kinds = [
    ["order", row],
    ["payment", payment],
    ["waybill", waybill],
  ] as const satisfies readonly (readonly [FeedKind, unknown])[];
  return {
    organisationId: row.organisationId,
    id: row.id,
    state: row.state as OrderState,
    shipmentId: row.shipmentId,
    goodsValue: row.goodsValue.toFixed(2),
    order: { ...openOrder(scope, row), id: row.id },
    payment: payment && { ...openRecord<Payment>(scope, payment), id: payment.id },
    waybill: waybill && { ...openRecord<Waybill>(scope, waybill), id: waybill.id },
    declared: row.declared && openJson<Inventory>(scope, row.organisationId, row.declared),
    contested: kinds.flatMap(([kind, each]) => (each?.contested ? [{ kind, fields: each.contestedFields }] : [])),
  };
}
