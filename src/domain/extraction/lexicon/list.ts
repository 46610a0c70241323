/** Phrases written one behind the other with commas. */
export function list(phrases: string): readonly string[] {
  return phrases
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}
