import { type DocumentType, INVOICE_TYPES, TRANSPORT_DOCUMENT_TYPES } from "../document/document";
import { asCodes, asLists, asNames, asNumbers, asPorts, asWeights, exactly, type Likeness } from "./likeness";

/** The rules under which the documents of a shipment are held against one another. */
export const RULE_IDS = [
  "R-INVOICE-NUMBER",
  "R-PARTIES",
  "R-CURRENCY-TOTAL",
  "R-INCOTERM",
  "R-PORTS",
  "R-CONTAINERS",
  "R-PACKAGES",
  "R-WEIGHT-GROSS",
  "R-WEIGHT-NET",
  "R-ORIGIN",
  "R-LINES",
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** What a rule compares: one fact, by the names that documents have for it. */
export interface Compared {
  readonly rule: RuleId;
  /** The field that names the fact in matrix and words. */
  readonly name: string;
  /** The fields that state it, by the document's type; the first that a document has speaks for it. */
  readonly statedBy: (type: DocumentType) => readonly string[];
  /** How the facts of the lines make one statement where the header has none: their sum, or what all of them share. */
  readonly fromLines: { readonly name: string; readonly as: "sum" | "shared" } | null;
  readonly likeness: (a: string, b: string) => Likeness;
}

const PRICE: readonly DocumentType[] = INVOICE_TYPES;
const CARRIAGE: readonly DocumentType[] = TRANSPORT_DOCUMENT_TYPES;

const always =
  (...names: string[]) =>
  () =>
    names;

/** Every comparison, in the order in which a person reads papers: who and what first, then figures, then lines. */
export const COMPARED: readonly Compared[] = [
  header("R-INVOICE-NUMBER", "invoice_number", asNumbers),
  // The invoice names the buyer where the other papers name the consignee. In trade both are one firm, or it is asked why.
  {
    ...header("R-PARTIES", "consignee", asNames),
    statedBy: (type) => (PRICE.includes(type) ? ["consignee", "buyer"] : ["consignee"]),
  },
  // A carrier's own waybill often names the forwarder as the shipper, so only the other papers are asked for the seller.
  {
    ...header("R-PARTIES", "seller", asNames),
    statedBy: (type) => (CARRIAGE.includes(type) ? [] : ["seller", "shipper"]),
  },
  header("R-CURRENCY-TOTAL", "currency", asCodes),
  { ...header("R-CURRENCY-TOTAL", "total", exactly), statedBy: (type) => (CARRIAGE.includes(type) ? [] : ["total"]) },
  header("R-INCOTERM", "incoterm", asCodes),
  header("R-PORTS", "port_of_loading", asPorts),
  header("R-PORTS", "port_of_discharge", asPorts),
  header("R-CONTAINERS", "container_numbers", asLists),
  { ...header("R-PACKAGES", "packages", exactly), fromLines: { name: "packages", as: "sum" } },
  { ...header("R-WEIGHT-GROSS", "gross_weight_kg", asWeights), fromLines: { name: "gross_weight_kg", as: "sum" } },
  { ...header("R-WEIGHT-NET", "net_weight_kg", asWeights), fromLines: { name: "net_weight_kg", as: "sum" } },
  { ...header("R-ORIGIN", "country_of_origin", asCodes), fromLines: { name: "origin", as: "shared" } },
  {
    ...header("R-LINES", "quantity", exactly),
    statedBy: always(),
    fromLines: { name: "quantity", as: "sum" },
  },
];

function header(rule: RuleId, name: string, likeness: Compared["likeness"]): Compared {
  return { rule, name, statedBy: always(name), fromLines: null, likeness };
}
