import { expect, it } from "vitest";
import { boxAroundAll, inReadingOrder, textOfWords, wordsIn } from "@/domain/extraction/compose-words";
import { parseField } from "@/domain/extraction/parse-field";
import type { Word } from "@/domain/extraction/words";

const word = (text: string, x: number, y: number): Word => ({
  text,
  confidence: 1,
  box: { x, y, width: 0.05, height: 0.01 },
});

it("takes the words of a box row after row, and none that it only touches", () => {
  const words = [word("Co.,", 0.2, 0.1), word("Lingnan", 0.1, 0.101), word("Ltd.", 0.1, 0.12), word("else", 0.1, 0.2)];
  const taken = wordsIn(words, { x: 0.08, y: 0.09, width: 0.2, height: 0.05 });
  expect(textOfWords(taken)).toBe("Lingnan Co., Ltd.");
  expect(boxAroundAll(taken.map((each) => each.box))).toMatchObject({ x: 0.1, y: 0.1 });
});

it("writes Chinese words without blanks", () => {
  expect(textOfWords(inReadingOrder([word("贸易", 0.2, 0.1), word("岭南", 0.1, 0.1), word("Ltd", 0.3, 0.1)]))).toBe(
    "岭南贸易 Ltd",
  );
});

it.each([
  ["gross_weight_kg", "186,40 KGS", "186.40"],
  ["date", "9 Nov 2026", "2026-11-09"],
  ["country_of_origin", "Germany", "DE"],
  ["packages", "24 CARTONS", "24"],
  ["currency", "no currency", null],
  ["seller", " Brightwell ", "Brightwell"],
])("parses what stands in a box for the field %s", (name, text, value) => {
  expect(parseField(name, text)).toBe(value);
});
