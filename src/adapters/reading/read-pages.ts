import { join } from "node:path";
import type { Sharp } from "sharp";
import { INTAKE_LIMITS, type MediaType, type RejectionReason } from "@/domain/document/document";
import { isTrustworthyTextLayer } from "@/domain/extraction/text-layer";
import type { PageText, Word } from "@/domain/extraction/words";
import { err, ok, type Result } from "@/domain/shared/result";
import { createOcr, type Ocr, sureness } from "./ocr";
import { openPdf, type PdfPage } from "./pdf";
import { countPages, isBlank, openPicture, READING_WIDTH, savePicture, toRaster, withoutRules } from "./picture";

type OnPage = (page: PageText, imagePath: string, pageCount: number) => Promise<void>;

const TURNS = [0, 90, 180, 270] as const;
type Turn = (typeof TURNS)[number];

/** A page read upright is at least so sure and has at least so many words. */
const UPRIGHT_SURENESS = 0.75;
const UPRIGHT_WORDS = 12;

/** Reads every page of a file: the text layer where it is good, the picture of the page where it is not. */
export async function readPages(
  path: string,
  mediaType: MediaType,
  folder: string,
  onPage: OnPage,
): Promise<Result<number, RejectionReason>> {
  const ocr = createOcr(folder);
  try {
    return mediaType === "application/pdf"
      ? await readPdf(path, folder, ocr, onPage)
      : await readPicture(path, folder, ocr, onPage);
  } finally {
    await ocr.close();
  }
}

async function readPdf(
  path: string,
  folder: string,
  ocr: Ocr,
  onPage: OnPage,
): Promise<Result<number, RejectionReason>> {
  const opened = await openPdf(path);
  if (!opened.ok) return opened;
  const { pageCount, page, close } = opened.value;
  for (let index = 0; index < pageCount; index++) {
    const image = join(folder, `page-${index + 1}.webp`);
    const text = await readPdfPage(page(index), index + 1, image, ocr);
    await onPage(text, image, pageCount);
  }
  close();
  return ok(pageCount);
}

async function readPdfPage(page: PdfPage, number: number, image: string, ocr: Ocr): Promise<PageText> {
  const words = page.words();
  if (isTrustworthyTextLayer(words)) {
    await savePicture(await page.picture(READING_WIDTH), 0, image);
    return { number, aspect: page.aspect, method: "text_layer", rotation: 0, words };
  }
  return readRaster(() => page.picture(READING_WIDTH), number, image, ocr);
}

async function readPicture(
  path: string,
  folder: string,
  ocr: Ocr,
  onPage: OnPage,
): Promise<Result<number, RejectionReason>> {
  const pageCount = await countPages(path);
  if (pageCount > INTAKE_LIMITS.pages) return err("too_many_pages");
  for (let index = 0; index < pageCount; index++) {
    const image = join(folder, `page-${index + 1}.webp`);
    const text = await readRaster(async () => openPicture(path, index), index + 1, image, ocr);
    await onPage(text, image, pageCount);
  }
  return ok(pageCount);
}

/** Reads a picture; one that makes no sense upright is turned, and the turn that reads best is kept. */
async function readRaster(picture: () => Promise<Sharp>, number: number, image: string, ocr: Ocr): Promise<PageText> {
  let best: { turn: Turn; words: readonly Word[]; aspect: number } | null = null;
  for (const turn of TURNS) {
    const raster = await toRaster(await picture(), turn);
    const words = isBlank(raster) ? [] : await ocr.read(withoutRules(raster));
    const candidate = { turn, words, aspect: raster.width / raster.height };
    if (best === null || merit(words) > merit(best.words)) best = candidate;
    if (isBlank(raster)) break;
    if (sureness(words) >= UPRIGHT_SURENESS && words.length >= UPRIGHT_WORDS) break;
  }
  const { turn, words, aspect } = best ?? { turn: 0 as Turn, words: [], aspect: 0.7 };
  await savePicture(await picture(), turn, image);
  return { number, aspect, method: "ocr", rotation: turn, words };
}

/** Many sure words are better than a few. */
function merit(words: readonly Word[]): number {
  return words.filter((word) => word.confidence > 0.6 && word.text.length > 2).length;
}
