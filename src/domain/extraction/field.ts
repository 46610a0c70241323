import type { Box, Method } from "../shared/sourced";

/** The facts that the readers look for in a document's header. */
export const HEADER_FIELDS = [
  "invoice_number",
  "date",
  "seller",
  "buyer",
  "currency",
  "total",
  "tax",
  "country_of_origin",
  "gross_weight_kg",
  "net_weight_kg",
  "packages",
  "transport_number",
  "master_number",
  "shipper",
  "consignee",
  "port_of_loading",
  "port_of_discharge",
  "incoterm",
  "certificate_number",
  "hs_codes",
  "container_numbers",
  "freight",
  "insurance",
] as const;
export type HeaderField = (typeof HEADER_FIELDS)[number];

/** The facts that they look for in each row of a goods table. */
export const LINE_FIELDS = [
  "description",
  "quantity",
  "unit",
  "unit_price",
  "amount",
  "hs_code",
  "origin",
  "net_weight_kg",
  "gross_weight_kg",
  "packages",
] as const;
export type LineField = (typeof LINE_FIELDS)[number];

/**
 * Facts of a declaration that people state and no reader looks for: what is added to the price or taken off it, and the
 * agreement whose preference is claimed.
 */
export const STATED_FIELDS = [
  "commission",
  "packing",
  "assists",
  "royalties",
  "resale_proceeds",
  "origin_inland",
  "other_addition",
  "after_entry_freight",
  "after_entry_work",
  "import_taxes",
  "buying_commission",
  "preference",
] as const;
export type StatedField = (typeof STATED_FIELDS)[number];

/** How a value is written, so that screens, checks and the scorer agree. */
export const FIELD_KIND = {
  invoice_number: "text",
  date: "date",
  seller: "text",
  buyer: "text",
  currency: "currency",
  total: "decimal",
  tax: "decimal",
  country_of_origin: "country",
  gross_weight_kg: "decimal",
  net_weight_kg: "decimal",
  packages: "integer",
  transport_number: "text",
  master_number: "text",
  shipper: "text",
  consignee: "text",
  port_of_loading: "text",
  port_of_discharge: "text",
  incoterm: "incoterm",
  certificate_number: "text",
  hs_codes: "commodity_code",
  container_numbers: "text",
  freight: "decimal",
  insurance: "decimal",
  description: "text",
  quantity: "decimal",
  unit: "text",
  unit_price: "decimal",
  amount: "decimal",
  hs_code: "commodity_code",
  origin: "country",
  commission: "decimal",
  packing: "decimal",
  assists: "decimal",
  royalties: "decimal",
  resale_proceeds: "decimal",
  origin_inland: "decimal",
  other_addition: "decimal",
  after_entry_freight: "decimal",
  after_entry_work: "decimal",
  import_taxes: "decimal",
  buying_commission: "decimal",
  preference: "text",
} as const satisfies Record<HeaderField | LineField | StatedField, string>;
export type FieldKind = (typeof FIELD_KIND)[keyof typeof FIELD_KIND];

/**
 * A value as read, in canonical text: dates ISO 8601, numbers plain decimals, countries ISO 3166 alpha-2, currencies
 * ISO 4217, weights in kilograms. A field that was not read does not exist; there are no blanks and no guesses.
 */
export interface ReadField {
  readonly name: HeaderField | LineField;
  /** The row of the goods table, from 0; null in the header. */
  readonly line: number | null;
  readonly value: string;
  /** The characters on the page. */
  readonly raw: string;
  readonly page: number;
  readonly box: Box;
  readonly confidence: number;
  readonly method: Method;
  /** What another place of the document says instead, a bar code or the print beside it; absent where they agree. */
  readonly otherReading?: string | undefined;
}

/** Facts of which a document may state several; every other one it states once. */
export const SEVERAL: readonly string[] = ["hs_codes", "container_numbers"];

/** Below this there is too little to show a value even as a suggestion. */
export const LEAST = 0.5;

/** From this confidence on, a value need not be confirmed by a person. */
export const SURE = 0.9;

/** The place of a value that stands in the data of a file and on none of its pages. */
export const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Whether the box is a place on a page. */
export function isSomewhere({ width, height }: Box): boolean {
  return width > 0 && height > 0;
}
