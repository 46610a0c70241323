import { join } from "node:path";
import type { Sharp } from "sharp";
import { INTAKE_LIMITS, type MediaType, type RejectionReason } from "@/domain/document/document";
import { isTrustworthyTextLayer } from "@/domain/extraction/text-layer";
import type { BarCode, PageText } from "@/domain/extraction/words";
import { err, ok, type Result } from "@/domain/shared/result";
import { readBarCodes, readUprightCodes } from "./bar-codes";
import { engine } from "./open-engine";
import { openPdf, type PdfPage, pictureOf } from "./pdf";
import { countPages, openPicture, READING_WIDTH, SHOWN_WIDTH, savePicture } from "./picture";
import { STRAIGHT } from "./straighten";

type OnPage = (page: PageText, imagePath: string, pageCount: number) => Promise<void>;

/** Reads every page of a file: the text layer where it is good, the picture of the page where it is not. */
export async function readPages(
  path: string,
  mediaType: MediaType,
  folder: string,
  onPage: OnPage,
): Promise<Result<number, RejectionReason>> {
  return mediaType === "application/pdf" ? readPdf(path, folder, onPage) : readPicture(path, folder, onPage);
}

async function readPdf(path: string, folder: string, onPage: OnPage): Promise<Result<number, RejectionReason>> {
  const pdf = await openPdf(path);
  if (!pdf.ok) return pdf;
  const { pageCount, page, close } = pdf.value;
  for (let index = 0; index < pageCount; index++) {
    const image = join(folder, `page-${index + 1}.webp`);
    const opened = page(index);
    const text = await readPdfPage(opened, index + 1, image);
    opened.close();
    await onPage(text, image, pageCount);
  }
  close();
  return ok(pageCount);
}

async function readPdfPage(page: PdfPage, number: number, image: string): Promise<PageText> {
  const words = page.words();
  if (isTrustworthyTextLayer(words)) {
    // Nothing is read from the picture but bar codes, which are as sharp on it as the text is.
    return page.draw(SHOWN_WIDTH, async (drawing) => {
      const codes = page.mayBearCodes() ? await readUprightCodes(drawing) : [];
      await savePicture(pictureOf(drawing), 0, STRAIGHT, image);
      return { number, aspect: page.aspect, method: "text_layer", rotation: 0, words, ...withCodes(codes) };
    });
  }
  return page.draw(READING_WIDTH, (drawing) => readRaster(async () => pictureOf(drawing), number, image));
}

async function readPicture(path: string, folder: string, onPage: OnPage): Promise<Result<number, RejectionReason>> {
  const pageCount = await countPages(path);
  if (pageCount > INTAKE_LIMITS.pages) return err("too_many_pages");
  for (let index = 0; index < pageCount; index++) {
    const image = join(folder, `page-${index + 1}.webp`);
    const text = await readRaster(async () => openPicture(path, index), index + 1, image);
    await onPage(text, image, pageCount);
  }
  return ok(pageCount);
}

/** Reads a picture of a page. */
async function readRaster(picture: () => Promise<Sharp>, number: number, image: string): Promise<PageText> {
  const { words, aspect, turn, bend } = await engine.readPage(picture);
  const codes = await readBarCodes(await picture(), turn, bend);
  await savePicture(await picture(), turn, bend, image);
  const hung = bend === STRAIGHT ? {} : { bend };
  return { number, aspect, method: "ocr", rotation: turn, ...hung, words, ...withCodes(codes) };
}

function withCodes(codes: readonly BarCode[]): Pick<PageText, "codes"> {
  return codes.length > 0 ? { codes } : {};
}
