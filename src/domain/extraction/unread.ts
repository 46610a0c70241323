import type { PageText } from "./words";

/** Scripts that the product knows by sight and does not read. */
export const UNREAD_SCRIPTS = [
  "thai",
  "arabic",
  "hebrew",
  "cyrillic",
  "greek",
  "hangul",
  "kana",
  "devanagari",
  "bengali",
  "tamil",
] as const;
export type UnreadScript = (typeof UNREAD_SCRIPTS)[number];

const LETTERS: Readonly<Record<UnreadScript, RegExp>> = {
  thai: /\p{Script=Thai}/gu,
  arabic: /\p{Script=Arabic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  greek: /\p{Script=Greek}/gu,
  hangul: /\p{Script=Hangul}/gu,
  kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  devanagari: /\p{Script=Devanagari}/gu,
  bengali: /\p{Script=Bengali}/gu,
  tamil: /\p{Script=Tamil}/gu,
};

/** From this share of its letters on, a text is written in the script. Japanese writes half of itself in Han. */
const SHARE = 0.4;
const SHARE_KANA = 0.2;
const FEWEST_LETTERS = 20;

/** The script in which the pages are written, if it is one that is not read; null otherwise. */
export function unreadScript(pages: readonly Pick<PageText, "words">[]): UnreadScript | null {
  const text = pages.flatMap((page) => page.words.map((word) => word.text)).join("");
  return scriptOf(text);
}

/** The same of a text. */
export function scriptOf(text: string): UnreadScript | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST_LETTERS) return null;
  const found = UNREAD_SCRIPTS.find((script) => {
    const own = text.match(LETTERS[script])?.length ?? 0;
    return own / letters >= (script === "kana" ? SHARE_KANA : SHARE);
  });
  return found ?? null;
}
