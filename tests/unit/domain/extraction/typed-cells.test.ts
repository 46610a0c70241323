import { describe, expect, it } from "vitest";
import { withWholeWords } from "@/domain/extraction/even-type";
import type { PageText, Word } from "@/domain/extraction/words";

const ROOM = 0.0085;
const LINE = 0.02;

/** A line that is typed, read with bars where an engine took the white in a word for a blank. */
function typed(row: number, at: number, text: string): readonly Word[] {
  let x = at;
  return text.split(/(?<=[ |])/).flatMap((part) => {
    const word = part.replace(/[ |]$/, "");
    const box = { x, y: 0.1 + row * LINE, width: (word.length - 0.3) * ROOM, height: 0.01 };
    x += (word.length + (part.endsWith(" ") ? 1 : 0)) * ROOM;
    return word === "" ? [] : [{ text: word, box, confidence: 0.95 }];
  });
}

/** A line that is printed: letters of many widths, blanks narrower than any of them. */
function printed(row: number, at: number, text: string): readonly Word[] {
  let x = at;
  return text.split(" ").map((word, index) => {
    const width = word.length * ROOM * (0.62 + ((word.charCodeAt(0) + index) % 7) * 0.05);
    const box = { x, y: 0.1 + row * LINE, width, height: 0.01 };
    x += width + ROOM * 0.42;
    return { text: word, box, confidence: 0.95 };
  });
}

function form(...lines: readonly (readonly Word[])[]): PageText {
  return { number: 1, aspect: 0.7, method: "ocr", rotation: 0, words: lines.flat() };
}

const FILLED = [
  printed(0, 0.05, "Shipper (complete name and address)"),
  typed(1, 0.05, "TAIZHOU BRIGHTWAY MACHINERY TRADING"),
  printed(2, 0.05, "Port of Loading and Place of Receipt"),
  typed(3, 0.05, "NINGBO PORT CHINA TERMINAL FOUR"),
];

const textsOf = (page: PageText) => page.words.map(({ text }) => text);

describe("what is typed between the captions of a printed form", () => {
  it("is whole again where the white of narrow letters looked like a blank", () => {
    const page = form(
      ...FILLED,
      typed(4, 0.05, "FRE|IGHT COLLECT AT ITA|JAI BRAZ|IL"),
      typed(5, 0.05, "I|NVOICE NO. BW-|26-0904"),
    );
    expect(textsOf(withWholeWords(page)).slice(-8)).toEqual(
      "FREIGHT COLLECT AT ITAJAI BRAZIL INVOICE NO. BW-26-0904".split(" "),
    );
  });

  it("is whole also where a number fell into its figures", () => {
    expect(textsOf(withWholeWords(form(...FILLED, typed(4, 0.05, "MSDU714|8|2|3|7")))).at(-1)).toBe("MSDU7148237");
  });

  it("leaves the captions as they are printed", () => {
    const page = form(...FILLED, typed(4, 0.05, "FRE|IGHT PREPAID"));
    const captions = textsOf(page).filter((text) => /[a-z]/.test(text));
    expect(textsOf(withWholeWords(page)).filter((text) => /[a-z]/.test(text))).toEqual(captions);
  });

  it("is not looked for on a page where nothing is typed", () => {
    const page = form(
      ...Array.from({ length: 12 }, (_, row) => printed(row, 0.05, "Gross Weight of all Packages shipped")),
    );
    expect(withWholeWords(page)).toBe(page);
  });
});

describe("a letter that was read twice", () => {
  const at = (text: string, x: number, width: number): Word => ({
    text,
    box: { x, y: 0.3, width, height: 0.01 },
    confidence: 0.9,
  });

  it("is taken away where it lies in the box of its word", () => {
    const page = form([at("U", 0.537, 0.0035), at("UNITED", 0.5373, 0.036), at("ARAB", 0.58, 0.024)]);
    expect(textsOf(withWholeWords(page))).toEqual(["UNITED", "ARAB"]);
  });

  it("stays where it stands beside the word", () => {
    const page = form([at("U", 0.53, 0.005), at("UNITED", 0.5373, 0.036)]);
    expect(textsOf(withWholeWords(page))).toEqual(["U", "UNITED"]);
    const other = form([at("7", 0.537, 0.0035), at("UNITED", 0.5373, 0.036)]);
    expect(textsOf(withWholeWords(other))).toEqual(["7", "UNITED"]);
  });
});
