import type { Verdict } from "@/domain/passport/verdict";
import english from "./messages/verdicts.en.json";
import chinese from "./messages/verdicts.zh.json";
import type { Language } from "./words";

interface Said {
  readonly sentence: string;
  readonly remedy: string;
}

const WORDS: Readonly<Record<Language, Readonly<Record<Verdict, Said>>>> = { en: english, zh: chinese };

/** A verdict on a passport of somebody else in one sentence, and what to do about it. */
export function describeVerdict(verdict: Verdict, language: Language): Said {
  return WORDS[language][verdict];
}
