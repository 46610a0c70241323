import type { Engine } from "./engine";
import { createPpOcr } from "./pp-ocr";
import { createTesseract } from "./tesseract";

/** The better engine where it is installed, else the one that always is (ADR 16); opened when there is something to read. */
export function openEngine(folder: string): Engine {
  let opened: Promise<Engine> | null = null;
  const engine = () => {
    opened ??= createPpOcr().then((better) => better ?? createTesseract(folder));
    return opened;
  };
  return {
    readPage: async (picture) => (await engine()).readPage(picture),
    readRegion: async (raster) => (await engine()).readRegion(raster),
    close: async () => {
      if (opened) await (await opened).close();
    },
  };
}
