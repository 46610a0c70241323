import { type FieldRule, may, must, oneOf } from "./field";

/**
 * The forms of cross-border e-commerce retail imports as one neutral list of fields each, in the order in which China's
 * single window has them. Lengths and lists are those of the CEB messages as public clients of it comment them; field
 * practice, not checked at source.
 */

/** What is done with what was sent before under the same number. */
export const ACTIONS = ["new", "change", "delete"] as const;
/** A draft is only kept; what is declared has to be signed. */
export const SUBMISSIONS = ["draft", "declare"] as const;

export const MESSAGE_ID = /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/;
/** A letter, the day and nine digits: `B20261127000000001`. */
const PRE_ENTRY = /^[A-Z]\d{17}$/;
/** Customs office, year, direction and nine digits: `29242026I000000001`. */
const ENTRY = /^\d{8}[IE]\d{9}$/;

const messageId = must("text", 36, { pattern: MESSAGE_ID });
const money = { fraction: 5 } as const;
const amount = must("decimal", 19, money);
const quantity = must("decimal", 19, { fraction: 5 });
const party = must("text", 18);
const name = must("text", 100);
const note = may("text", 1000);
const retailCurrency: FieldRule<true> = must("currency", 3, { codes: ["CNY"] });
const lineNumber = must("digits", 4);
const entryNumber = { pattern: ENTRY } as const;
const preEntryNumber = { pattern: PRE_ENTRY } as const;

const sent = {
  recordId: messageId,
  action: oneOf(ACTIONS),
  sentAt: must("second", 20),
  submission: oneOf(SUBMISSIONS),
} as const;

const buyer = {
  /** `1` is the resident identity card, the only one that retail imports take. */
  buyerIdType: oneOf(["1"]),
  buyerIdNumber: must("text", 60),
  buyerName: must("text", 60),
} as const;

const sellers = { platformCode: party, platformName: name, merchantCode: party, merchantName: name } as const;

export const ORDER_HEAD = {
  ...sent,
  orderType: oneOf(["I"]),
  orderNumber: must("text", 60),
  ...sellers,
  goodsValue: amount,
  freight: amount,
  discount: amount,
  taxTotal: amount,
  paidTotal: amount,
  currency: retailCurrency,
  buyerAccount: must("text", 60),
  buyerName: must("text", 60),
  buyerTelephone: may("text", 30),
  buyerIdType: buyer.buyerIdType,
  buyerIdNumber: buyer.buyerIdNumber,
  payerCode: may("text", 18),
  payerName: may("text", 100),
  paymentNumber: may("text", 60),
  batchNumbers: may("text", 100),
  consignee: must("text", 100),
  consigneeTelephone: must("text", 50),
  consigneeAddress: must("text", 200),
  consigneeDistrict: may("text", 6),
  note,
} as const;

export const ORDER_LINE = {
  number: lineNumber,
  itemNumber: may("text", 30),
  itemName: must("text", 250),
  itemDescription: may("text", 1000),
  barCode: may("text", 50),
  unit: must("unit", 6),
  quantity,
  price: amount,
  total: amount,
  currency: retailCurrency,
  origin: must("country", 2),
  note,
} as const;

export const PAYMENT_HEAD = {
  ...sent,
  payerCode: party,
  payerName: name,
  paymentNumber: must("text", 60),
  orderNumber: must("text", 60),
  platformCode: party,
  platformName: name,
  personIdType: oneOf(["1"]),
  personIdNumber: must("text", 60),
  personName: must("text", 60),
  telephone: may("text", 30),
  amountPaid: amount,
  currency: retailCurrency,
  paidAt: must("second", 20),
  note,
} as const;

export const WAYBILL_HEAD = {
  ...sent,
  carrierCode: party,
  carrierName: name,
  waybillNumber: must("text", 60),
  billNumber: may("text", 37),
  orderNumber: may("text", 60),
  freight: amount,
  insurance: amount,
  currency: retailCurrency,
  weightKg: quantity,
  packages: must("digits", 9),
  goodsInfo: may("text", 200),
  consignee: must("text", 100),
  consigneeAddress: must("text", 200),
  consigneeTelephone: must("text", 50),
  note,
} as const;

