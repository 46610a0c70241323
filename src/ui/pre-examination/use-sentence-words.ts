import { useTranslations } from "next-intl";
import type { PreExaminationView } from "@/contracts/views/pre-examination";

type Reason = PreExaminationView["reasons"][number];
type Said = Pick<Reason, "code" | "parameters">;

/** The words of the sentences of a pre-examination. */
export function useSentenceWords(): (sentence: Said) => string {
  const t = useTranslations("preExamination");
  const reasons = useTranslations("reasons");
  const fields = useTranslations("field");
  const types = useTranslations("documentType");
  const tiers = useTranslations("aeo.tier");
  return ({ code, parameters }) => {
    if (code.startsWith("factor.") || code.startsWith("control.")) {
      const { tier } = parameters;
      const filled = tier && tiers.has(tier) ? { ...parameters, tier: tiers(tier) } : parameters;
      return reasons.has(code) ? reasons(code, filled) : (code.split(".").at(-1)?.replaceAll("_", " ") ?? code);
    }
    const { field, paper, requirement } = parameters;
    const named = {
      ...parameters,
      ...(field ? { field: fields.has(field) ? fields(field) : field } : {}),
      ...(paper ? { paper: types(paper) } : {}),
      ...(requirement
        ? {
            requirement: reasons.has(`requirement.${requirement}`)
              ? reasons(`requirement.${requirement}`)
              : requirement,
          }
        : {}),
    };
    return t(`sentence.${code}`, named);
  };
}
