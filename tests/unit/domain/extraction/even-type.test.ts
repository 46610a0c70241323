import { describe, expect, it } from "vitest";
import { withWholeWords } from "@/domain/extraction/even-type";
import type { PageText, Word } from "@/domain/extraction/words";

const ROOM = 0.02;
const LINE = 0.03;

/** Rows as an engine reads them: blanks part words, bars part what belongs together; letters fill seven tenths of their room. */
function typed(rows: readonly string[], room = (_text: string) => ROOM): PageText {
  const words = rows.flatMap((row, index) => {
    let at = 0;
    return row.split(/(?<=[ |])/).flatMap((part): readonly Word[] => {
      const text = part.replace(/[ |]$/, "");
      const own = room(text);
      const box = { x: 0.1 + at * own, y: 0.1 + index * LINE, width: (text.length - 0.3) * own, height: 0.02 };
      at += text.length + (part.endsWith(" ") ? 1 : 0);
      return text === "" ? [] : [{ text, box, confidence: 0.9 }];
    });
  });
  return { number: 1, aspect: 1, method: "ocr", rotation: 0, words };
}

const TILL = [
  "KEDAI RUNCIT MEWAH",
  "JALAN BESAR UTAMA",
  "TOTA|L 6|9.0|6",
  "CASH 100.00",
  "CHANGE 30.94",
  "R|eceipt TH|ANK YOU",
];

function textsOf(page: PageText): readonly string[] {
  return page.words.map(({ text }) => text);
}

describe("the words of a page in even type", () => {
  it("are whole again, for a blank has the room of a letter", () => {
    expect(textsOf(withWholeWords(typed(TILL)))).toEqual(
      "KEDAI RUNCIT MEWAH JALAN BESAR UTAMA TOTAL 69.06 CASH 100.00 CHANGE 30.94 Receipt THANK YOU".split(" "),
    );
  });

  it("are whole also where a row is set twice as wide", () => {
    const page = typed(TILL);
    const wide = typed(["MEGAH|JAYA MART"], () => ROOM * 2);
    const below = wide.words.map((word) => ({ ...word, box: { ...word.box, y: 0.4 } }));
    expect(textsOf(withWholeWords({ ...page, words: [...page.words, ...below] })).slice(-2)).toEqual([
      "MEGAHJAYA",
      "MART",
    ]);
  });

  it("stay as they are where letters have as much room as they need", () => {
    const page = typed(TILL, (text) => ROOM * (0.7 + (text.charCodeAt(0) % 5) / 8));
    expect(withWholeWords(page)).toBe(page);
  });

  it("stay as they are where blanks are narrower than letters, however alike these are", () => {
    const page = typed(TILL);
    const near: Word[] = [];
    for (const word of page.words) {
      const before = near.at(-1);
      const x = before?.box.y === word.box.y ? before.box.x + before.box.width + ROOM * 0.7 : word.box.x;
      near.push({ ...word, box: { ...word.box, x } });
    }
    const tight: PageText = { ...page, words: near };
    expect(withWholeWords(tight)).toBe(tight);
  });

  it("stay as they are in a text layer, which knows its words", () => {
    const page: PageText = { ...typed(TILL), method: "text_layer" };
    expect(withWholeWords(page)).toBe(page);
  });
});
