import { useTranslations } from "next-intl";
import type { LawBasketRowView } from "@/contracts/views/law";
import { Badge } from "@/ui/parts/badge";

const LOOK = {
  draft: { mark: "…", tone: "plain" },
  checked: { mark: "◆", tone: "blue" },
  approved: { mark: "▷", tone: "green" },
  active: { mark: "✓", tone: "green" },
  rejected: { mark: "–", tone: "plain" },
  withdrawn: { mark: "■", tone: "red" },
} as const satisfies Record<LawBasketRowView["state"], { mark: string; tone: string }>;

/** How far a basket is, by sign, word and colour. */
export function BasketState({ state }: Pick<LawBasketRowView, "state">) {
  const t = useTranslations("law");
  const { mark, tone } = LOOK[state];
  return (
    <Badge tone={tone}>
      <span aria-hidden>{mark}</span>
      {t(`state.${state}`)}
    </Badge>
  );
}
