"use client";

const YEAR_S = 365 * 24 * 60 * 60;

/** Remembers the language for the next pages; what is being typed on this one stays. */
export function chooseLanguage(locale: "en" | "zh"): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we support
  document.cookie = `locale=${locale}; path=/; max-age=${YEAR_S}; samesite=lax`;
}
