import { readFile } from "node:fs/promises";
import type { PDFiumDocument, PDFiumPage } from "@hyzyla/pdfium";
import sharp, { type Sharp } from "sharp";
import { INTAKE_LIMITS, type RejectionReason } from "@/domain/document/document";
import type { Word } from "@/domain/extraction/words";
import { err, ok, type Result } from "@/domain/shared/result";
import { type Drawing, drawPage } from "./draw-page";
import { openPdfium } from "./pdfium";

/** A page of a PDF: its text layer's words, and its picture at a resolution. */
export interface PdfPage {
  readonly aspect: number;
  words(): readonly Word[];
  /** Whether anything is drawn on it that could be a bar code; rules and letters alone are none. */
  mayBearCodes(): boolean;
  /** Lends the page, drawn so wide, until `use` is done with it. */
  draw<T>(width: number, use: (drawing: Drawing) => Promise<T>): Promise<T>;
  close(): void;
}

/** What was drawn, as a picture. */
export function pictureOf({ data, width, height }: Drawing): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

export interface Pdf {
  readonly pageCount: number;
  page(index: number): PdfPage;
  close(): void;
}

/** The part of the PDFium module that the package wraps but does not type. */
interface Module {
  readonly HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
  _FPDF_ClosePage(page: number): void;
  _FPDFPath_CountSegments(path: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_GetCharAngle(text: number, index: number): number;
  _FPDFText_GetCharBox(text: number, index: number, left: number, right: number, bottom: number, top: number): number;
}

/** Opens a PDF. A password, too many pages or a structure that cannot be read are reasons to refuse it. */
export async function openPdf(path: string): Promise<Result<Pdf, RejectionReason>> {
  const library = await openPdfium();
  const bytes = await readFile(path);
  let document: PDFiumDocument;
  try {
    document = await library.loadDocument(bytes);
  } catch (error) {
    const words = error instanceof Error ? error.message.toLowerCase() : "";
    return err(words.includes("password") || words.includes("security") ? "encrypted" : "unreadable");
  }
  const pageCount = document.getPageCount();
  if (pageCount > INTAKE_LIMITS.pages) return err("too_many_pages");
  if (pageCount === 0) return err("unreadable");
  return ok({ pageCount, page: (index) => toPage(document, index), close: () => document.destroy() });
}

function toPage(document: PDFiumDocument, index: number): PdfPage {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  return {
    aspect: originalWidth / originalHeight,
    words: () => wordsOf(page, originalWidth, originalHeight),
    mayBearCodes: () => mayBearCodes(page),
    draw: (width, use) => {
      const height = Math.floor((width * originalHeight) / originalWidth);
      if (width * height > INTAKE_LIMITS.pixelsPerPage) throw new Error("The page is too long to draw");
      return drawPage(page, width, height, use);
    },
    close: () => closePage(page),
  };
}

function closePage(page: PDFiumPage): void {
  const { module, pageIdx } = page as unknown as { module: Module; pageIdx: number };
  module._FPDF_ClosePage(pageIdx);
}

/** A bar code has a score of bars at least, each of four sides or more; a rule of a form is one. */
const FEWEST_STROKES = 80;

/** Pictures may show a bar code, and so may drawings of many strokes. */
function mayBearCodes(page: PDFiumPage): boolean {
  const { module } = page as unknown as { module: Module };
  let strokes = 0;
  for (const object of page.objects()) {
    if (object.type === "text") continue;
    if (object.type !== "path") return true;
    strokes += module._FPDFPath_CountSegments((object as unknown as { objectIdx: number }).objectIdx);
    if (strokes >= FEWEST_STROKES) return true;
  }
  return false;
}

interface Glyph {
  readonly character: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether its line climbs or falls. */
  readonly isAslant: boolean;
}

/** The words of the text layer with their boxes, put together from the places of their characters. */
function wordsOf(page: PDFiumPage, width: number, height: number): readonly Word[] {
  const glyphs = glyphsOf(page);
  const words: Word[] = [];
  let run: Glyph[] = [];
  const finish = () => {
    const word = toWord(run, width, height);
    if (word) words.push(word);
    run = [];
  };
  for (const glyph of glyphs) {
    const last = run.at(-1);
    if (/\s/.test(glyph.character) || (last && startsNewWord(run, last, glyph))) finish();
    if (!/\s/.test(glyph.character)) run.push(glyph);
  }
  finish();
  return words;
}

/** Apostrophes hang and commas drop, so a glyph is on the line when it overlaps anything of the word in height. */
function startsNewWord(run: readonly Glyph[], last: Glyph, next: Glyph): boolean {
  const size = Math.max(...run.map((glyph) => glyph.top - glyph.bottom), next.top - next.bottom, 1);
  const isBeside = run.some((glyph) => next.bottom < glyph.top && next.top > glyph.bottom);
  const isElsewhere = !isBeside || next.left < last.left - size;
  return isElsewhere || next.left - last.right > size * 0.6;
}

function toWord(run: readonly Glyph[], width: number, height: number): Word | null {
  // Compatibility forms (Kangxi radicals, full-width letters) are folded to what a reader means by them.
  const text = run
    .map((glyph) => glyph.character)
    .join("")
    .normalize("NFKC");
  if (text.trim() === "") return null;
  const left = Math.min(...run.map((glyph) => glyph.left));
  const right = Math.max(...run.map((glyph) => glyph.right));
  const top = Math.max(...run.map((glyph) => glyph.top));
  const bottom = Math.min(...run.map((glyph) => glyph.bottom));
  const box = { x: left / width, y: 1 - top / height, width: (right - left) / width, height: (top - bottom) / height };
  return { text, box, confidence: 1 };
}

/** Text that climbs steeper than this is read letter by letter, each on a line of its own. */
const SLANT = 0.45;
/** Where more of a page is set so, it is the page that lies on its side. */
const MARGIN = 0.3;

/** Without what is set upright in the margin or across the page, which would get between the words of the lines. */
function withoutMargin(glyphs: readonly Glyph[]): readonly Glyph[] {
  const level = glyphs.filter(({ isAslant }) => !isAslant);
  return glyphs.length - level.length < glyphs.length * MARGIN ? level : glyphs;
}

function glyphsOf(page: PDFiumPage): readonly Glyph[] {
  const { module, pageIdx } = page as unknown as { module: Module; pageIdx: number };
  const text = module._FPDFText_LoadPage(pageIdx);
  const corners = module.wasmExports.malloc(32);
  try {
    const glyphs: Glyph[] = [];
    for (let index = 0; index < module._FPDFText_CountChars(text); index++) {
      const code = module._FPDFText_GetUnicode(text, index);
      if (code === 0 || code === 0xfffe) continue;
      const found = module._FPDFText_GetCharBox(text, index, corners, corners + 8, corners + 16, corners + 24);
      if (!found) continue;
      const [left = 0, right = 0, bottom = 0, top = 0] = new Float64Array(module.HEAPU8.buffer, corners, 4);
      const isAslant = Math.abs(Math.sin(module._FPDFText_GetCharAngle(text, index))) > SLANT;
      glyphs.push({ character: String.fromCodePoint(code), left, right, bottom, top, isAslant });
    }
    return withoutMargin(glyphs);
  } finally {
    module.wasmExports.free(corners);
    module._FPDFText_ClosePage(text);
  }
}
