import type { DocumentType } from "../document/document";
import {
  airWaybill,
  amount,
  bareNumber,
  documentNumber,
  firm,
  isLegalForm,
  party,
  place,
  portNotFirm,
  trackingNumber,
} from "./accept";
import type { HeaderField } from "./field";
import type { Sought } from "./labels";
import { parseCount, parseCountry, parseCurrency, parseDate, parseIncoterm, parseWeightKg } from "./parse-value";
import {
  anyDate,
  countOfPackages,
  currencyAtFigure,
  type Form,
  incotermAtPlace,
  invoiceSpokenOf,
  spokenPort,
} from "./unlabelled";

/** What is looked for: at which labels, what counts as a value, and by which form it is known without a label. */
interface Definition extends Sought {
  readonly name: HeaderField;
  /** Labels that others use as well; what stands at them must look the part. */
  readonly weak?: Sought;
  readonly form?: Form;
}

const NUMBER_MARK = "(\\s*(no|number|nr|num|n°|#|№)\\b\\.?|\\s*#)";

const INVOICE_NUMBER: Definition = {
  name: "invoice_number",
  labels: [
    `(commercial |our )?invoice${NUMBER_MARK}( ?[&/] ?date)?|inv\\.?${NUMBER_MARK}|发票号码?|发票编号`,
    "rechnungs-?(nr|nummer)\\.?|invoice ref(erence)?|facture n°",
  ],
  accept: documentNumber,
  form: { accept: invoiceSpokenOf, trust: 0.95 },
};
const DATE: Definition = {
  name: "date",
  labels: [
    "(invoice |issue |document )?date( of (issue|invoice))?|发票日期|日期|dated|rechnungsdatum|executed on|date \\(executed\\)",
    "place and date of issue|ship date|shipped on",
  ],
  accept: parseDate,
  places: ["same", "right", "below", "above"],
  form: { accept: anyDate, trust: 0.85 },
};
const SELLER: Definition = {
  name: "seller",
  labels: [
    "seller|exporter\\s*/\\s*seller|shipper\\s*/\\s*exporter|exporter|vendor|supplier|sold by|beneficiary|verkäufer|vendeur|卖方|出口商|发货人|销售方",
  ],
  accept: party,
  isRest: isLegalForm,
  places: ["same", "beside", "below"],
};
const BUYER: Definition = {
  name: "buyer",
  labels: [
    "buyer(\\s*/\\s*(consignee|importer))?|sold to|bill(ed)? to|importer|customer|invoice to|买方|进口商|购买方",
    "consignee|ship(ped)? to",
  ],
  accept: party,
  isRest: isLegalForm,
  places: ["same", "beside", "below"],
  weak: { labels: ["to|messrs\\.?|致|client|kunde|acheteur"], accept: firm, places: ["same", "beside", "below"] },
};
const SHIPPER: Definition = {
  name: "shipper",
  labels: [
    "shipper'?s? name( and address)?|shipper(\\s*/\\s*exporter)?|consignor(\\s*/\\s*exporter)?( name)?|exporter('s business name.*)?|sender|发货人|name and address of exporter|goods consigned from",
    "from",
  ],
  accept: party,
  isRest: isLegalForm,
  places: ["same", "beside", "below"],
};
const CONSIGNEE: Definition = {
  name: "consignee",
  labels: [
    "consignee'?s? name( and address)?|consignee|consigned to( order of)?|receiver|recipient|ship(ped)? to|deliver(y)? to|收货人|declared name and address of consignee|goods consigned to",
    "to",
  ],
  accept: party,
  isRest: isLegalForm,
  places: ["same", "beside", "below"],
};
const CURRENCY: Definition = {
  name: "currency",
  labels: [
    "currency( code)?|curr\\.?|币种|货币",
    "(grand |invoice )?total( amount| value| price)?( due)?|amount due|unit price|amount|total declared value|declared value for customs|金额|总价|单价",
  ],
  accept: parseCurrency,
  form: { accept: currencyAtFigure, trust: 0.93 },
};
const TOTAL: Definition = {
  name: "total",
  labels: [
    "grand total|invoice total|total invoice (value|amount)|total amount( due)?|amount due|合计金额|总金额|价税合计|total (customs )?value|customs value|invoice value|gesamtbetrag|total due",
    "total( (usd|eur|gbp|cny|jpy|rmb|hkd|sgd|aud|chf|cad))?\\b(?! (packages|pieces|qty|quantity|net|gross|weight|cartons|pcs|no))|合计|总计",
  ],
  accept: amount,
  places: ["same", "right"],
};
const TAX: Definition = {
  name: "tax",
  labels: ["vat( \\d+ ?%)?( amount)?|tax( amount)?|gst|sales tax|税额|mwst\\.?"],
  accept: amount,
  places: ["same", "right"],
};
const ORIGIN: Definition = {
  name: "country_of_origin",
  labels: [
    "country of (origin|manufacture)( of goods)?|origin( country)?|made in|原产国|原产地|place of origin|coo|c/o",
  ],
  accept: (text) => parseCountry(text) ?? parseCountry(/^[A-Z]{2}(?= )/.exec(text)?.[0] ?? ""),
};
const GROSS: Definition = {
  name: "gross_weight_kg",
  labels: [
    "(total )?gross( weight| wt\\.?)?( ?\\(?(kgs?|kg\\.)\\)?)?|g\\.?w\\.?\\b|毛重|总毛重|chargeable weight$|actual weight|act\\.? ?wgt\\.?",
    "weight",
  ],
  accept: (text) => parseWeightKg(text, true),
};
const NET: Definition = {
  name: "net_weight_kg",
  labels: ["(total )?net( weight| wt\\.?)( ?\\(?(kgs?|kg\\.)\\)?)?|n\\.?w\\.?\\b|净重|总净重"],
  accept: (text) => parseWeightKg(text, true),
};
const PACKAGES: Definition = {
  name: "packages",
  labels: [
    "(total )?(no\\.?|number) of (packages|pieces|cartons|pkgs|pieces rcp|packages received)( rcp)?|total (packages|cartons|pkgs|pieces)|number and (kind|description) of packages|packed in|packages|件数|包装件数|总件数|pieces|pkgs",
  ],
  accept: parseCount,
  form: { accept: countOfPackages, trust: 0.9 },
};
/** Where goods are carried a piece is a package; where they are sold it is an article. */
const PIECES: Definition = { ...PACKAGES, labels: [...PACKAGES.labels, "pcs"] };
const INCOTERM: Definition = {
  name: "incoterm",
  labels: [
    "(delivery |trade |price |sales )?(terms|incoterms?®?)( ?(of|2010|2020|\\(.*?\\)))?( (delivery|sale|trade))?|terms of (delivery|sale|trade)|贸易术语|成交方式|贸易条款|价格条款",
  ],
  accept: parseIncoterm,
  form: { accept: incotermAtPlace, trust: 0.93 },
};
const LOADING: Definition = {
  name: "port_of_loading",
  labels: [
    "port of (loading|departure|export)|airport of departure.*?(?=$)|from port|loading port|装货港|起运港|起运地|pol\\b|departure|origin id",
    "place of receipt",
  ],
  accept: place,
  weak: { labels: ["from|从"], accept: portNotFirm, places: ["same", "beside"] },
  form: { accept: spokenPort("from"), trust: 0.95 },
};
const DISCHARGE: Definition = {
  name: "port_of_discharge",
  labels: [
    "(declared )?(port|point) of (discharge|destination|entry|arrival)|airport of destination|discharge port|destination port|卸货港|目的港|目的地|pod\\b|destination",
  ],
  accept: place,
  weak: { labels: ["to|到|至"], accept: portNotFirm, places: ["same", "beside"] },
  form: { accept: spokenPort("to"), trust: 0.95 },
};
const FREIGHT: Definition = {
  name: "freight",
  labels: [
    "(ocean |air |sea |international )?freight( charges?| cost)?( \\([a-z]{3}\\))?( (usd|eur|gbp|cny|jpy))?|运费",
  ],
  accept: amount,
  places: ["same", "right"],
};
const INSURANCE: Definition = {
  name: "insurance",
  labels: ["insurance( charges?| premium| cost)?( \\([a-z]{3}\\))?( (usd|eur|gbp|cny|jpy))?|保险费?"],
  accept: amount,
  places: ["same", "right"],
};
const MASTER: Definition = {
  name: "master_number",
  labels: [`(m\\.?awb|master (air ?way ?bill|bill( of lading)?|b/?l)|mb/?l)${NUMBER_MARK}?`],
  accept: (text) => airWaybill(text) ?? documentNumber(text),
};
const CERTIFICATE: Definition = {
  name: "certificate_number",
  labels: [`(certificate|reference|cert\\.?|serial)${NUMBER_MARK}|证书编号|编号`],
  accept: documentNumber,
  weak: { labels: ["no\\.?|number"], accept: bareNumber },
};
const AWB_NUMBER: Definition = {
  name: "transport_number",
  labels: ["(house |master )?air ?way ?bill( no\\.?| number)?|awb( no\\.?| number)?|运单号|空运单号"],
  accept: airWaybill,
  form: { accept: airWaybill, trust: 0.97 },
};
const BL_NUMBER: Definition = {
  name: "transport_number",
  labels: [`(bill of lading|b\\/l|bl|fbl|hbl|sea waybill)${NUMBER_MARK}|提单号|document no\\.?|bill no\\.?`],
  accept: documentNumber,
  weak: { labels: ["fbl|hbl|h?b/l"], accept: bareNumber },
};
const HAWB_NUMBER: Definition = {
  name: "transport_number",
  labels: ["hawb( no\\.?| number)?|house air ?waybill( no\\.?)?"],
  accept: documentNumber,
};
const TRACKING: Definition = {
  name: "transport_number",
  labels: [`(tracking|trk|waybill|shipment|consignment|air waybill|awb|parcel)${NUMBER_MARK}?|运单号`],
  accept: trackingNumber,
};

