import chinese from "./messages/citations.zh.json";

const CHINESE: Readonly<Record<string, string>> = chinese;

/**
 * A law as a reader of the language knows it. What is stored and hashed stays the text of the reference data; a citation
 * that nobody has put into Chinese is shown as it is.
 */
export function citationIn(citation: string, language: string): string {
  return language === "zh" ? (CHINESE[citation] ?? citation) : citation;
}
