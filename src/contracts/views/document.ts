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
