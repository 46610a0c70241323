import type { Language } from "@/contracts/words";
import english from "./words.en.json";
import chinese from "./words.zh.json";

export type Words = typeof english;

/** The words of the page. */
export const WORDS: Readonly<Record<Language, Words>> = { en: english, zh: chinese };

/** A text with its holes filled. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** The language that a reader's browser asks for. */
export function languageOf(tags: readonly string[]): Language {
  const first = tags.find((tag) => /^(en|zh)\b/i.test(tag));
  return first?.toLowerCase().startsWith("zh") ? "zh" : "en";
}
