import {
  airWaybill,
  airWaybillForm,
  carriedNumber,
  documentNumber,
  looksLikeNumber,
  masterNumber,
  trackingNumber,
} from "./accept";
import type { Sought } from "./seek";
import { serialAlone } from "./unlabelled";

const NUMBER = { accept: documentNumber, likeness: looksLikeNumber, mayBreak: true } as const;

export const CERTIFICATE: Sought = {
  name: "certificate_number",
  at: [
    ["certificate_number", 1],
    ["bare_number", 0.75],
    ["reference", 0.7],
    ["document_number", 0.7],
  ],
  ...NUMBER,
  forms: [{ accept: serialAlone, trust: 0.8 }],
};
export const AWB_NUMBER: Sought = {
  name: "transport_number",
  at: [
    ["awb_number", 1],
    ["master_number", 0.8],
    ["tracking_number", 0.7],
  ],
  accept: (text) => airWaybill(text),
  // Better than to say nothing is to show what stands there, and to ask: a figure is wrong on the paper, or was misread.
  otherwise: (text) => airWaybillForm(text),
};
export const HAWB_NUMBER: Sought = {
  name: "transport_number",
  at: [
    ["hawb_number", 1],
    ["awb_number", 0.75],
    ["reference", 0.3],
    ["bare_number", 0.45],
  ],
  ...NUMBER,
  accept: carriedNumber,
};
export const BL_NUMBER: Sought = {
  name: "transport_number",
  at: [
    ["bl_number", 1],
    ["hbl_number", 0.95],
    ["document_number", 0.7],
    ["bare_number", 0.55],
    ["tracking_number", 0.5],
  ],
  ...NUMBER,
  accept: carriedNumber,
};
export const HBL_NUMBER: Sought = {
  name: "transport_number",
  at: [
    ["hbl_number", 1],
    ["bl_number", 0.9],
    ["document_number", 0.7],
    ["bare_number", 0.6],
  ],
  ...NUMBER,
  accept: carriedNumber,
};
export const TRACKING: Sought = {
  name: "transport_number",
  at: [
    ["tracking_number", 1],
    ["awb_number", 0.95],
    ["bare_number", 0.5],
  ],
  accept: (text) => trackingNumber(text),
};
/** Invoices and packing lists name the waybill with which the goods go; only labels of its own tell it. */
export const CARRIAGE_SPOKEN_OF: Sought = {
  name: "transport_number",
  at: [
    ["awb_number", 1],
    ["bl_number", 1],
    ["tracking_number", 1],
    ["hawb_number", 0.95],
    ["hbl_number", 0.95],
  ],
  // The post calls an "item" what goods are called elsewhere.
  accept: (text, around) =>
    /\bitem\b|envoi/i.test(around?.label ?? "") ? null : (trackingNumber(text) ?? carriedNumber(text, around)),
  likeness: looksLikeNumber,
  isLabelled: true,
};
export const MASTER: Sought = { name: "master_number", at: [["master_number", 1]], ...NUMBER, accept: masterNumber };
