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
