import type { HeaderField } from "../extraction/field";
import { type DocumentType, INVOICE_TYPES, TRANSPORT_DOCUMENT_TYPES } from "./document";

const INVOICE: readonly HeaderField[] = ["invoice_number", "date", "seller", "buyer", "currency", "total", "incoterm"];
const CARRIAGE: readonly HeaderField[] = [
  "transport_number",
  "shipper",
  "consignee",
  "port_of_loading",
  "port_of_discharge",
  "packages",
  "gross_weight_kg",
];
const PACKING: readonly HeaderField[] = ["packages", "gross_weight_kg", "net_weight_kg"];
const CERTIFICATE: readonly HeaderField[] = ["certificate_number", "country_of_origin"];

const PAYMENT: readonly HeaderField[] = ["date", "currency", "total"];

/** What a document of a type is there to say: where the reader did not find it, a person is asked for it. */
export function askedFields(type: DocumentType | null): readonly HeaderField[] {
  if (type === null) return [];
  if (INVOICE_TYPES.includes(type)) return INVOICE;
  if (TRANSPORT_DOCUMENT_TYPES.includes(type)) return CARRIAGE;
  if (type === "packing_list") return PACKING;
  if (type === "certificate_of_origin") return CERTIFICATE;
  if (type === "payment_slip") return PAYMENT;
  return type === "health_certificate" || type === "quality_report" ? ["certificate_number"] : [];
}
