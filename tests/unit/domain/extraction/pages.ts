import { readDocument } from "@/domain/extraction/read-document";
import type { PageText, Word } from "@/domain/extraction/words";

const CHARACTER = 0.0085;
const LINE = 0.02;

/**
 * A page as a drawing: each row is a line of the page, each entry `[x, text]` stands at that share of the width.
 * `null` is an empty line.
 */
export function page(rows: readonly (readonly (readonly [number, string])[] | null)[], confidence = 1): PageText {
  const words: Word[] = rows.flatMap((row, index) =>
    (row ?? []).flatMap(([x, text]) => {
      let at = x;
      return text.split(" ").map((part) => {
        const width = part.length * CHARACTER;
        const word = { text: part, box: { x: at, y: 0.05 + index * LINE, width, height: 0.012 }, confidence };
        at += width + CHARACTER * 0.7;
        return word;
      });
    }),
  );
  return { number: 1, aspect: 0.7, method: "text_layer", rotation: 0, words };
}

const ROOM = 0.022;

/** A receipt from a till's roll, read from a picture: each row as it is printed, in letters that all have the same room. */
export function till(rows: readonly string[]): PageText {
  const words: Word[] = rows.flatMap((row, index) =>
    [...row.matchAll(/\S+/g)].map(({ 0: text, index: at }) => ({
      text,
      box: { x: 0.04 + at * ROOM, y: 0.04 + index * LINE, width: (text.length - 0.3) * ROOM, height: 0.014 },
      confidence: 0.98,
    })),
  );
  return { number: 1, aspect: 0.6, method: "ocr", rotation: 0, words };
}

/** What is read of pages: the type, the facts by their names and the cells as `0.amount`. */
export function valuesOf(...pages: Parameters<typeof readDocument>[0]) {
  const { type, fields } = readDocument(pages);
  return {
    type,
    ...Object.fromEntries(
      fields.map((field) => [field.line === null ? field.name : `${field.line}.${field.name}`, field.value]),
    ),
  };
}
