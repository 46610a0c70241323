import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPacket } from "@/domain/extraction/packet";
import type { PageText, Word } from "@/domain/extraction/words";
import {
  type Consignment,
  consignment,
  type Drawn,
  invoicePages,
  originPage,
  packingListPage,
  waybillPage,
} from "../../support/papers";

/** A drawing as the words that a text layer gives of it. */
function toPage(drawn: Drawn, number: number): PageText {
  const words = drawn.flatMap(([x, line, text, size = 10]): Word[] => {
    let at = x;
    return text.split(" ").map((part) => {
      const width = part.length * size * 0.00086;
      const word = {
        text: part,
        box: { x: at, y: (30 + line * 20 - size) / 842, width, height: size / 842 },
        confidence: 1,
      };
      at += width + size * 0.0005;
      return word;
    });
  });
  return { number, aspect: 595 / 842, method: "text_layer", rotation: 0, words };
}

const papers: readonly ((of: Consignment) => readonly Drawn[])[] = [
  (of) => invoicePages(of),
  (of) => invoicePages(of, 2),
  (of) => invoicePages(of, 4),
  (of) => [packingListPage(of)],
  (of) => [waybillPage(of)],
  (of) => [originPage(of)],
  // The back of a sheet.
  (of) => [waybillPage(of), []],
];

const paper = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom(...papers))
  .map(([n, make]) => make(consignment(n)));

describe("a packet", () => {
  it("is cut where its papers begin, in whatever order they lie", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(paper, { minLength: 1, maxLength: 7, selector: (pages) => JSON.stringify(pages) }),
        (pack) => {
          const pages = pack.flat().map((drawn, index) => toPage(drawn, index + 1));
          let first = 1;
          const wanted = pack.map((own) => {
            const range = { firstPage: first, lastPage: first + own.length - 1 };
            first += own.length;
            return range;
          });
          expect(splitPacket(pages)).toEqual(wanted);
        },
      ),
      { numRuns: 60, seed: 20261126 },
    );
  });

  it("whatever its pages say is cut into ranges that hold each page once, in order", () => {
    const word = fc
      .tuple(
        fc.constantFrom("INVOICE", "PACKING LIST", "Page 1 of 2", "2/2", "No: A-17", "continued", "x", "10.00"),
        fc.nat(38),
      )
      .map(([text, line]) => [0.1, line, text] as const);
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 8 }), { maxLength: 8 }), (drawings) => {
        const ranges = splitPacket(drawings.map((drawn, index) => toPage(drawn, index + 1)));
        const pages = ranges.flatMap(({ firstPage, lastPage }) =>
          Array.from({ length: lastPage - firstPage + 1 }, (_, index) => firstPage + index),
        );
        expect(pages).toEqual(drawings.map((_, index) => index + 1));
      }),
      { numRuns: 60 },
    );
  });
});
