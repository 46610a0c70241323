import { useTranslations } from "next-intl";
import type { AeoRowView } from "@/contracts/views/credit";
import { Badge } from "@/ui/parts/badge";

const LOOK = {
  proposed: { mark: "…", tone: "plain" },
  active: { mark: "✓", tone: "green" },
  rejected: { mark: "–", tone: "plain" },
  suspended: { mark: "▲", tone: "yellow" },
  superseded: { mark: "–", tone: "plain" },
} as const satisfies Record<AeoRowView["state"], { mark: string; tone: string }>;

interface Props extends Pick<AeoRowView, "state"> {
  readonly hasEnded: boolean;
}

/** Whether an entry counts, by sign, word and colour; one whose last day is over counts no more than one replaced. */
export function EntryState({ state, hasEnded }: Props) {
  const t = useTranslations("aeo");
  const isOver = state === "active" && hasEnded;
  const { mark, tone } = isOver ? LOOK.superseded : LOOK[state];
  return (
    <Badge tone={tone}>
      <span aria-hidden>{mark}</span>
      {isOver ? t("ended") : t(`state.${state}`)}
    </Badge>
  );
}
