import { readFileSync } from "node:fs";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";

/** Pixels across, as the product draws a page to read it. */
const WIDTH = 2000;

/** Draws the pages of a PDF as pictures, for readers that open none; gives how many there are. */
export async function drawPages(path, target) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(readFileSync(path));
  try {
    const count = document.getPageCount();
    for (let index = 0; index < count; index++) {
      const page = document.getPage(index);
      const scale = WIDTH / page.getOriginalSize().originalWidth;
      const { data, width, height } = await page.render({ scale, render: "bitmap" });
      await sharp(data, { raw: { width, height, channels: 4 } })
        .flatten({ background: "#fff" })
        .png({ compressionLevel: 1 })
        .toFile(target(index));
    }
    return count;
  } finally {
    document.destroy();
    library.destroy();
  }
}
