import { type FileHandle, open } from "node:fs/promises";
import sharp from "sharp";
import type { FileInspector } from "@/application/reading";
import { INTAKE_LIMITS, type MediaType, type RejectionReason } from "@/domain/document/document";
import { err, ok, type Result } from "@/domain/shared/result";
import { bitmapHeader } from "./bitmap";

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
  if (!mediaType) return err(otherKindOf(head));
  if (mediaType === "application/pdf") return inspectPdf(head, tail);
  if (mediaType === "application/zip") return isOfficeDocument(head, tail) ? err("office_document") : ok(mediaType);
  if (mediaType === "application/xml") return hasDocumentType(head, tail) ? err("unsafe_xml") : ok(mediaType);
  if (mediaType === "message/rfc822") return ok(mediaType);
  if (mediaType === "image/bmp") return inspectBitmap(head);
  if (mediaType === "image/heic") return ok(mediaType);
  const end = endOf(mediaType, tail);
  if (end === "truncated" || end === "polyglot") return err(end);
  return inspectPicture(path, mediaType);
}

function kindOf(head: Buffer): MediaType | null {
  if (head.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"))) return "image/png";
  if (head.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex"))) return "image/jpeg";
  const order = head.subarray(0, 4).toString("latin1");
  if (order === "II*\0" || order === "MM\0*") return "image/tiff";
  if (order === "PK\u0003\u0004" || order === "PK\u0005\u0006") return "application/zip";
  const other = pictureKindOf(head);
  if (other) return other;
  const text = textOf(head);
  if (isXml(text)) return "application/xml";
  if (isMessage(text)) return "message/rfc822";
  // A PDF may begin after a few bytes of mail header; anything that is something else first is a polyglot.
  return head.includes("%PDF-") ? "application/pdf" : null;
}

/** Pictures of phones, of the web and of old scanners. */
function pictureKindOf(head: Buffer): MediaType | null {
  const begin = head.toString("latin1", 0, 12);
  if (begin.startsWith("RIFF") && begin.endsWith("WEBP")) return "image/webp";
  if (/^GIF8[79]a/.test(begin)) return head.includes("%PDF-") ? null : "image/gif";
  if (bitmapHeader(head)) return "image/bmp";
  return begin.slice(4, 8) === "ftyp" && HEIC_BRANDS.includes(begin.slice(8)) ? "image/heic" : null;
}

const HEIC_BRANDS = ["heic", "heix", "hevc", "hevx", "mif1", "msf1"];

/** What people send instead of a document, so that they are told what to do about it. */
function otherKindOf(head: Buffer): RejectionReason {
  const begin = head.toString("latin1", 0, 8);
  if (begin.startsWith("\u00d0\u00cf\u0011\u00e0") || begin.startsWith("{\\rtf")) return "office_document";
  const isArchive = begin.startsWith("Rar!") || begin.startsWith("7z\u00bc\u00af") || begin.startsWith("\u001f\u008b");
  if (isArchive) return "other_archive";
  return head.includes("%PDF-") ? "polyglot" : "unsupported_type";
}

/** Word, Excel and their like are archives too; what they are is in the names of their parts. */
function isOfficeDocument(head: Buffer, tail: Buffer): boolean {
  const names = head.toString("latin1") + tail.toString("latin1");
  return (
    (names.includes("[Content_Types].xml") && /(word|xl|ppt|visio)\//.test(names)) ||
    names.includes("mimetypeapplication/vnd.oasis")
  );
}

function textOf(head: Buffer): string {
  const [first, second] = head;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const text = isWide ? head.toString("latin1").replaceAll("\0", "") : head.toString("latin1");
  return text.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").trimStart();
}

function isXml(text: string): boolean {
  return /^<\?xml\b/.test(text) || /^<([\w.-]+:)?(CrossIndustry(Invoice|Document)|Invoice|CreditNote)[\s>]/.test(text);
}

/** A document type names entities, and entities name files and addresses; an invoice has no use for one. */
function hasDocumentType(head: Buffer, tail: Buffer): boolean {
  return /<!(DOCTYPE|ENTITY)/i.test(textOf(head) + textOf(tail));
}

/** An e-mail begins with its headers, two of which at least are those that every message has. */
function isMessage(text: string): boolean {
  const lines = text.replace(/^From \S+.*\r?\n/, "").split(/\r?\n/);
  const headers = lines.slice(0, 40).filter((line) => MESSAGE_HEADER.test(line));
  return headers.length >= 2 && /^[\w-]+:/.test(lines[0] ?? "");
}

const MESSAGE_HEADER =
  /^(from|to|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|x-[\w-]+|dkim-signature|arc-seal):/i;

function inspectBitmap(head: Buffer): Result<MediaType, RejectionReason> {
  const header = bitmapHeader(head);
  if (!header) return err("unreadable");
  return header.width * header.height > INTAKE_LIMITS.pixelsPerPage ? err("too_many_pixels") : ok("image/bmp");
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
  if (NO_END_MARK.includes(mediaType))
    return hidesAnother(tail.subarray(-2048).toString("latin1")) ? "polyglot" : "whole";
  const mark = mediaType === "image/png" ? Buffer.from("49454e44ae426082", "hex") : Buffer.from("ffd9", "hex");
  const at = tail.lastIndexOf(mark);
  if (at < 0) return "truncated";
  const rest = tail.subarray(at + mark.length).toString("latin1");
  return hidesAnother(rest) ? "polyglot" : "whole";
}

const NO_END_MARK: readonly MediaType[] = ["image/tiff", "image/webp", "image/gif"];

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
