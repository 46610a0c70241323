import { readFile } from "node:fs/promises";
import type { PDFiumDocument } from "@hyzyla/pdfium";
import { isEInvoiceRoot, readEInvoice } from "@/domain/extraction/e-invoice";
import type { ReadField } from "@/domain/extraction/field";
import { openPdfium } from "./pdfium";
import { parseXml } from "./xml";

/** An invoice carries its data and perhaps a few papers; more are not looked through. */
const MOST_ATTACHMENTS = 20;
const LIMIT_BYTES = 20 * 1024 * 1024;

/** The part of the PDFium module for attached files, which the package does not type. */
interface Module {
  readonly HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetAttachment(document: number, index: number): number;
  _FPDFAttachment_GetName(attachment: number, buffer: number, bytes: number): number;
  _FPDFAttachment_GetFile(attachment: number, buffer: number, bytes: number, size: number): number;
}

/** What the invoice data that lies in a PDF states; null when there is none, or none that may be believed. */
export async function readAttachedInvoice(path: string): Promise<readonly ReadField[] | null> {
  const library = await openPdfium();
  const document = await library.loadDocument(await readFile(path)).catch(() => null);
  if (!document) return null;
  try {
    for (const bytes of attachedXml(document)) {
      const parsed = parseXml(bytes);
      const fields = parsed.ok && isEInvoiceRoot(parsed.value.name) ? readEInvoice(parsed.value) : null;
      if (fields) return fields;
    }
    return null;
  } finally {
    document.destroy();
  }
}

function* attachedXml(document: PDFiumDocument): Generator<Uint8Array> {
  const { module, documentIdx } = document as unknown as { module: Module; documentIdx: number };
  const count = Math.min(module._FPDFDoc_GetAttachmentCount(documentIdx), MOST_ATTACHMENTS);
  for (let index = 0; index < count; index++) {
    const attachment = module._FPDFDoc_GetAttachment(documentIdx, index);
    if (attachment === 0 || !/\.xml$/i.test(nameOf(module, attachment))) continue;
    const bytes = fileOf(module, attachment);
    if (bytes) yield bytes;
  }
}

function nameOf(module: Module, attachment: number): string {
  const length = module._FPDFAttachment_GetName(attachment, 0, 0);
  if (length <= 2 || length > 4_096) return "";
  return inMemory(module, length, (buffer) => {
    module._FPDFAttachment_GetName(attachment, buffer, length);
    // UTF-16, ended by a zero of two bytes.
    return Buffer.from(module.HEAPU8.slice(buffer, buffer + length - 2)).toString("utf16le");
  });
}

function fileOf(module: Module, attachment: number): Uint8Array | null {
  return inMemory(module, 8, (out) => {
    if (!module._FPDFAttachment_GetFile(attachment, 0, 0, out)) return null;
    const [size = 0] = new Uint32Array(module.HEAPU8.buffer, out, 1);
    if (size === 0 || size > LIMIT_BYTES) return null;
    return inMemory(module, size, (buffer) =>
      module._FPDFAttachment_GetFile(attachment, buffer, size, out) ? module.HEAPU8.slice(buffer, buffer + size) : null,
    );
  });
}

function inMemory<T>(module: Module, bytes: number, use: (pointer: number) => T): T {
  const pointer = module.wasmExports.malloc(bytes);
  try {
    return use(pointer);
  } finally {
    module.wasmExports.free(pointer);
  }
}
