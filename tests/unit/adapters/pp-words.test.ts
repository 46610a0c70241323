import { describe, expect, it } from "vitest";
import { wordsOf } from "@/adapters/reading/pp-words";

const HEIGHT = 48;
/** What a figure, and a blank, take of a line in a usual sans serif. */
const FIGURE = 27;
const BLANK = 13;

/** A line of figures as the recogniser leaves it: a one is a narrow stroke in the room of any other figure. */
function lineOf(text: string) {
  const characters: { text: string; at: number; sureness: number }[] = [];
  const strokes: [number, number][] = [];
  let left = 20;
  for (const each of text) {
    if (each !== " ") {
      const [from, to] = each === "1" ? [left + 5, left + 18] : [left + 2, left + 25];
      strokes.push([from, to]);
      characters.push({ text: each, at: (from + to) / 2, sureness: 0.99 });
    }
    left += each === " " ? BLANK : FIGURE;
  }
  const width = left + 20;
  const data = new Uint8Array(width * HEIGHT).fill(255);
  for (const [from, to] of strokes)
    for (let row = 12; row < 36; row++) data.fill(0, row * width + from, row * width + to);
  return {
    line: { x: width / 2, y: HEIGHT / 2, length: width, height: HEIGHT, angle: 0 },
    characters: characters.map((each) => ({ ...each, at: each.at / width })),
    sureness: 0.99,
    strip: { data, width, height: HEIGHT },
  };
}

const texts = (text: string) => {
  const line = lineOf(text);
  const raster = { width: line.strip.width, height: HEIGHT, data: new Uint8Array(0) };
  return wordsOf(line, raster).map((word) => word.text);
};

describe("words of a line", () => {
  it.each(["112", "211", "1111", "60210231"])(
    "keeps the number %s in one, however much white its ones have",
    (number) => {
      expect(texts(number)).toEqual([number]);
    },
  );

  it.each(["11 12", "1 2", "2 1", "20 40"])("parts the numbers of %s, which have a blank between them", (numbers) => {
    expect(texts(numbers)).toEqual(numbers.split(" "));
  });
});
