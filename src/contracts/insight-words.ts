import type { MeasureId } from "@/domain/insight/insight";
import english from "./messages/insight.en.json";
import chinese from "./messages/insight.zh.json";
import type { Language } from "./words";

/** What a measure is called, what it means, and how it is counted. */
export interface MeasureWords {
  readonly title: string;
  readonly definition: string;
  readonly formula: string;
}

const WORDS: Readonly<Record<Language, Readonly<Record<MeasureId, MeasureWords>>>> = { en: english, zh: chinese };

/** The words of a measure, the same on the screen and in the API. */
export function wordsOfMeasure(measure: MeasureId, language: Language): MeasureWords {
  return WORDS[language][measure];
}
