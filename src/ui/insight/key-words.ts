import { useLocale, useTranslations } from "next-intl";

const COUNTRY = /^[A-Z]{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the keys in tables and drawings are called: choices, lanes, sizes, countries; a rule keeps its own code. */
export function useKeyWords(): (column: string, key: string) => string {
  const t = useTranslations("insight.key");
  const locale = useLocale();
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  return (column, key) => {
    if (DAY.test(key) || column === "feature") return key;
    if (column === "group" && COUNTRY.test(key)) return countries.of(key) ?? key;
    return t.has(key) ? t(key) : key;
  };
}
