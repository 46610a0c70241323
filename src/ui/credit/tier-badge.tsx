import { useTranslations } from "next-intl";
import type { AeoRowView } from "@/contracts/views/credit";
import { Badge } from "@/ui/parts/badge";

const LOOK = {
  advanced_certified: { mark: "★", tone: "green" },
  certified: { mark: "☆", tone: "green" },
  regular: { mark: "–", tone: "plain" },
  dishonest: { mark: "▲", tone: "yellow" },
  seriously_dishonest: { mark: "■", tone: "red" },
} as const;

/** A credit class by sign, word and colour. */
export function TierBadge({ tier }: Pick<AeoRowView, "tier">) {
  const t = useTranslations("aeo");
  const { mark, tone } = LOOK[tier];
  return (
    <Badge tone={tone}>
      <span aria-hidden>{mark}</span>
      {t(`tier.${tier}`)}
    </Badge>
  );
}
