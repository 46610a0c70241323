import { copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 } from "uuid";
import { openPdf } from "@/adapters/reading/pdf";
import type { DocumentReader } from "@/application/reading";
import { readPacket } from "@/domain/extraction/packet";
import type { PageText } from "@/domain/extraction/words";
import { err, ok } from "@/domain/shared/result";

/**
 * Reads the text layer of PDFs within the test's own process, with one picture for all pages. It is for tests of what
 * follows from a reading; those of the reading itself, and of what is no text, use the reader.
 */
export function createQuickReader(): DocumentReader {
  return {
    read: async ({ path }, onPage) => {
      const opened = await openPdf(path);
      if (!opened.ok) return err({ kind: "file_rejected", reason: opened.error });
      const { pageCount, page, close } = opened.value;
      const pages: PageText[] = [];
      for (let index = 0; index < pageCount; index++) {
        const { aspect, words } = page(index);
        const text: PageText = { number: index + 1, aspect, method: "text_layer", rotation: 0, words: words() };
        pages.push(text);
        const imagePath = join(tmpdir(), `twogate-page-${v7()}.png`);
        copyFileSync("samples/wine/waybill.png", imagePath);
        await onPage({ page: text, imagePath, pageCount, soFar: null });
      }
      close();
      return ok({ pageCount, parts: readPacket(pages) });
    },
  };
}
