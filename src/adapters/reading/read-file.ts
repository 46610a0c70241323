import { readFile as readBytes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PartlyRead, ReadDocument } from "@/application/reading";
import type { MediaType, RejectionReason } from "@/domain/document/document";
import { readEInvoice } from "@/domain/extraction/e-invoice";
import { placeOnPages } from "@/domain/extraction/e-invoice-place";
import type { ReadField } from "@/domain/extraction/field";
import type { Layout } from "@/domain/extraction/learned/layout-lesson";
import { type PartReading, readPacket } from "@/domain/extraction/packet";
import { readDocument } from "@/domain/extraction/read-document";
import type { PageText } from "@/domain/extraction/words";
import { err, ok, type Result } from "@/domain/shared/result";
import { drawData } from "./data-page";
import { readAttachedInvoice } from "./pdf-attachments";
import { toReadable } from "./pictures";
import { readPages } from "./read-pages";
import { parseXml } from "./xml";

type OnPage = (page: PageText, imagePath: string, pageCount: number, soFar: PartlyRead | null) => Promise<void>;

/** Reading all pages again at each page would take longer and longer; the first ones hold what a person looks for first. */
const EARLY_PAGES = 4;

interface ReadableFile {
  readonly path: string;
  readonly mediaType: MediaType;
  /** What is known of how papers look. */
  readonly layouts: readonly Layout[];
}

/**
 * Reads a file of any kind: the data of a structured invoice exactly, with its pages beside it; the pages of everything
 * else, as the one document or the several that they are.
 */
export async function readFile(
  { path, mediaType, layouts }: ReadableFile,
  folder: string,
  onPage: OnPage,
): Promise<Result<ReadDocument, RejectionReason>> {
  const source = await sourceOf(path, mediaType, folder);
  if (!source.ok) return source;
  const { data } = source.value;
  const partsOf = (pages: readonly PageText[]) => (data ? [withData(data, pages)] : readPacket(pages, layouts));
  const pages: PageText[] = [];
  const outcome = await readPages(source.value.path, source.value.mediaType, folder, async (page, image, pageCount) => {
    pages.push(page);
    const isEarly = pages.length <= EARLY_PAGES && pages.length < pageCount;
    await onPage(page, image, pageCount, isEarly ? (partsOf(pages)[0] ?? null) : null);
  });
  return outcome.ok ? ok({ pageCount: outcome.value, parts: partsOf(pages) }) : outcome;
}

interface Source {
  /** What the pages are drawn and read from. */
  readonly path: string;
  readonly mediaType: MediaType;
  /** What the data of the file states; null where it has none. */
  readonly data: readonly ReadField[] | null;
}

async function sourceOf(path: string, mediaType: MediaType, folder: string): Promise<Result<Source, RejectionReason>> {
  if (mediaType === "application/xml") return sourceOfXml(path, folder);
  if (mediaType === "application/pdf") return ok({ path, mediaType, data: await readAttachedInvoice(path) });
  const readable = await toReadable(path, mediaType, folder);
  return readable.ok ? ok({ ...readable.value, data: null }) : readable;
}

async function sourceOfXml(path: string, folder: string): Promise<Result<Source, RejectionReason>> {
  const parsed = parseXml(await readBytes(path));
  if (!parsed.ok) return parsed;
  const data = readEInvoice(parsed.value);
  if (!data) return err("unknown_xml");
  const drawn = join(folder, "data.pdf");
  await writeFile(drawn, drawData(data));
  return ok({ path: drawn, mediaType: "application/pdf", data });
}

/** An invoice that carries its data is what the data says; the pages only show where it says so too. */
function withData(data: readonly ReadField[], pages: readonly PageText[]): PartReading {
  return {
    firstPage: 1,
    lastPage: pages.length,
    type: "invoice",
    typeConfidence: 1,
    fields: placeOnPages(data, pages, readDocument(pages).fields),
    unreadScript: null,
  };
}
