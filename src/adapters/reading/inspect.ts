import { type FileHandle, open } from "node:fs/promises";
import sharp from "sharp";
import type { FileInspector } from "@/application/reading";
import { INTAKE_LIMITS, type MediaType, type RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";

/** The last part of a file, where formats keep their end marks and where a second format would be hidden. */
const TAIL_BYTES = 64 * 1024;

/** Decides by the bytes what a file is. Reads its head and tail and its picture header, never the whole of it. */
export function createFileInspector(): FileInspector {
  return {
    inspect: async (path) => {
      const file = await open(path, "r");
      try {
        return await inspect(file, path);
      } finally {
        await file.close();
      }
    },
  };
}

async function inspect(file: FileHandle, path: string): Promise<Result<MediaType, RejectionReason>> {
  const { size } = await file.stat();
  if (size === 0) return err("empty");
  if (size > INTAKE_LIMITS.fileBytes) return err("too_large");
  const head = await part(file, 0, 1024);
  const tail = await part(file, Math.max(0, size - TAIL_BYTES), TAIL_BYTES);
  const mediaType = kindOf(head);
  if (!mediaType) return err("unsupported_type");
  if (mediaType === "application/pdf") return inspectPdf(head, tail);
  const end = endOf(mediaType, tail);
  if (end === "truncated" || end === "polyglot") return err(end);
  return inspectPicture(path, mediaType);
}

function kindOf(head: Buffer): MediaType | null {
  if (head.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))) return "image/png";
  if (head.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex"))) return "image/jpeg";
  const order = head.subarray(0, 4).toString("latin1");
  if (order === "II*\0" || order === "MM\0*") return "image/tiff";
  // A PDF may begin after a few bytes of mail header; anything that is something else first is a polyglot.
  return head.includes("%PDF-") ? "application/pdf" : null;
}

function inspectPdf(head: Buffer, tail: Buffer): Result<MediaType, RejectionReason> {
  const text = tail.toString("latin1");
  if (head.indexOf("%PDF-") !== 0) return err("polyglot");
  const end = text.lastIndexOf("%%EOF");
  if (end < 0) return err("truncated");
  // A zip's directory or markup after the end of the PDF is a second file.
  if (hidesAnother(text.slice(end + 5))) return err("polyglot");
  return ok("application/pdf");
}

/** Whether the picture ends as its format says, and nothing follows. */
function endOf(mediaType: MediaType, tail: Buffer): "whole" | "truncated" | "polyglot" {
  if (mediaType === "image/tiff") return hidesAnother(tail.subarray(-2048).toString("latin1")) ? "polyglot" : "whole";
  const mark = mediaType === "image/png" ? Buffer.from("49454e44ae426082", "hex") : Buffer.from("ffd9", "hex");
  const at = tail.lastIndexOf(mark);
  if (at < 0) return "truncated";
  const rest = tail.subarray(at + mark.length).toString("latin1");
  return hidesAnother(rest) ? "polyglot" : "whole";
}

/** How a zip, a PDF or a program begins. */
const OTHER_FORMATS = ["PK\u0003\u0004", "PK\u0005\u0006", "%PDF-", "\u007fELF", "MZ\u0090"];

function hidesAnother(rest: string): boolean {
  return OTHER_FORMATS.some((mark) => rest.includes(mark)) || /<\?xml|<html|<script/i.test(rest);
}

async function inspectPicture(path: string, mediaType: MediaType): Promise<Result<MediaType, RejectionReason>> {
  try {
    const {
      width = 0,
      height = 0,
      pages = 1,
    } = await sharp(path, { limitInputPixels: false, failOn: "error" }).metadata();
    // With several pages sharp gives the height of all of them together only when asked; here it is the first page's.
    if (width * height > INTAKE_LIMITS.pixelsPerPage) return err("too_many_pixels");
    return pages > INTAKE_LIMITS.pages ? err("too_many_pages") : ok(mediaType);
  } catch {
    return err("truncated");
  }
}

async function part(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}
