/** A rectangle on a page, as fractions (0 to 1) of the page's width and height, from the top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a value came to be known. */
export const METHODS = [
  "text_layer",
  "ocr",
  "barcode",
  "embedded_xml",
  "checksum_repair",
  "learned",
  "model",
  "typed",
  "derived",
  "feed",
  "passport",
] as const;
export type Method = (typeof METHODS)[number];

/** A record of an order feed: its kind and its id. */
export interface FeedSource {
  readonly kind: "order" | "payment" | "waybill";
  readonly recordId: string;
}

/** Where a value came from, kept from the page to the officer's screen. */
export interface Source {
  /** The extracted field that holds the value; null for a value derived by rule. */
  readonly fieldId: string | null;
  readonly documentId: string | null;
  readonly page: number | null;
  readonly box: Box | null;
  /** 0 to 1; 1 for what a person confirmed. */
  readonly confidence: number;
  readonly method: Method;
  /** The record of a feed that states the value; only what came by a feed has one. */
  readonly feed?: FeedSource;
  /** The person who confirmed or typed it; null while only the machine vouches for it. */
  readonly confirmedBy: string | null;
}

/** A value that knows where it came from. */
export interface Sourced<T> {
  readonly value: T;
  readonly source: Source;
}
