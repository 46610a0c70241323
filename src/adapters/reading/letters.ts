/** Letters around a sign of a word decide which of two that look alike it is. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  // "MedicaI", "TotaI": a capital I does not end a word of small letters. Within one it may begin another that was run on.
  [/(?<=\p{Ll}{2})I(?=$|[^\p{L}\d])/gu, "l"],
  // "EIRELl", "AIR WAYBlLL": nor a small l among capitals.
  [/(?<=\p{Lu}{2})l(?=\p{Lu}|$|[^\p{L}\d])|(?<![\p{L}\d])l(?=\p{Lu}{2})/gu, "I"],
  // "KirchstraBe", "GruBe": a capital B behind a vowel in the middle of a word is the sharp s that the engine lacks.
  [/(?<=\p{Ll}{2}[aeiouäöü])B(?=$|[ehlt](?:\p{Ll}|$)|[^\p{L}\d])/gu, "ß"],
];

/** Letters and noughts with no other figure are a word, not a number: "0RIGIN", "C0VER". */
const WORD_WITH_NOUGHTS = /^[^\p{L}\d]*(?=(?:[^\p{Lu}]*\p{Lu}){3})(?:\p{Lu}|0(?!0))+[^\p{L}\d]*$/u;

/** What an engine read as a word, with the letters that its neighbours rule out put right. Numbers are left alone. */
export function withLikelyLetters(text: string): string {
  const word = WORD_WITH_NOUGHTS.test(text) ? text.replace(/0/g, "O") : text;
  return ALIKE.reduce((now, [pattern, letter]) => now.replace(pattern, letter), word);
}
