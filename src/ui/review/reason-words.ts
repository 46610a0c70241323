import { useTranslations } from "next-intl";

/** A reason why a case is here, in two or three words. */
export function useReasonWords(): (code: string) => string {
  const t = useTranslations("review");
  const reasons = useTranslations("reasons");
  return (code) => {
    if (!code.startsWith("factor.")) return reasons.has(code) ? reasons(code) : code;
    const factor = code.slice("factor.".length);
    return t.has(`factor.${factor}`) ? t(`factor.${factor}`) : factor.replaceAll("_", " ");
  };
}
