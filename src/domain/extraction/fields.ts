import {
  amount,
  documentNumber,
  firm,
  isLegalForm,
  looksLikeMoney,
  looksLikeNumber,
  looksLikeParty,
  looksLikeWeight,
  party,
  weightKg,
  weightOf,
} from "./accept";
import { dischargePlace, isRestOfPlace, loadingPlace, looksLikePlace, place } from "./accept-place";
import { airportAlone, routeCode } from "./parcel-marks";
import { parseCountry, parseCurrency, parseIncoterm } from "./parse-value";
import type { Sought } from "./seek";

const PARTY = {
  accept: party,
  isRest: isLegalForm,
  strictAt: ["from", "to"],
  likeness: looksLikeParty,
  places: { same: 1, right: 0.93, below: 0.97, above: 0.3 },
  perStep: 0.82,
} as const;
const NUMBER = { accept: documentNumber, likeness: looksLikeNumber, mayBreak: true } as const;
const MONEY = {
  accept: amount,
  isLast: true,
  mayWrap: true,
  places: { same: 1, right: 1, below: 0.72, above: 0.2 },
} as const;
const WEIGHT = {
  accept: weightKg,
  likeness: looksLikeWeight,
  places: { same: 1, right: 0.97, below: 0.93, above: 0.3 },
} as const;
const PORT = {
  accept: place,
  places: { same: 1, right: 0.93, below: 0.96, above: 0.3 },
  perStep: 0.6,
  likeness: looksLikePlace,
  isRest: isRestOfPlace,
} as const;

