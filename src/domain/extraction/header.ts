import type { DocumentType } from "../document/document";
import { hasAirWaybillCheckDigit, hasContainerCheckDigit } from "../document/transport-number";
import type { HeaderField } from "./field";
import type { Accept } from "./labels";
import {
  parseAmount,
  parseCount,
  parseCountry,
  parseCurrency,
  parseDate,
  parseIncoterm,
  parseWeightKg,
} from "./parse-value";

/** What is looked for: at which labels, and what counts as a value. */
interface Definition {
  readonly name: HeaderField;
  readonly labels: readonly RegExp[];
  readonly accept: Accept;
  readonly places?: readonly ("same" | "right" | "below")[];
}

const number: Accept = (text) => {
  const match = /^[#:\s]*([A-Z0-9][A-Z0-9\-/._]{2,30})\b/i.exec(text);
  return match?.[1] && /\d/.test(match[1]) && parseDate(text) === null ? match[1].replace(/[.\-_/]+$/, "") : null;
};

const LABEL_WORDS =
  /^(tel|fax|phone|e-?mail|address|add\.?|attn|vat|tax id|date|no\.?|name|account|ref|nif|eori|invoice|page|terms|currency|shipper|consignee|buyer|seller|exporter|importer|notify|airport|port)\b\s*[:.]?/i;

const party: Accept = (text) => {
  const name = text.replace(/^\(?(name|complete name.*?address|name and address|company)\)?\s*[:：]?\s*/i, "").trim();
  const hasName =
    /\p{L}{2,}.*\p{L}/u.test(name) &&
    !/^\d/.test(name) &&
    !LABEL_WORDS.test(name) &&
    name.length >= 4 &&
    name.length <= 90;
  return hasName && !/[:：]$/.test(name) ? name.replace(/[,;]$/, "") : null;
};

const place: Accept = (text) => {
  const name = text.trim().replace(/[,;]$/, "");
  return /^[\p{L}][\p{L}\s.,'()/-]{2,50}$/u.test(name) && !LABEL_WORDS.test(name) ? name : null;
};

const amount: Accept = (text) => {
  const stripped = text.replace(/[A-Z]{2,3}\$?|US\$|[€£$¥]/g, " ").trim();
  return /^[-\d.,'’\s]+$/.test(stripped) && /\d/.test(stripped) ? parseAmount(stripped) : null;
};

const airWaybill: Accept = (text) => {
  const match = /(?<!\d)(\d{3})[\s-]?(\d{4})\s?(\d{4})(?!\d)/.exec(text);
  if (!match) return null;
  const shown = `${match[1]}-${match[2]}${match[3]}`;
  return hasAirWaybillCheckDigit(shown) ? shown : null;
};

const NUMBER_MARK = "(\\s*(no|number|nr|num|n°|#|№)\\b\\.?|\\s*#)";
const label = (words: string) => new RegExp(`^(${words})(?![\\p{Script=Latin}'’])\\s*[:：]?`, "iu");

const INVOICE_NUMBER: Definition = {
  name: "invoice_number",
  labels: [
    label(`(commercial |our )?invoice${NUMBER_MARK}( ?[&/] ?date)?|inv\\.?${NUMBER_MARK}|发票号码?|发票编号`),
    label("rechnungs-?(nr|nummer)\\.?|invoice ref(erence)?|facture n°"),
  ],
  accept: number,
};
const DATE: Definition = {
  name: "date",
  labels: [
    label(
      "(invoice |issue |document )?date( of (issue|invoice))?|发票日期|日期|dated|rechnungsdatum|executed on|date \\(executed\\)|place and date of issue",
    ),
  ],
  accept: parseDate,
};
const SELLER: Definition = {
  name: "seller",
  labels: [
    label(
      "seller|exporter\\s*/\\s*seller|shipper\\s*/\\s*exporter|exporter|vendor|supplier|sold by|from|卖方|出口商|发货人|销售方",
    ),
  ],
  accept: party,
  places: ["same", "below"],
};
const BUYER: Definition = {
  name: "buyer",
  labels: [
    label(
      "buyer(\\s*/\\s*(consignee|importer))?|sold to|bill(ed)? to|importer|customer|invoice to|买方|进口商|购买方|consignee",
    ),
  ],
  accept: party,
  places: ["same", "below"],
};
const SHIPPER: Definition = {
  name: "shipper",
  labels: [
    label(
      "shipper'?s? name( and address)?|shipper(\\s*/\\s*exporter)?|consignor(\\s*/\\s*exporter)?( name)?|exporter('s business name.*)?|sender|from|发货人|name and address of exporter|goods consigned from",
    ),
  ],
  accept: party,
  places: ["same", "below"],
};
const CONSIGNEE: Definition = {
  name: "consignee",
  labels: [
    label(
      "consignee'?s? name( and address)?|consignee|consigned to( order of)?|receiver|recipient|ship(ped)? to|deliver(y)? to|收货人|declared name and address of consignee|goods consigned to|to",
    ),
  ],
  accept: party,
  places: ["same", "below"],
};
const CURRENCY: Definition = {
  name: "currency",
  labels: [
    label("currency( code)?|curr\\.?|币种|货币"),
    label(
      "(grand |invoice )?total( amount| value| price)?( due)?|amount due|unit price|amount|total declared value|declared value for customs|金额|总价|单价",
    ),
  ],
  accept: parseCurrency,
};
const TOTAL: Definition = {
  name: "total",
  labels: [
    label(
      "grand total|invoice total|total invoice (value|amount)|total amount( due)?|amount due|合计金额|总金额|价税合计|total value|gesamtbetrag|total due",
    ),
    label(
      "total( (usd|eur|gbp|cny|jpy|rmb|hkd|sgd|aud|chf|cad))?\\b(?! (packages|pieces|qty|quantity|net|gross|weight|cartons|pcs|no))|合计|总计",
    ),
  ],
  accept: amount,
  places: ["same", "right"],
};
const TAX: Definition = {
  name: "tax",
  labels: [label("vat( \\d+ ?%)?( amount)?|tax( amount)?|gst|sales tax|税额|mwst\\.?")],
  accept: amount,
  places: ["same", "right"],
};
const ORIGIN: Definition = {
  name: "country_of_origin",
  labels: [
    label("country of (origin|manufacture)( of goods)?|origin( country)?|made in|原产国|原产地|place of origin"),
  ],
  accept: parseCountry,
};
const GROSS: Definition = {
  name: "gross_weight_kg",
  labels: [
    label(
      "(total )?gross( weight| wt\\.?)?( ?\\(?(kgs?|kg\\.)\\)?)?|g\\.?w\\.?\\b|毛重|总毛重|chargeable weight$|actual weight|weight",
    ),
  ],
  accept: (text) => parseWeightKg(text, true),
};
const NET: Definition = {
  name: "net_weight_kg",
  labels: [label("(total )?net( weight| wt\\.?)( ?\\(?(kgs?|kg\\.)\\)?)?|n\\.?w\\.?\\b|净重|总净重")],
  accept: (text) => parseWeightKg(text, true),
};
const PACKAGES: Definition = {
  name: "packages",
  labels: [
    label(
      "(total )?(no\\.?|number) of (packages|pieces|cartons|pkgs|pieces rcp|packages received)( rcp)?|total (packages|cartons|pkgs|pieces)|packages|件数|包装件数|总件数|pieces|pkgs",
    ),
  ],
  accept: parseCount,
};
const INCOTERM: Definition = {
  name: "incoterm",
  labels: [
    label(
      "(delivery |trade |price |sales )?(terms|incoterms?®?)( ?(of|2010|2020|\\(.*?\\)))?( (delivery|sale|trade))?|terms of (delivery|sale|trade)|贸易术语|成交方式|贸易条款|价格条款",
    ),
  ],
  accept: parseIncoterm,
};
const LOADING: Definition = {
  name: "port_of_loading",
  labels: [
    label(
      "port of (loading|departure|export)|airport of departure.*?(?=$)|place of receipt|from port|loading port|装货港|起运港|起运地|pol\\b|departure",
    ),
  ],
  accept: place,
};
const DISCHARGE: Definition = {
  name: "port_of_discharge",
  labels: [
    label(
      "port of (discharge|destination|entry|arrival)|airport of destination|discharge port|destination port|卸货港|目的港|目的地|pod\\b|destination",
    ),
  ],
  accept: place,
};
const FREIGHT: Definition = {
  name: "freight",
  labels: [
    label(
      "(ocean |air |sea |international )?freight( charges?| cost)?( \\([a-z]{3}\\))?( (usd|eur|gbp|cny|jpy))?|运费",
    ),
  ],
  accept: amount,
  places: ["same", "right"],
};
const INSURANCE: Definition = {
  name: "insurance",
  labels: [label("insurance( charges?| premium| cost)?( \\([a-z]{3}\\))?( (usd|eur|gbp|cny|jpy))?|保险费?")],
  accept: amount,
  places: ["same", "right"],
};
const MASTER: Definition = {
  name: "master_number",
  labels: [label("mawb( no\\.?)?|master (air ?waybill|bill)( no\\.?)?|mbl( no\\.?)?")],
  accept: (text) => airWaybill(text) ?? number(text),
};
const CERTIFICATE: Definition = {
  name: "certificate_number",
  labels: [label(`(certificate|reference|cert\\.?|serial)${NUMBER_MARK}|no\\.|证书编号|编号`)],
  accept: number,
};
const AWB_NUMBER: Definition = {
  name: "transport_number",
  labels: [label("(house |master )?air ?way ?bill( no\\.?| number)?|awb( no\\.?| number)?|运单号|空运单号"), /^\d{3}/],
  accept: airWaybill,
};
const BL_NUMBER: Definition = {
  name: "transport_number",
  labels: [label(`(bill of lading|b\\/l|bl|fbl|hbl|sea waybill)${NUMBER_MARK}|提单号|document no\\.?|bill no\\.?`)],
  accept: number,
};
const HAWB_NUMBER: Definition = {
  name: "transport_number",
  labels: [label("hawb( no\\.?| number)?|house air ?waybill( no\\.?)?")],
  accept: number,
};
const TRACKING: Definition = {
  name: "transport_number",
  labels: [label(`(tracking|waybill|shipment|consignment|air waybill|awb)${NUMBER_MARK}?|运单号`)],
  accept: (text) =>
    airWaybill(text) ??
    (/^[A-Z0-9 ]{8,24}$/i.test(text.trim()) && /\d{6}/.test(text.replace(/ /g, "")) ? text.replace(/ /g, "") : null),
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
const CARRIED = [DATE, SHIPPER, CONSIGNEE, LOADING, DISCHARGE, GROSS, PACKAGES, INVOICE_NUMBER, CURRENCY];
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
  express_waybill: [TRACKING, ORIGIN, ...CARRIED],
  postal_declaration: [TRACKING, ...CARRIED],
  certificate_of_origin: CERTIFIED,
  health_certificate: CERTIFIED,
  other: [],
};

/** Container numbers that carry their check digit; they need no label. */
export function containersIn(text: string): readonly string[] {
  return [...text.toUpperCase().matchAll(/[A-Z]{3}[UJZ]\s?\d{6}[-\s]?\d/g)]
    .map((match) => match[0].replace(/[\s-]/g, ""))
    .filter(hasContainerCheckDigit);
}
