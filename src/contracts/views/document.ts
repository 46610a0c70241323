import { z } from "zod";
import { COPY_REASONS } from "@/domain/document/copies";
import { DOCUMENT_STATES, DOCUMENT_TYPES, REJECTION_REASONS } from "@/domain/document/document";
import { BOND_REASONS } from "@/domain/document/grouping";
import { UNREAD_SCRIPTS } from "@/domain/extraction/unread";
import { METHODS } from "@/domain/shared/sourced";
import { id, instant } from "./scalars";

export const boxView = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

export const pageView = z.object({
  number: z.number().int(),
  aspect: z.number(),
  method: z.enum(["text_layer", "ocr"]),
  confidence: z.number(),
});

export const fieldView = z.object({
  id,
  documentId: id.nullable(),
  name: z.string(),
  line: z.number().int().nullable(),
  value: z.string(),
  raw: z.string(),
  page: z.number().int().nullable(),
  box: boxView.nullable(),
  confidence: z.number(),
  method: z.enum(METHODS),
  status: z.enum(["suggested", "confirmed", "corrected", "rejected"]),
  /** Whether a person must look at it before it may be declared. */
  isUnsure: z.boolean(),
  confirmedBy: z.string().nullable(),
  /** Who settled it, as they were called then, and when. */
  confirmedByName: z.string().nullable(),
  confirmedAt: instant.nullable(),
  /** What the machine read, where a person corrected it. */
  machineValue: z.string().nullable(),
  /** What another reading of the document says instead; empty where it found nothing, null where the readings agree. */
  otherReading: z.string().nullable(),
  /** Whether a person ruled that this document is right, or another, where the two contradict each other. */
  precedence: z.enum(["prevails", "yields"]).nullable(),
});

/** A word of a page, as the reader saw it. */
export const wordView = z.object({ text: z.string(), box: boxView, confidence: z.number() });

/** What a part of a page says, and what that is as the value of a field; null where it is none. */
export const regionView = z.object({
  text: z.string(),
  value: z.string().nullable(),
  box: boxView,
  confidence: z.number(),
  method: z.enum(["text_layer", "ocr"]),
  words: z.array(wordView),
});

/** Why a document stands beside another, or may belong elsewhere. */
const bondView = z.object({
  reason: z.enum(BOND_REASONS),
  value: z.string().nullable(),
  documentId: id.nullable(),
  documentName: z.string().nullable(),
});

/** A file that lies in an archive or a message. */
export const containedFileView = z.object({
  path: z.string(),
  documentId: id.nullable(),
  /** Whether the same file was here before; the document is that one. */
  isDuplicate: z.boolean(),
  /** Why no document came of it. */
  reason: z.enum(REJECTION_REASONS).nullable(),
});

export const documentView = z.object({
  id,
  shipmentId: id,
  fileName: z.string(),
  mediaType: z.string(),
  byteLength: z.number().int(),
  sha256: z.string(),
  state: z.enum(DOCUMENT_STATES),
  type: z.enum(DOCUMENT_TYPES).nullable(),
  typeConfidence: z.number().nullable(),
  rejection: z.enum(REJECTION_REASONS).nullable(),
  pagesRead: z.number().int(),
  pageCount: z.number().int().nullable(),
  attempts: z.number().int(),
  /** The document as which its file was received; another one where a file holds several. */
  receivedAsId: id,
  /** Its pages, by their numbers in the file. */
  firstPage: z.number().int(),
  lastPage: z.number().int().nullable(),
  /** The script of a document whose language is not read. */
  unreadScript: z.enum(UNREAD_SCRIPTS).nullable(),
  /** The document that it seems to say again; its values count once a person says that it is another paper. */
  copy: z.object({ ofId: id, ofName: z.string(), reason: z.enum(COPY_REASONS), value: z.string() }).nullable(),
  /** Why it is in this shipment, where nobody put it there. */
  placement: bondView.nullable(),
  /** The shipment to which it may belong instead. */
  proposal: bondView.extend({ shipmentId: id, reference: z.string() }).nullable(),
  /** What an archive or a message holds; null of other files. */
  contents: z.array(containedFileView).nullable(),
  pages: z.array(pageView),
  fields: z.array(fieldView),
  uploadedAt: instant,
});

export type DocumentView = z.infer<typeof documentView>;
export type FieldView = z.infer<typeof fieldView>;
export type WordView = z.infer<typeof wordView>;
export type RegionView = z.infer<typeof regionView>;
