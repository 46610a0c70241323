/** The kinds of trade document that the reader tells apart. */
export const DOCUMENT_TYPES = [
  "commercial_invoice",
  "pro_forma_invoice",
  "invoice",
  "receipt",
  "packing_list",
  "air_waybill",
  "house_air_waybill",
  "bill_of_lading",
  "house_bill_of_lading",
  "express_waybill",
  "postal_declaration",
  "certificate_of_origin",
  "health_certificate",
  "quality_report",
  "product_label",
  "payment_slip",
  "other",
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** Those that evidence the contract of carriage. */
export const TRANSPORT_DOCUMENT_TYPES: readonly DocumentType[] = [
  "air_waybill",
  "house_air_waybill",
  "bill_of_lading",
  "house_bill_of_lading",
  "express_waybill",
  "postal_declaration",
];

/** Those that evidence the price paid or payable. */
export const FINAL_INVOICE_TYPES: readonly DocumentType[] = ["commercial_invoice", "invoice", "receipt"];

/** Those that state a price. A pro forma invoice comes before the sale, and speaks where no final one does. */
export const INVOICE_TYPES: readonly DocumentType[] = [...FINAL_INVOICE_TYPES, "pro_forma_invoice"];

/**
 * `stored` waits for a worker, `reading` has one, `read` has its fields, `rejected` can never be read (the reason says
 * why, and the broker must send another file), `failed` ended its attempts and can be tried again.
 */
export const DOCUMENT_STATES = ["stored", "reading", "read", "rejected", "failed"] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const MEDIA_TYPES = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/tiff",
  "image/webp",
  "image/gif",
  "image/bmp",
  "image/heic",
  "application/xml",
  "application/zip",
  "message/rfc822",
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** Files that are no document but hold files. */
export const CONTAINER_TYPES = ["application/zip", "message/rfc822"] as const satisfies readonly MediaType[];
export type ContainerType = (typeof CONTAINER_TYPES)[number];

/** Whether the file is opened, and each file in it is a document, instead of being read. */
export function isContainer(mediaType: string): mediaType is ContainerType {
  return (CONTAINER_TYPES as readonly string[]).includes(mediaType);
}

/** Why a file cannot be read, each with its own sentence and remedy in the interface. */
export const REJECTION_REASONS = [
  "empty",
  "too_large",
  "unsupported_type",
  "truncated",
  "encrypted",
  "too_many_pages",
  "too_many_pixels",
  "decompression_bomb",
  "polyglot",
  "unsafe_xml",
  "unknown_xml",
  "office_document",
  "other_archive",
  "encrypted_archive",
  "archive_bomb",
  "archive_damaged",
  "unsafe_path",
  "too_many_files",
  "nested_too_deep",
  "nothing_inside",
  "unreadable",
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** Limits of intake. A file beyond them is refused with a reason; nothing of it is held in memory. */
export const INTAKE_LIMITS = {
  fileBytes: 50 * 1024 * 1024,
  pages: 200,
  pixelsPerPage: 60_000_000,
  /** Wall clock for reading one page before the reader is killed. */
  pageSeconds: 60,
  /** Files in an archive or a message, with those of the archives and messages inside. */
  files: 200,
  /** What they may be together when they are unpacked. */
  unpackedBytes: 200 * 1024 * 1024,
  /** How many archives or messages may lie in one another. */
  containerDepth: 2,
} as const;
