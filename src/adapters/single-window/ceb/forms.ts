import type { ACTIONS, SUBMISSIONS } from "@/domain/message/forms";
import type { RetailKind } from "@/domain/message/message";

/** The elements of the retail messages in the order of the wire, each with the field that it carries. */
export type Elements = readonly (readonly [element: string, field: string])[];

/** One message type: its number, its elements, and how they are nested. */
export interface CebForm {
  readonly type: string;
  /** The element of one record under the root. */
  readonly record: string;
  /** The element of the head under the record; null where the record is the head. */
  readonly head: string | null;
  readonly fields: Elements;
  readonly line: { readonly element: string; readonly fields: Elements } | null;
}

export const CEB_NAMESPACE = "http://www.chinaport.gov.cn/ceb";
export const CEB_VERSION = "1.0";

export const ACTION_CODES: Readonly<Record<(typeof ACTIONS)[number], string>> = { new: "1", change: "2", delete: "3" };
export const SUBMISSION_CODES: Readonly<Record<(typeof SUBMISSIONS)[number], string>> = { draft: "1", declare: "2" };

const sent: Elements = [
  ["guid", "recordId"],
  ["appType", "action"],
  ["appTime", "sentAt"],
  ["appStatus", "submission"],
];
const platform: Elements = [
  ["ebpCode", "platformCode"],
  ["ebpName", "platformName"],
];
const sellers: Elements = [...platform, ["ebcCode", "merchantCode"], ["ebcName", "merchantName"]];
const carrier: Elements = [
  ["logisticsCode", "carrierCode"],
  ["logisticsName", "carrierName"],
];
const buyer: Elements = [
  ["buyerIdType", "buyerIdType"],
  ["buyerIdNumber", "buyerIdNumber"],
  ["buyerName", "buyerName"],
];
const agent: Elements = [
  ["agentCode", "agentCode"],
  ["agentName", "agentName"],
];

const ORDER: CebForm = {
  type: "311",
  record: "Order",
  head: "OrderHead",
  fields: [
    ...sent,
    ["orderType", "orderType"],
    ["orderNo", "orderNumber"],
    ...sellers,
    ["goodsValue", "goodsValue"],
    ["freight", "freight"],
    ["discount", "discount"],
    ["taxTotal", "taxTotal"],
    // The wire has it misspelt, and so must we.
    ["acturalPaid", "paidTotal"],
    ["currency", "currency"],
    ["buyerRegNo", "buyerAccount"],
    ["buyerName", "buyerName"],
    ["buyerTelephone", "buyerTelephone"],
    ["buyerIdType", "buyerIdType"],
    ["buyerIdNumber", "buyerIdNumber"],
    ["payCode", "payerCode"],
    ["payName", "payerName"],
    ["payTransactionId", "paymentNumber"],
    ["batchNumbers", "batchNumbers"],
    ["consignee", "consignee"],
    ["consigneeTelephone", "consigneeTelephone"],
    ["consigneeAddress", "consigneeAddress"],
    ["consigneeDistrict", "consigneeDistrict"],
    ["note", "note"],
  ],
  line: {
    element: "OrderList",
    fields: [
      ["gnum", "number"],
      ["itemNo", "itemNumber"],
      ["itemName", "itemName"],
      ["itemDescribe", "itemDescription"],
      ["barCode", "barCode"],
      ["unit", "unit"],
      ["qty", "quantity"],
      ["price", "price"],
      ["totalPrice", "total"],
      ["currency", "currency"],
      ["country", "origin"],
      ["note", "note"],
    ],
  },
};

const PAYMENT: CebForm = {
  type: "411",
  record: "Payment",
  head: "PaymentHead",
  fields: [
    ...sent,
    ["payCode", "payerCode"],
    ["payName", "payerName"],
    ["payTransactionId", "paymentNumber"],
    ["orderNo", "orderNumber"],
    ...platform,
    ["payerIdType", "personIdType"],
    ["payerIdNumber", "personIdNumber"],
    ["payerName", "personName"],
    ["telephone", "telephone"],
    ["amountPaid", "amountPaid"],
    ["currency", "currency"],
    ["payTime", "paidAt"],
    ["note", "note"],
  ],
  line: null,
};

