import type { ReceiptMessage, RetailKind } from "@/domain/message/message";
import type { CebForm } from "./forms";

/** A receipt: its record, and the numbers that it names between its id and its status. */
export interface CebReceiptForm {
  readonly type: string;
  readonly record: string;
  readonly numbers: readonly (readonly [element: string, field: keyof ReceiptMessage["numbers"]])[];
}

const listNumbers: CebReceiptForm["numbers"] = [
  ["customsCode", "customsOffice"],
  ["ebpCode", "platformCode"],
  ["ebcCode", "merchantCode"],
  ["agentCode", "agentCode"],
  ["copNo", "ownNumber"],
  ["preNo", "preEntryNumber"],
  ["invtNo", "entryNumber"],
];
const applicationNumbers: CebReceiptForm["numbers"] = [
  ["customsCode", "customsOffice"],
  ["agentCode", "agentCode"],
  ["ebpCode", "platformCode"],
  ["ebcCode", "merchantCode"],
  ["copNo", "ownNumber"],
  ["preNo", "preEntryNumber"],
  ["invtNo", "entryNumber"],
];

export const RECEIPT_FORMS: Readonly<Record<RetailKind, CebReceiptForm>> = {
  order: {
    type: "312",
    record: "OrderReturn",
    numbers: [
      ["ebpCode", "platformCode"],
      ["ebcCode", "merchantCode"],
      ["orderNo", "orderNumber"],
    ],
  },
  payment: {
    type: "412",
    record: "PaymentReturn",
    numbers: [
      ["payCode", "payerCode"],
      ["payTransactionId", "paymentNumber"],
    ],
  },
  waybill: {
    type: "512",
    record: "LogisticsReturn",
    numbers: [
      ["logisticsCode", "carrierCode"],
      ["logisticsNo", "waybillNumber"],
    ],
  },
  inventory: { type: "622", record: "InventoryReturn", numbers: listNumbers },
  cancellation: { type: "624", record: "InvtCancelReturn", numbers: applicationNumbers },
  return: { type: "626", record: "InvtRefundReturn", numbers: applicationNumbers },
};

export const TAX_BILL: CebForm = {
  type: "816",
  record: "Tax",
  head: "TaxHeadRd",
  fields: [
    ["guid", "recordId"],
    ["returnTime", "returnedAt"],
    ["invtNo", "entryNumber"],
    ["taxNo", "taxNumber"],
    ["customsTax", "customsDuty"],
    ["valueAddedTax", "valueAddedTax"],
    ["consumptionTax", "consumptionTax"],
    ["status", "status"],
    ["entDutyNo", "taxNoteNumber"],
    ["note", "note"],
    ["assureCode", "guarantorCode"],
    ["ebcCode", "merchantCode"],
    ["logisticsCode", "carrierCode"],
    ["agentCode", "agentCode"],
    ["customsCode", "customsOffice"],
    ["orderNo", "orderNumber"],
    ["logisticsNo", "waybillNumber"],
  ],
  line: {
    element: "TaxListRd",
    fields: [
      ["gnum", "number"],
      ["gcode", "commodityCode"],
      ["taxPrice", "taxableValue"],
      ["customsTax", "customsDuty"],
      ["valueAddedTax", "valueAddedTax"],
      ["consumptionTax", "consumptionTax"],
    ],
  },
};

export const SCHEMA_ERROR_FORM: CebForm = {
  type: "900",
  record: "MessageReturn",
  head: null,
  fields: [
    ["guid", "recordId"],
    ["returnStatus", "status"],
    ["returnTime", "returnedAt"],
    ["returnInfo", "info"],
    ["oriCopMsgId", "originalMessageId"],
    ["oriMessageType", "originalType"],
    ["oriBizMessage", "originalContent"],
  ],
  line: null,
};
