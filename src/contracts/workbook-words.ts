import english from "./messages/workbook.en.json";
import chinese from "./messages/workbook.zh.json";
import type { Language } from "./words";

export type { Language } from "./words";

/** The words of a printed workbook. */
export type WorkbookWords = typeof english;

const WORDS: Readonly<Record<Language, WorkbookWords>> = { en: english, zh: chinese };

/** What a printed workbook is worded in. */
export function workbookWords(language: Language): WorkbookWords {
  return WORDS[language];
}
