/** Phrases written one behind the other with commas; they may go over the end of a line. */
export function list(phrases: string): readonly string[] {
  return phrases
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "");
}