const PRICED = [
  INVOICE_NUMBER,
  DATE,
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
const CARRIED = [DATE, SHIPPER, CONSIGNEE, LOADING, DISCHARGE, GROSS, PIECES, INVOICE_NUMBER, CURRENCY];
const CERTIFIED = [
  CERTIFICATE,
  DATE,
  SHIPPER,
  CONSIGNEE,
  ORIGIN,
  GROSS,
  NET,
  PACKAGES,
  INVOICE_NUMBER,
  LOADING,
  DISCHARGE,
];

/** What a document of each type is asked for; nothing is looked for where it would not stand. */
export const DEFINITIONS: Readonly<Record<DocumentType, readonly Definition[]>> = {
  commercial_invoice: PRICED,
  invoice: PRICED,
  receipt: [DATE, SELLER, CURRENCY, TOTAL, TAX, INVOICE_NUMBER],
  packing_list: [
    INVOICE_NUMBER,
    DATE,
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
  ],
  air_waybill: [AWB_NUMBER, ...CARRIED],
  house_air_waybill: [HAWB_NUMBER, MASTER, ...CARRIED],
  bill_of_lading: [BL_NUMBER, ...CARRIED],
  house_bill_of_lading: [BL_NUMBER, MASTER, ...CARRIED],
  express_waybill: [TRACKING, ORIGIN, TOTAL, ...CARRIED],
  postal_declaration: [TRACKING, TOTAL, ...CARRIED],
  certificate_of_origin: CERTIFIED,
  health_certificate: CERTIFIED,
  other: [],
};

/** Every label that is looked for, in any type of document. */
export const ALL_LABELS: readonly string[] = [
  ...new Set(
    Object.values(DEFINITIONS).flatMap((definitions) =>
      definitions.flatMap((definition) => [...definition.labels, ...(definition.weak?.labels ?? [])]),
    ),
  ),
];
