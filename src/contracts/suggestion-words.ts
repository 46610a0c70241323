import type { Suggestion } from "@/domain/pre-examination/suggestions";
import english from "./messages/questions.en.json";
import chinese from "./messages/questions.zh.json";

const WORDS = { en: english, zh: chinese } as const;

/** What a suggestion says, in both languages: a broker reads the one, or the other. */
export function wordsOfSuggestion(suggestion: Suggestion): { readonly en: string; readonly zh: string } {
  const { lines } = suggestion;
  const code = suggestion.kind === "question" ? suggestion.question : (`scope_${suggestion.packages}` as const);
  const inWords = (language: keyof typeof WORDS) => {
    const words = WORDS[language];
    const named = lines.length > 0 ? words.lines.replace("{lines}", lines.join(language === "zh" ? "、" : ", ")) : "";
    return words[code].replace("{lines}", named);
  };
  return { en: inWords("en"), zh: inWords("zh") };
}
