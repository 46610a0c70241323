import type { Order, Payment, Waybill } from "@/domain/three-documents/documents";

/** `YYYYMMDDhhmmss`, as on the wire; the instant is written in the time of China. */
function wireTime(instant: string): string {
  return instant.slice(0, 19).replace(/\D/g, "");
}

/** An order as its platform sends it. */
export function orderOnWire(order: Order) {
  return {
    ebpCode: order.platform,
    orderNo: order.orderNumber,
    ebcName: order.merchantName,
    orderTime: wireTime(order.placedAt),
    goodsValue: order.goodsValue,
    freight: order.freight,
    taxTotal: order.tax,
    discount: order.discount,
    acturalPaid: order.actualPaid,
    currency: "142",
    payTransactionId: order.paymentTransaction,
    buyerName: order.buyer.name,
    buyerIdNumber: order.buyer.idNumber,
    consignee: order.recipient.name,
    consigneeTelephone: order.recipient.phone,
    consigneeAddress: order.recipient.address,
    device: order.device,
    emsNo: order.place.bookNumber,
    areaCode: order.place.areaCode,
    areaName: order.place.areaName,
    grossWeight: order.grossWeightKg,
    lines: order.lines.map((line) => ({
      gnum: line.number,
      itemNo: line.itemNumber,
      itemName: line.name,
      gcode: line.commodityCode,
      itemRecordNo: line.itemRecordNumber,
      country: line.origin,
      qty: line.quantity,
      unit: "011",
      price: line.unitPrice,
      totalPrice: line.total,
      netWeight: line.netWeightKg,
      gmodel: `1|3|${line.name}|no brand`,
      qty1: line.netWeightKg ?? line.quantity,
      unit1: line.netWeightKg ? "035" : "011",
      qty2: line.netWeightKg ? line.quantity : null,
      unit2: line.netWeightKg ? "011" : null,
    })),
  };
}

/** A payment as its firm sends it. */
export function paymentOnWire(payment: Payment) {
  return {
    ebpCode: payment.platform,
    orderNo: payment.orderNumber,
    payName: payment.firm,
    payTransactionId: payment.transaction,
    payerName: payment.payer.name,
    payerIdNumber: payment.payer.idNumber,
    amountPaid: payment.amountPaid,
    currency: "142",
    payTime: wireTime(payment.paidAt),
  };
}

/** A parcel as its carrier sends it. */
export function waybillOnWire(waybill: Waybill) {
  return {
    ebpCode: waybill.platform,
    orderNo: waybill.orderNumber,
    logisticsName: waybill.carrier,
    logisticsNo: waybill.number,
    consignee: waybill.recipient.name,
    consigneeTelephone: waybill.recipient.phone,
    consigneeAddress: waybill.recipient.address,
    freight: waybill.freight,
    insuredFee: waybill.insurance,
    currency: "142",
    weight: waybill.weightKg,
    packNo: waybill.packages,
    sendTime: wireTime(waybill.sentAt),
  };
}
