import type { PDFiumPage } from "@hyzyla/pdfium";

/** A page as it was drawn: three bytes a pixel, red, green and blue. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The part of the PDFium module that draws, which the package wraps but does not type. */
interface Module {
  readonly HEAPU8: Uint8Array;
  wasmExports: { malloc(bytes: number): number; free(pointer: number): void };
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, pointer: number, stride: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    turn: number,
    flags: number,
  ): void;
}

const CHANNELS = 3;
const BGR = 2;
const WITH_ANNOTATIONS = 0x01;
const RED_FIRST = 0x10;

/**
 * Draws a page on white and lends the drawing to `use`, in the memory of the program, where the next page overwrites it.
 * The package would fill the paper pixel by pixel, with a byte more for each, close the page behind it and give a copy;
 * that takes longer than the drawing of a page of text.
 */
export async function drawPage<T>(
  page: PDFiumPage,
  width: number,
  height: number,
  use: (drawing: Drawing) => Promise<T>,
): Promise<T> {
  const { module, pageIdx } = page as unknown as { module: Module; pageIdx: number };
  const bytes = width * height * CHANNELS;
  const pointer = module.wasmExports.malloc(bytes);
  if (pointer === 0) throw new Error("There is no memory to draw the page in");
  try {
    module.HEAPU8.fill(0xff, pointer, pointer + bytes);
    const bitmap = module._FPDFBitmap_CreateEx(width, height, BGR, pointer, width * CHANNELS);
    module._FPDF_RenderPageBitmap(bitmap, pageIdx, 0, 0, width, height, 0, WITH_ANNOTATIONS | RED_FIRST);
    module._FPDFBitmap_Destroy(bitmap);
    return await use({ width, height, data: new Uint8Array(module.HEAPU8.buffer, pointer, bytes) });
  } finally {
    module.wasmExports.free(pointer);
  }
}
