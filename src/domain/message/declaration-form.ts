import { may, must, oneOf } from "./field";
import { ACTIONS } from "./forms";

/**
 * The general-trade declaration as a neutral list of fields: those of China's form (head and lines, field practice, not
 * checked at source) that CUSDEC and the WCO Data Model carry. Lengths are the shorter of the two where they differ.
 */
export const DECLARATION_HEAD = {
  ownNumber: must("text", 35),
  action: oneOf(ACTIONS),
  declaredAt: must("second", 20),
  senderCode: must("text", 35),
  receiverCode: must("text", 35),
  regime: must("digits", 4),
  customsOffice: must("text", 25),
  accountBook: may("text", 35),
  consigneeCode: must("text", 18),
  consigneeName: must("text", 70),
  consignorName: must("text", 70),
  agentCode: must("text", 18),
  agentName: must("text", 70),
  transportMode: must("digits", 1),
  conveyance: may("text", 35),
  voyage: may("text", 17),
  billNumber: must("text", 35),
  goodsLocation: may("text", 25),
  portOfLoading: may("text", 25),
  portOfDischarge: may("text", 25),
  departureCountry: must("country", 2),
  tradeCountry: may("country", 2),
  incoterm: must("text", 3, { pattern: /^[A-Z]{3}$/ }),
  contractNumber: may("text", 35),
  licenceNumber: may("text", 35),
  invoiceNumber: must("text", 35),
  invoicedOn: must("day", 10),
  currency: must("currency", 3),
  invoiceTotal: must("decimal", 18, { fraction: 5 }),
  freight: may("decimal", 18, { fraction: 5 }),
  insurance: may("decimal", 18, { fraction: 5 }),
  packages: must("digits", 8),
  packageKind: may("text", 7),
  grossWeightKg: must("decimal", 18, { fraction: 5 }),
  netWeightKg: may("decimal", 18, { fraction: 5 }),
  remarks: may("text", 255),
} as const;

export const DECLARATION_LINE = {
  number: must("digits", 5),
  commodityCode: must("digits", 13, { pattern: /^(\d{10}|\d{13})$/ }),
  description: must("text", 255),
  elements: may("text", 255),
  origin: must("country", 2),
  quantity: must("decimal", 18, { fraction: 5 }),
  unit: must("unit", 6),
  legalQuantity: may("decimal", 18, { fraction: 5 }),
  legalUnit: may("unit", 6),
  secondQuantity: may("decimal", 18, { fraction: 5 }),
  secondUnit: may("unit", 6),
  unitPrice: may("decimal", 18, { fraction: 8 }),
  amount: must("decimal", 18, { fraction: 5 }),
  netWeightKg: may("decimal", 18, { fraction: 5 }),
  packages: may("digits", 8),
  packageKind: may("text", 7),
} as const;

/** A tax as worked out for a line, in the currency of the country. */
export const LINE_DUTY = {
  /** The kind of tax: `CUD` customs duty, `ADD` anti-dumping duty, `VAT`, `EXC` consumption tax (UN/EDIFACT 5153). */
  tax: oneOf(["CUD", "ADD", "VAT", "EXC"]),
  rate: may("decimal", 17, { fraction: 6 }),
  base: must("decimal", 18, { fraction: 5 }),
  amount: must("decimal", 18, { fraction: 5 }),
} as const;

/** A paper that goes with the declaration or one of its lines: its kind (UN/EDIFACT 1001) and its number. */
export const SUPPORTING_DOCUMENT = { type: must("text", 3), number: must("text", 35) } as const;

/** The declaration, entry or movement from which the goods come, and which line of it. */
export const PREVIOUS_DOCUMENT = {
  type: must("text", 3),
  number: must("text", 35),
  line: may("digits", 5),
} as const;
