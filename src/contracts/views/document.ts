import { z } from "zod";
import { DOCUMENT_STATES, DOCUMENT_TYPES, REJECTION_REASONS } from "@/domain/document/document";
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
  pages: z.array(pageView),
  fields: z.array(fieldView),
  uploadedAt: instant,
});

export type DocumentView = z.infer<typeof documentView>;
export type FieldView = z.infer<typeof fieldView>;
export type WordView = z.infer<typeof wordView>;
export type RegionView = z.infer<typeof regionView>;
