import type { TimeMeasure } from "@/domain/clearance-time/tables";
import type { MeasureWords } from "./insight-words";
import english from "./messages/time.en.json";
import chinese from "./messages/time.zh.json";
import type { Language } from "./words";

const WORDS: Readonly<Record<Language, Readonly<Record<TimeMeasure, MeasureWords>>>> = { en: english, zh: chinese };

/** The words of a measure of clearance time, the same on the screen and in the API. */
export function wordsOfTime(measure: TimeMeasure, language: Language): MeasureWords {
  return WORDS[language][measure];
}
