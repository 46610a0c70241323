import { useTranslations } from "next-intl";
import type { WorkbookRowView } from "@/contracts/views/credit-policy";
import { Badge } from "@/ui/parts/badge";

const LOOK = {
  draft: { mark: "○", tone: "plain" },
  submitted: { mark: "◆", tone: "blue" },
  returned: { mark: "▲", tone: "yellow" },
  proposed: { mark: "◆", tone: "blue" },
  approved: { mark: "●", tone: "green" },
  rejected: { mark: "■", tone: "red" },
  reviewed: { mark: "●", tone: "green" },
} as const;

/** Where a workbook stands, by sign, word and colour. */
export function WorkbookState({ state }: Pick<WorkbookRowView, "state">) {
  const t = useTranslations("workbook");
  const { mark, tone } = LOOK[state];
  return (
    <Badge tone={tone}>
      <span aria-hidden>{mark}</span>
      {t(`state.${state}`)}
    </Badge>
  );
}
