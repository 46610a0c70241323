import { listed } from "./nomenclature";

/** How trade names goods: a word for them, a maker whose goods mostly fall there, or goods as somebody described them. */
export interface TradeWord {
  readonly code: string;
  readonly lang: "en" | "zh";
  readonly kind: "word" | "brand" | "title";
  readonly text: string;
}

const KINDS = ["word", "brand", "title"] as const;

/**
 * Reads a table of trade words: a header line, then code, language, kind and text with tabs; words and brands of a line
 * have semicolons between. Throws, naming the file and the line, when a line has another shape.
 */
export function parseTradeWords(name: string, table: string): readonly TradeWord[] {
  return table.split("\n").flatMap((line, index) => {
    if (index === 0 || line.trim() === "") return [];
    const [code, lang, kindText, text] = line.split("\t");
    const kind = KINDS.find((each) => each === kindText);
    if (!code || !/^\d{6}$/.test(code) || (lang !== "en" && lang !== "zh") || !kind || !text)
      throw new Error(`${name}, line ${index + 1}, is not code, en or zh, word, brand or title, and text.`);
    return (kind === "title" ? [text.trim()] : listed(text)).map((each) => ({ code, lang, kind, text: each }));
  });
}
