import type { DocumentType } from "../document/document";
import { dischargePlace, loadingPlace } from "./accept-place";
import {
  AWB_NUMBER,
  BL_NUMBER,
  CARRIAGE_SPOKEN_OF,
  CERTIFICATE,
  HAWB_NUMBER,
  HBL_NUMBER,
  MASTER,
  TRACKING,
} from "./carriage-fields";
import { CERTIFIED_DATE, INVOICE_DATE, ISSUE_DATE, PACKED_DATE, SHIP_DATE } from "./date-fields";
import {
  BUYER,
  CARRIED_AT,
  CARRIED_WEIGHT,
  CONSIGNEE,
  CURRENCY,
  DECLARED,
  DELIVERED_TO,
  DISCHARGE,
  FLOWN_FROM,
  FLOWN_TO,
  FREIGHT,
  GROSS,
  INCOTERM,
  INSURANCE,
  INVOICE_NUMBER,
  INVOICE_SPOKEN_OF,
  LOADING,
  NET,
  ORIGIN,
  PACKED_INVOICE,
  PAID_NUMBER,
  PAID_TAX,
  PAID_TOTAL,
  SELLER,
  SHIPPER,
  SORTED_TO,
  TAX,
  TOTAL,
} from "./fields";
import { PACKAGES, PIECES } from "./package-fields";
import type { Sought } from "./seek";

const PRICED = [
  INVOICE_NUMBER,
  INVOICE_DATE,
  SELLER,
  BUYER,
  CURRENCY,
  TOTAL,
  TAX,
  ORIGIN,
  INCOTERM,
  LOADING,
  DISCHARGE,
  GROSS,
  NET,
  PACKAGES,
  FREIGHT,
  INSURANCE,
];
/** Invoices between neighbours name no ports, but are full of "from" and "to". */
const INVOICED = PRICED.map((sought) =>
  sought.accept === loadingPlace || sought.accept === dischargePlace
    ? { ...sought, at: sought.at.filter(([concept]) => concept.startsWith("port_of_")) }
    : sought,
);
const CARRIED = [ISSUE_DATE, ORIGIN, SHIPPER, CONSIGNEE, CARRIED_WEIGHT, PIECES, INVOICE_SPOKEN_OF];
const AT_SEA = [LOADING, DISCHARGE, ...CARRIED];
const IN_THE_AIR = [FLOWN_FROM, FLOWN_TO, ...CARRIED, CURRENCY, CARRIED_AT];
const CERTIFIED = [
  CERTIFICATE,
  CERTIFIED_DATE,
  SHIPPER,
  CONSIGNEE,
  ORIGIN,
  GROSS,
  NET,
  PACKAGES,
  INVOICE_SPOKEN_OF,
  CARRIAGE_SPOKEN_OF,
  LOADING,
  DISCHARGE,
];

/** What ties any paper to a shipment; of those that are of no known type only what is sure of it is read. */
const TYING = [
  CERTIFICATE,
  ISSUE_DATE,
  SHIPPER,
  CONSIGNEE,
  LOADING,
  DISCHARGE,
  GROSS,
  PACKAGES,
  CARRIAGE_SPOKEN_OF,
  MASTER,
  INVOICE_SPOKEN_OF,
];

/** What a document of each type is asked for; nothing is looked for where it would not stand. */
export const DEFINITIONS: Readonly<Record<DocumentType, readonly Sought[]>> = {
  commercial_invoice: [...PRICED, DELIVERED_TO, CARRIAGE_SPOKEN_OF],
  pro_forma_invoice: [...PRICED, DELIVERED_TO],
  invoice: INVOICED,
  receipt: [PAID_NUMBER, INVOICE_DATE, SELLER, CURRENCY, PAID_TOTAL, PAID_TAX],
  packing_list: [
    PACKED_INVOICE,
    PACKED_DATE,
    SELLER,
    BUYER,
    SHIPPER,
    CONSIGNEE,
    ORIGIN,
    GROSS,
    NET,
    PACKAGES,
    LOADING,
    DISCHARGE,
    INCOTERM,
    CARRIAGE_SPOKEN_OF,
  ],
  air_waybill: [AWB_NUMBER, ...IN_THE_AIR],
  house_air_waybill: [HAWB_NUMBER, MASTER, ...IN_THE_AIR],
  bill_of_lading: [BL_NUMBER, ...AT_SEA],
  house_bill_of_lading: [HBL_NUMBER, MASTER, ...AT_SEA],
  express_waybill: [
    TRACKING,
    ORIGIN,
    DECLARED,
    SHIP_DATE,
    FLOWN_FROM,
    SORTED_TO,
    SHIPPER,
    CONSIGNEE,
    CARRIED_WEIGHT,
    PIECES,
    INVOICE_SPOKEN_OF,
    CURRENCY,
    CARRIED_AT,
  ],
  postal_declaration: [
    TRACKING,
    ORIGIN,
    DECLARED,
    SHIP_DATE,
    SHIPPER,
    CONSIGNEE,
    CARRIED_WEIGHT,
    NET,
    PIECES,
    INVOICE_SPOKEN_OF,
    CURRENCY,
  ],
  certificate_of_origin: CERTIFIED,
  health_certificate: CERTIFIED,
  quality_report: [CERTIFICATE, ISSUE_DATE, SELLER, BUYER, ORIGIN, NET, INVOICE_SPOKEN_OF],
  product_label: [ORIGIN, NET],
  payment_slip: [ISSUE_DATE, CURRENCY, TOTAL, INVOICE_SPOKEN_OF],
  other: TYING,
};
