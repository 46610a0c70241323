import { useTranslations } from "next-intl";
import type { RiskView } from "@/contracts/views/shipment";

type Contribution = RiskView["contributions"][number];

/** The words of an assessment: its factors, the facts that they rest on, and what decided the lane. */
export function useRiskWords() {
  const reasons = useTranslations("reasons");
  const declared = useTranslations("declared");
  const tiers = useTranslations("aeo.tier");
  const t = useTranslations("risk");
  return {
    factor: ({ factor, parameters }: Contribution): string => {
      const { tier } = parameters;
      const inWords = tier && tiers.has(tier) ? { ...parameters, tier: tiers(tier) } : parameters;
      return reasons.has(`factor.${factor}`) ? reasons(`factor.${factor}`, inWords) : factor.replaceAll("_", " ");
    },
    fact: ({ evidence }: Contribution): string => {
      const name = evidence.split(".").at(-1) ?? "";
      if (/^\w+$/.test(name) && declared.has(name)) return declared(name);
      return t.has(`fact.${evidence}`) ? t(`fact.${evidence}`) : t("fact.credit");
    },
    cause: ({ laneCause }: RiskView): string => {
      const [cause = "score", rule] = laneCause.split(":");
      return rule && reasons.has(`control.${rule}`) ? reasons(`control.${rule}`) : reasons(`cause.${cause}`);
    },
  };
}

/** Where in the shipment the fact of a contribution stands; null for a register outside of it. */
export function placeOf({ evidence }: Contribution): string | null {
  if (evidence.startsWith("lines")) return "?tab=declaration#section-goods";
  if (evidence === "documents") return "?tab=documents";
  if (evidence === "customsValue") return "?tab=tax";
  if (evidence === "reviews") return "?tab=timeline&layers=review";
  return /^[a-z]+([A-Z][a-z]+)*$/.test(evidence) && evidence !== "credit" ? "?tab=declaration" : null;
}
