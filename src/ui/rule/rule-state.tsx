import { useTranslations } from "next-intl";
import type { RuleRowView } from "@/contracts/views/rule";
import { Badge } from "@/ui/parts/badge";

const LOOK = {
  draft: { mark: "…", tone: "plain" },
  checked: { mark: "◇", tone: "plain" },
  backtested: { mark: "◆", tone: "blue" },
  shadow: { mark: "◐", tone: "blue" },
  approved: { mark: "▷", tone: "green" },
  active: { mark: "✓", tone: "green" },
  retired: { mark: "■", tone: "plain" },
  rejected: { mark: "–", tone: "plain" },
} as const satisfies Record<RuleRowView["state"], { mark: string; tone: string }>;

/** How far a version of a rule is, by sign, word and colour. */
export function RuleState({ state }: Pick<RuleRowView, "state">) {
  const t = useTranslations("rules");
  const { mark, tone } = LOOK[state];
  return (
    <Badge tone={tone}>
      <span aria-hidden>{mark}</span>
      {t(`state.${state}`)}
    </Badge>
  );
}
