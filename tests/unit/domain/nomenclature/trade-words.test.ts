import { describe, expect, it } from "vitest";
import { parseTradeWords } from "@/domain/nomenclature/trade-words";

const head = "code\tlang\tkind\ttext\n";

describe("trade words", () => {
  it("come several to a line as words and brands, one to a line as titles", () => {
    const read = parseTradeWords(
      "a.tsv",
      `${head}611020\ten\tword\thoodie; sweatshirt\n611020\ten\ttitle\tHoodie; red\n`,
    );
    expect(read.map(({ text }) => text)).toEqual(["hoodie", "sweatshirt", "Hoodie; red"]);
  });

  it("name the file and the line that is none", () => {
    expect(() => parseTradeWords("a.tsv", `${head}6110\ten\tword\thoodie`)).toThrow(/a\.tsv, line 2/);
    expect(() => parseTradeWords("a.tsv", `${head}611020\ten\tnoun\thoodie`)).toThrow(/a\.tsv, line 2/);
  });
});
