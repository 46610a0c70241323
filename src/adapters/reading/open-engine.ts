import type { Engine } from "./engine";
import { createPpOcr } from "./pp-ocr";
import { createTesseract } from "./tesseract";

let opened: Promise<Engine> | null = null;

/**
 * The better engine where it is installed, else the one that always is (ADR 16). It is opened when there is something to
 * read, once in a process, and goes with it.
 */
export const engine: Engine = {
  readPage: async (picture) => (await open()).readPage(picture),
  readRegion: async (raster) => (await open()).readRegion(raster),
};

function open(): Promise<Engine> {
  opened ??= createPpOcr().then((better) => better ?? createTesseract());
  return opened;
}