export const INVENTORY_HEAD = {
  ...sent,
  orderNumber: must("text", 60),
  ...sellers,
  waybillNumber: must("text", 60),
  carrierCode: party,
  carrierName: name,
  ownNumber: must("text", 20),
  preEntryNumber: may("text", 18, preEntryNumber),
  guarantorCode: must("text", 30),
  accountBook: may("text", 30),
  entryNumber: may("text", 18, entryNumber),
  direction: oneOf(["I"]),
  declaredOn: must("day", 10),
  customsOffice: must("digits", 4),
  portOfEntry: must("digits", 4),
  enteredOn: must("day", 10),
  ...buyer,
  buyerTelephone: must("text", 30),
  consigneeAddress: must("text", 200),
  agentCode: party,
  agentName: name,
  areaCode: may("text", 18),
  areaName: may("text", 100),
  regime: must("digits", 4, { codes: ["1210", "1239", "9610"] }),
  transportMode: must("text", 1),
  conveyance: may("text", 100),
  voyage: may("text", 32),
  billNumber: may("text", 37),
  supervisedPlace: may("text", 10),
  licenceNumber: may("text", 19),
  departureCountry: must("country", 2),
  freight: amount,
  insurance: amount,
  currency: retailCurrency,
  packageKind: may("text", 1),
  /** One parcel to one consumer. */
  packages: must("digits", 9, { codes: ["1"] }),
  grossWeightKg: quantity,
  netWeightKg: quantity,
  note,
} as const;

export const INVENTORY_LINE = {
  number: lineNumber,
  accountItem: may("text", 30),
  itemNumber: may("text", 30),
  itemName: may("text", 250),
  commodityCode: must("digits", 10, { pattern: /^\d{10}$/ }),
  description: must("text", 250),
  elements: must("text", 510),
  barCode: may("text", 50),
  origin: must("country", 2),
  currency: retailCurrency,
  quantity,
  unit: must("unit", 6),
  legalQuantity: quantity,
  legalUnit: must("unit", 6),
  secondQuantity: may("decimal", 19, { fraction: 5 }),
  secondUnit: may("unit", 6),
  price: amount,
  total: amount,
  note,
} as const;

const referring = {
  ...sent,
  customsOffice: must("digits", 4),
  orderNumber: must("text", 60),
  ...sellers,
  waybillNumber: must("text", 60),
  carrierCode: party,
  carrierName: name,
  ownNumber: must("text", 20),
  preEntryNumber: may("text", 18, preEntryNumber),
  entryNumber: must("text", 18, entryNumber),
  ...buyer,
  buyerTelephone: may("text", 30),
  agentCode: party,
  agentName: name,
  reason: must("text", 1000),
  note,
} as const;

export const CANCELLATION_HEAD = referring;
export const RETURN_HEAD = referring;

export const RETURN_LINE = {
  number: lineNumber,
  commodityCode: must("digits", 10, { pattern: /^\d{10}$/ }),
  description: must("text", 250),
  quantity,
  unit: must("unit", 6),
} as const;

/** Who transmits, and through which channel of the single window. */
export const TRANSFER = {
  senderCode: party,
  senderName: name,
  /** The channel that the single window gave to the sender, such as `DXPENT0000000000`. */
  channelId: must("text", 30),
  note,
} as const;

/** Numbers by which a receipt says what it answers; which of them stand there depends on the form. */
export const RECEIPT_NUMBERS = {
  customsOffice: may("digits", 4),
  platformCode: may("text", 18),
  merchantCode: may("text", 18),
  agentCode: may("text", 18),
  payerCode: may("text", 18),
  carrierCode: may("text", 18),
  paymentNumber: may("text", 60),
  waybillNumber: may("text", 60),
  orderNumber: may("text", 60),
  ownNumber: may("text", 35),
  preEntryNumber: may("text", 18, preEntryNumber),
  entryNumber: may("text", 18, entryNumber),
} as const;

/** What every receipt has beside its numbers. */
export const RECEIPT = {
  recordId: messageId,
  status: must("text", 10, { pattern: /^-?\d+$/ }),
  returnedAt: must("instant", 24),
} as const;

export const SCHEMA_ERROR = {
  ...RECEIPT,
  info: must("text", 2000),
  originalMessageId: may("text", 36),
  originalType: may("text", 30),
  originalContent: may("text", 100_000),
} as const;

export const TAX_BILL_HEAD = {
  recordId: messageId,
  returnedAt: must("instant", 24),
  entryNumber: must("text", 18, entryNumber),
  taxNumber: must("text", 32),
  customsDuty: amount,
  valueAddedTax: amount,
  consumptionTax: amount,
  /** `1` made, `2` summarised, `3` cancelled; field practice, not checked at source. */
  status: oneOf(["1", "2", "3"]),
  taxNoteNumber: may("text", 32),
  note,
  guarantorCode: may("text", 30),
  merchantCode: may("text", 18),
  carrierCode: may("text", 18),
  agentCode: may("text", 18),
  customsOffice: may("digits", 4),
  orderNumber: may("text", 60),
  waybillNumber: may("text", 60),
} as const;

export const TAX_BILL_LINE = {
  number: lineNumber,
  commodityCode: must("digits", 10, { pattern: /^\d{10}$/ }),
  taxableValue: amount,
  customsDuty: amount,
  valueAddedTax: amount,
  consumptionTax: amount,
} as const;