export const INVOICE_NUMBER: Sought = {
  name: "invoice_number",
  at: [
    ["invoice_number", 1],
    ["document_number", 0.9],
    ["bare_number", 0.6],
    ["reference", 0.4],
  ],
  ...NUMBER,
};
/** Tills have words of their own for the number of what they print. */
export const PAID_NUMBER: Sought = {
  ...INVOICE_NUMBER,
  at: [
    ["invoice_number", 1],
    ["document_number", 0.92],
    ["till_number", 0.88],
    ["bare_number", 0.78],
    ["reference", 0.4],
  ],
};
/** On papers that are not invoices, only what is called the number of an invoice is one. */
export const INVOICE_SPOKEN_OF: Sought = { name: "invoice_number", at: [["invoice_number", 0.95]], ...NUMBER };
export const PACKED_INVOICE: Sought = {
  name: "invoice_number",
  at: [
    ["invoice_number", 1],
    ["document_number", 0.6],
    ["bare_number", 0.6],
    // What is called the number of the list is hardly that of the invoice where another number stands beside it.
    ["packing_list_number", 0.55],
    ["reference", 0.4],
  ],
  ...NUMBER,
};
export const SELLER: Sought = {
  name: "seller",
  at: [
    ["seller", 1],
    ["exporter", 0.95],
    ["shipper", 0.85],
    ["from", 0.6],
  ],
  ...PARTY,
  // Money may go to the account of a person; the firm is at the head of its paper.
  likeness: (value, _raw, around) => looksLikeParty(value) * (isNoFirm(value, around?.label ?? "") ? PAYEE : 1),
};
/** Whether a label means a person: who has an account, or by whose letters, "JMB", it was that something was sold. */
function isNoFirm(value: string, label: string): boolean {
  return (
    (/benefici|payee|account (?:name|holder)/i.test(label) && firm(value) === null) || /^\p{Lu}{1,4}\.?$/u.test(value)
  );
}
const PAYEE = 0.6;
export const BUYER: Sought = {
  name: "buyer",
  at: [
    ["buyer", 1],
    ["bill_to", 0.97],
    ["importer", 0.9],
    ["messrs", 0.88],
    ["consignee", 0.8],
    ["ship_to", 0.72],
    ["to", 0.6],
  ],
  ...PARTY,
};
export const SHIPPER: Sought = {
  name: "shipper",
  at: [
    ["shipper", 1],
    ["exporter", 0.97],
    ["seller", 0.7],
    ["from", 0.68],
  ],
  ...PARTY,
};
export const CONSIGNEE: Sought = {
  name: "consignee",
  at: [
    ["consignee", 1],
    ["importer", 0.85],
    ["ship_to", 0.85],
    ["buyer", 0.7],
    ["to", 0.66],
    ["bill_to", 0.5],
  ],
  ...PARTY,
};
/** On an invoice the buyer is one and the consignee may be another; only a label of his own tells him. */
export const DELIVERED_TO: Sought = {
  ...CONSIGNEE,
  at: [
    ["consignee", 1],
    ["ship_to", 0.85],
  ],
};
export const CURRENCY: Sought = {
  name: "currency",
  at: [
    ["currency", 1],
    ["grand_total", 0.95],
    ["amount_due", 0.9],
    ["total", 0.9],
    ["term_total", 0.9],
    ["declared_value", 0.9],
    ["net_total", 0.8],
    ["subtotal", 0.8],
    ["tax", 0.75],
    ["other_amount", 0.6],
    ["freight", 0.5],
  ],
  accept: (text, around) => parseCurrency(text) ?? parseCurrency(around?.label ?? ""),
  isLast: true,
};
export const TOTAL: Sought = {
  name: "total",
  at: [
    ["grand_total", 1],
    ["total", 0.86],
    ["amount_due", 0.8],
    // What the goods come to at the port is not what is paid where freight is added to it.
    ["term_total", 0.75],
    ["declared_value", 0.6],
  ],
  ...MONEY,
};
/** On a till's roll "nett total" is what is paid; "total 3" counts articles. */
export const PAID_TOTAL: Sought = { ...TOTAL, at: [...TOTAL.at, ["net_total", 0.8]], likeness: looksLikeMoney };
export const DECLARED: Sought = {
  name: "total",
  at: [
    ["declared_value", 1],
    ["grand_total", 0.85],
    ["total", 0.62],
  ],
  ...MONEY,
};
export const TAX: Sought = { name: "tax", at: [["tax", 0.95]], ...MONEY };
/** "GST 3" counts the guests at a table. */
export const PAID_TAX: Sought = { ...TAX, likeness: looksLikeMoney };
export const ORIGIN: Sought = {
  name: "country_of_origin",
  at: [["origin", 1]],
  accept: (text) => parseCountry(text) ?? parseCountry(/^[A-Z]{2}(?= )/.exec(text)?.[0] ?? ""),
};
export const GROSS: Sought = {
  name: "gross_weight_kg",
  at: [
    ["gross_weight", 1],
    ["weight", 0.66],
  ],
  ...WEIGHT,
  accept: weightOf("gross"),
};
export const CARRIED_WEIGHT: Sought = {
  name: "gross_weight_kg",
  at: [
    ["gross_weight", 1],
    ["weight", 0.9],
  ],
  ...WEIGHT,
  accept: weightOf("gross"),
};
export const NET: Sought = { name: "net_weight_kg", at: [["net_weight", 1]], ...WEIGHT, accept: weightOf("net") };
export const INCOTERM: Sought = {
  name: "incoterm",
  at: [
    ["incoterm", 1],
    ["other", 0.4],
  ],
  accept: (text) => parseIncoterm(text),
};
/** On papers of the air CPT, FCA and CIP are airports too: without a label a term says at which place. */
export const CARRIED_AT: Sought = {
  ...INCOTERM,
  isLabelled: true,
  forms: [{ accept: (text) => TERM_AT_PLACE.exec(text)?.[1] ?? null, trust: 0.88 }],
};
const TERM_AT_PLACE = /(?:^|[\s(])(EXW|FCA|FOB|CFR|CIF|CIP|DAP|DPU|DDP)\s+\(?(?=[\p{L} ]{4})\p{L}{2}/u;
export const LOADING: Sought = {
  name: "port_of_loading",
  at: [
    ["port_of_loading", 1],
    ["departure", 0.85],
    ["place_of_receipt", 0.5],
    ["from", 0.62],
  ],
  ...PORT,
  accept: loadingPlace,
};
export const DISCHARGE: Sought = {
  name: "port_of_discharge",
  at: [
    ["port_of_discharge", 1],
    ["destination", 0.85],
    ["place_of_delivery", 0.5],
    ["to", 0.62],
  ],
  ...PORT,
  accept: dischargePlace,
};
export const FLOWN_FROM: Sought = {
  ...LOADING,
  at: [
    ["departure", 1],
    ["port_of_loading", 0.95],
    ["from", 0.58],
  ],
};
export const FLOWN_TO: Sought = {
  ...DISCHARGE,
  at: [
    ["destination", 1],
    ["port_of_discharge", 0.95],
    ["to", 0.58],
  ],
};
/** On the label of a parcel the place it is sorted to stands by itself, in large letters. */
export const SORTED_TO: Sought = {
  ...FLOWN_TO,
  forms: [
    { accept: routeCode, trust: 0.86 },
    { accept: airportAlone, trust: 0.8 },
  ],
};
export const FREIGHT: Sought = { name: "freight", at: [["freight", 1]], ...MONEY };
export const INSURANCE: Sought = { name: "insurance", at: [["insurance", 1]], ...MONEY };
