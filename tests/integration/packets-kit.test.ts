import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openPdf } from "@/adapters/reading/pdf";
import { readPacket } from "@/domain/extraction/packet";
import { isTrustworthyTextLayer } from "@/domain/extraction/text-layer";
import type { PageText } from "@/domain/extraction/words";

/** A folder of documents with their truth that is no part of this repository; nobody made them as packets. Without it this file is left out. */
const KIT = join(process.env.TWOGATE_DOCUMENTS_KIT ?? "../shared/kits/documents", "public");
interface Paper {
  readonly name: string;
  readonly type: string;
  readonly pages: readonly PageText[];
}

/** The PDFs that have a text layer; the others would be read by an engine, which is another test's matter. */
async function textPapers(): Promise<readonly Paper[]> {
  const papers: Paper[] = [];
  for (const name of readdirSync(join(KIT, "docs")).filter((each) => each.endsWith(".pdf"))) {
    const opened = await openPdf(join(KIT, "docs", name));
    if (!opened.ok) continue;
    const pages = Array.from({ length: opened.value.pageCount }, (_, index): PageText => {
      const { aspect, words } = opened.value.page(index);
      return { number: index + 1, aspect, method: "text_layer", rotation: 0, words: words() };
    });
    const truth = JSON.parse(readFileSync(join(KIT, "truth", name.replace(/\.pdf$/, ".json")), "utf8"));
    if (pages.every(({ words }) => isTrustworthyTextLayer(words))) papers.push({ name, type: truth.doc_type, pages });
  }
  return papers;
}

describe("papers from elsewhere in one file, in any order", () => {
  it("are told apart at the right pages, each with its type", async () => {
    const papers = await textPapers();
    expect(papers.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(fc.shuffledSubarray([...papers], { minLength: 1, maxLength: 6 }), (pack) => {
        const pages = pack.flatMap((paper) => paper.pages).map((page, index) => ({ ...page, number: index + 1 }));
        let first = 1;
        const wanted = pack.map((paper) => {
          const range = { firstPage: first, lastPage: first + paper.pages.length - 1, type: paper.type };
          first = range.lastPage + 1;
          return range;
        });
        const got = readPacket(pages).map(({ firstPage, lastPage, type }) => ({ firstPage, lastPage, type }));
        expect(got).toEqual(wanted);
      }),
      { numRuns: 30, seed: 20261126 },
    );
  }, 240_000);
});
