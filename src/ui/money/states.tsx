import { useTranslations } from "next-intl";
import type { BillState } from "@/contracts/views/money";
import { Badge } from "@/ui/parts/badge";

const LOOKS = {
  open: { tone: "blue", glyph: "◆" },
  overdue: { tone: "red", glyph: "■" },
  differs: { tone: "yellow", glyph: "▲" },
  paid: { tone: "green", glyph: "●" },
} as const;

/** How a bill stands, with a shape and a word beside the colour. */
export function BillBadge({ state }: { readonly state: BillState }) {
  const t = useTranslations("money");
  const { tone, glyph } = LOOKS[state];
  return (
    <Badge tone={tone}>
      <span aria-hidden>{glyph}</span>
      {t(`billState.${state}`)}
    </Badge>
  );
}
