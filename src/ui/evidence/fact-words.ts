import { useLocale, useTranslations } from "next-intl";
import { formatAmount } from "@/ui/parts/amount";

/** The facts of an event that say something to a person, in the language of the screen. */
export function useFactWords(): (facts: Readonly<Record<string, string>>) => string {
  const lanes = useTranslations("lane");
  const types = useTranslations("documentType");
  const names = useTranslations("field");
  const regimes = useTranslations("overview.regimeName");
  const states = useTranslations("requirements.state");
  const rejections = useTranslations("rejections");
  const reasons = useTranslations("reasons");
  const t = useTranslations("event");
  const locale = useLocale();
  const fieldWords = (value: string) => {
    const line = /^lines\.(\d+)\./.exec(value)?.[1];
    const name = value.split(".").at(-1) ?? value;
    const words = names.has(name) ? names(name) : name;
    return line === undefined ? words : `${line}. ${words}`;
  };
  const known: Readonly<Record<string, (value: string) => string | null>> = {
    lane: (value) => (lanes.has(value) ? lanes(value) : value),
    type: (value) => (types.has(value) ? types(value) : value),
    reason: (value) => (rejections.has(value) ? rejections(value) : null),
    version: (value) => t("version", { version: value }),
    number: (value) => value,
    reference: (value) => value,
    field: fieldWords,
    requirement: (value) => (reasons.has(`requirement.${value}`) ? reasons(`requirement.${value}`) : value),
    state: (value) => (states.has(value) ? states(value) : value),
    outcome: (value) => (reasons.has(`outcome.${value}`) ? reasons(`outcome.${value}`) : value),
    total: (value) => `${formatAmount(value, locale)} CNY`,
    amount: (value) => `${formatAmount(value, locale)} CNY`,
    score: (value) => t("score", { score: value }),
    regime: (value) => (regimes.has(value) ? regimes(value) : value),
  };
  return (facts) =>
    Object.entries(known)
      .flatMap(([name, words]) => (facts[name] === undefined ? [] : (words(facts[name]) ?? [])))
      .join(" · ");
}
