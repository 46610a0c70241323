import { createTranslator } from "next-intl";
import type { Language } from "@/contracts/words";
import { CATALOGUES, TIME_ZONE } from "./catalogues";

/** Says words of the interface outside of its pages, by their place in the catalogue such as `orders.state.waiting`. */
export interface Say {
  (place: string, values?: Readonly<Record<string, string | number>>): string;
  has(place: string): boolean;
}

/** The words of a language. */
export function wordsIn(language: Language): Say {
  const messages: Record<string, unknown> = CATALOGUES[language];
  return createTranslator({ locale: language, messages, timeZone: TIME_ZONE }) as unknown as Say;
}

// The Swedish way of writing dates and times is that of ISO 8601.
const CLOCK = new Intl.DateTimeFormat("sv-SE", {
  timeZone: TIME_ZONE,
  dateStyle: "short",
  timeStyle: "medium",
});

/** What the clock of the office shows at an instant: `2026-11-27 15:40:01`. */
export function officeTime(instant: string): string {
  return CLOCK.format(new Date(instant));
}
