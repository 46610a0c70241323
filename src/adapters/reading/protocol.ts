import { z } from "zod";
import {
  CONTAINER_TYPES,
  DOCUMENT_TYPES,
  INTAKE_LIMITS,
  MEDIA_TYPES,
  REJECTION_REASONS,
} from "@/domain/document/document";
import { HEADER_FIELDS, LINE_FIELDS } from "@/domain/extraction/field";
import { type Layout, MOST_LAYOUTS, MOST_MARKS, MOST_SENDERS } from "@/domain/extraction/learned/layout-lesson";
import { UNREAD_SCRIPTS } from "@/domain/extraction/unread";
import { BAR_CODE_FORMATS } from "@/domain/extraction/words";
import { METHODS } from "@/domain/shared/sourced";

const bend = z.object({ slant: z.number().min(-1).max(1), change: z.number().min(-1).max(1) });
/** The part of a page that the reading process is asked for when it is not the whole document. */
const regionRequest = z.object({
  page: z.number().int().min(1),
  rotation: z.literal([0, 90, 180, 270]),
  bend: bend.optional(),
  box: z.object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() }),
});
export type RegionRequest = z.infer<typeof regionRequest>;

/** What the reading process may tell its parent. It is not trusted: everything is checked. */

const fraction = z.number().min(-0.05).max(1.05);
const box = z.object({ x: fraction, y: fraction, width: fraction, height: fraction });
const word = z.object({ text: z.string().max(2_000), box, confidence: z.number().min(0).max(1) });
const code = z.object({ format: z.enum(BAR_CODE_FORMATS), text: z.string().min(1).max(2_000), box });
const page = z.object({
  number: z.number().int().min(1),
  aspect: z.number().positive(),
  method: z.enum(["text_layer", "ocr"]),
  rotation: z.literal([0, 90, 180, 270]),
  bend: bend.optional(),
  words: z.array(word).max(50_000),
  codes: z.array(code).max(50).optional(),
});
const field = z.object({
  name: z.enum([...HEADER_FIELDS, ...LINE_FIELDS]),
  line: z.number().int().min(0).nullable(),
  value: z.string().min(1).max(2_000),
  raw: z.string().max(4_000),
  page: z.number().int().min(1),
  box,
  confidence: z.number().min(0).max(1),
  method: z.enum(METHODS),
  otherReading: z.string().max(2_000).optional(),
});

const reading = z.object({
  type: z.enum(DOCUMENT_TYPES),
  typeConfidence: z.number().min(0).max(1),
  fields: z.array(field).max(20_000),
});

const part = reading.extend({
  firstPage: z.number().int().min(1),
  lastPage: z.number().int().min(1),
  unreadScript: z.enum(UNREAD_SCRIPTS).nullable(),
});

export const childMessage = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("page"),
    page,
    imagePath: z.string(),
    pageCount: z.number().int().min(1),
    soFar: reading.nullable(),
  }),
  z.object({
    kind: z.literal("done"),
    pageCount: z.number().int().min(1),
    parts: z.array(part).min(1).max(INTAKE_LIMITS.pages),
  }),
  z.object({
    kind: z.literal("entry"),
    entryPath: z.string().max(4_000),
    filePath: z.string().nullable(),
    reason: z.enum(REJECTION_REASONS).nullable(),
  }),
  z.object({ kind: z.literal("opened"), entries: z.number().int().min(1) }),
  z.object({ kind: z.literal("region"), words: z.array(word).max(5_000) }),
  z.object({ kind: z.literal("rejected"), reason: z.enum(REJECTION_REASONS) }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
]);

const count = z.number().int().min(0).max(1_000_000);
const place = z.number().min(-1.5).max(1.5);
const anchor = z.object({
  label: z.string().max(400).nullable(),
  place: z.enum(["within", "beside", "page"]),
  left: place,
  right: place,
  down: place,
  page: z.number().int(),
});
const layout = z.object({
  type: z.enum(DOCUMENT_TYPES),
  senders: z.array(z.string().max(2_000)).max(MOST_SENDERS),
  marks: z.array(z.object({ text: z.string().max(100), x: fraction })).max(MOST_MARKS),
  lessons: z
    .array(
      z.object({
        field: z.enum(HEADER_FIELDS),
        kind: z.enum(["stands", "absent"]),
        anchor,
        by: z.string().max(100),
        confirmations: count,
        corrections: count,
        contradictions: count,
      }),
    )
    .max(400),
  columns: z
    .array(
      z.object({
        heading: z.string().max(400),
        field: z.enum(LINE_FIELDS),
        by: z.string().max(100),
        confirmations: count,
        contradictions: count,
      }),
    )
    .max(100),
});

const file = {
  path: z.string().min(1),
  /** Where the process may put what it makes of this file. */
  folder: z.string().min(1),
};
const readable = { ...file, mediaType: z.enum(MEDIA_TYPES) };

/** What the parent asks for; a lesson that cannot be told is worth no document. */
export const request = z.discriminatedUnion("kind", [
  z.object({
    ...readable,
    kind: z.literal("read"),
    layouts: z
      .array(z.unknown())
      .max(MOST_LAYOUTS)
      .transform((all) => all.flatMap((each) => layout.safeParse(each).data ?? [])),
  }),
  z.object({ ...file, kind: z.literal("open"), mediaType: z.enum(CONTAINER_TYPES) }),
  z.object({ ...readable, kind: z.literal("region"), region: regionRequest }),
]);

/** One file, or a part of one page, at a time; the answers end with one that is no page and no file. */
export type Request =
  | Exclude<z.output<typeof request>, { kind: "read" }>
  | (Omit<Extract<z.output<typeof request>, { kind: "read" }>, "layouts"> & { readonly layouts: readonly Layout[] });

export type ChildMessage = z.input<typeof childMessage>;

/** The same once it is checked. */
export type ChildMessageOut = z.output<typeof childMessage>;
