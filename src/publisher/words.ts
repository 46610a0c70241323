import english from "@/contracts/messages/passport.en.json";
import chinese from "@/contracts/messages/passport.zh.json";
import type { Language } from "@/contracts/words";

type Words = typeof english;

const WORDS: Readonly<Record<Language, Words>> = { en: english, zh: chinese };

/** The words of published pages. */
export function words(language: Language): Words {
  return WORDS[language];
}

/** A sentence with its values filled in. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

const LOCALES: Readonly<Record<Language, string>> = { en: "en-GB", zh: "zh-CN" };
const DATES: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat(LOCALES.en, { dateStyle: "long", timeZone: "UTC" }),
  zh: new Intl.DateTimeFormat(LOCALES.zh, { dateStyle: "long", timeZone: "UTC" }),
};
const COUNTRIES: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames([LOCALES.en], { type: "region" }),
  zh: new Intl.DisplayNames([LOCALES.zh], { type: "region" }),
};

/** A day as it is said. */
export function dayWords(day: string, language: Language): string {
  return DATES[language].format(new Date(`${day}T00:00:00Z`));
}

const OFFICE_DAY = new Intl.DateTimeFormat("en-CA", {
  ...{ timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit" },
});

/** The day at the customs offices in which an instant falls, as it is said. */
export function officeDayWords(instant: Date, language: Language): string {
  return dayWords(OFFICE_DAY.format(instant), language);
}

/** A country as it is said; its code where it has no name. */
export function countryWords(code: string, language: Language): string {
  return COUNTRIES[language].of(code) ?? code;
}