const WAYBILL: CebForm = {
  type: "511",
  record: "Logistics",
  head: "LogisticsHead",
  fields: [
    ...sent,
    ...carrier,
    ["logisticsNo", "waybillNumber"],
    ["billNo", "billNumber"],
    ["orderNo", "orderNumber"],
    ["freight", "freight"],
    ["insuredFee", "insurance"],
    ["currency", "currency"],
    ["weight", "weightKg"],
    ["packNo", "packages"],
    ["goodsInfo", "goodsInfo"],
    ["consignee", "consignee"],
    ["consigneeAddress", "consigneeAddress"],
    ["consigneeTelephone", "consigneeTelephone"],
    ["note", "note"],
  ],
  line: null,
};

const INVENTORY: CebForm = {
  type: "621",
  record: "Inventory",
  head: "InventoryHead",
  fields: [
    ...sent,
    ["orderNo", "orderNumber"],
    ...sellers,
    ["logisticsNo", "waybillNumber"],
    ...carrier,
    ["copNo", "ownNumber"],
    ["preNo", "preEntryNumber"],
    ["assureCode", "guarantorCode"],
    ["emsNo", "accountBook"],
    ["invtNo", "entryNumber"],
    ["ieFlag", "direction"],
    ["declTime", "declaredOn"],
    ["customsCode", "customsOffice"],
    ["portCode", "portOfEntry"],
    ["ieDate", "enteredOn"],
    ...buyer,
    ["buyerTelephone", "buyerTelephone"],
    ["consigneeAddress", "consigneeAddress"],
    ...agent,
    ["areaCode", "areaCode"],
    ["areaName", "areaName"],
    ["tradeMode", "regime"],
    ["trafMode", "transportMode"],
    ["trafNo", "conveyance"],
    ["voyageNo", "voyage"],
    ["billNo", "billNumber"],
    ["loctNo", "supervisedPlace"],
    ["licenseNo", "licenceNumber"],
    ["country", "departureCountry"],
    ["freight", "freight"],
    ["insuredFee", "insurance"],
    ["currency", "currency"],
    ["wrapType", "packageKind"],
    ["packNo", "packages"],
    ["grossWeight", "grossWeightKg"],
    ["netWeight", "netWeightKg"],
    ["note", "note"],
  ],
  line: {
    element: "InventoryList",
    fields: [
      ["gnum", "number"],
      ["itemRecordNo", "accountItem"],
      ["itemNo", "itemNumber"],
      ["itemName", "itemName"],
      ["gcode", "commodityCode"],
      ["gname", "description"],
      ["gmodel", "elements"],
      ["barCode", "barCode"],
      ["country", "origin"],
      ["currency", "currency"],
      ["qty", "quantity"],
      ["unit", "unit"],
      ["qty1", "legalQuantity"],
      ["unit1", "legalUnit"],
      ["qty2", "secondQuantity"],
      ["unit2", "secondUnit"],
      ["price", "price"],
      ["totalPrice", "total"],
      ["note", "note"],
    ],
  },
};

const referring: Elements = [
  ...sent,
  ["customsCode", "customsOffice"],
  ["orderNo", "orderNumber"],
  ...sellers,
  ["logisticsNo", "waybillNumber"],
  ...carrier,
  ["copNo", "ownNumber"],
  ["preNo", "preEntryNumber"],
  ["invtNo", "entryNumber"],
  ...buyer,
  ["buyerTelephone", "buyerTelephone"],
  ...agent,
  ["reason", "reason"],
  ["note", "note"],
];

const CANCELLATION: CebForm = { type: "623", record: "InvtCancel", head: null, fields: referring, line: null };

const RETURN: CebForm = {
  type: "625",
  record: "InvtRefund",
  head: "InvtRefundHead",
  fields: referring,
  line: {
    element: "InvtRefundList",
    fields: [
      ["gnum", "number"],
      ["gcode", "commodityCode"],
      ["gname", "description"],
      ["qty", "quantity"],
      ["unit", "unit"],
    ],
  },
};

export const SENT_FORMS: Readonly<Record<RetailKind, CebForm>> = {
  order: ORDER,
  payment: PAYMENT,
  waybill: WAYBILL,
  inventory: INVENTORY,
  cancellation: CANCELLATION,
  return: RETURN,
};

export const TRANSFER_FIELDS: Elements = [
  ["copCode", "senderCode"],
  ["copName", "senderName"],
  ["dxpMode", "dxpMode"],
  ["dxpId", "channelId"],
  ["note", "note"],
];
