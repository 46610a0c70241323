import { useTranslations } from "next-intl";
import type { ReturnState } from "@/contracts/views/goods-return";
import { Badge } from "@/ui/parts/badge";

const LOOKS = {
  applied: { tone: "blue", glyph: "◆" },
  lapsed: { tone: "red", glyph: "■" },
  completed: { tone: "green", glyph: "●" },
  cancelled: { tone: "plain", glyph: "–" },
} as const;

/** How a return stands, with a shape and a word beside the colour. */
export function ReturnBadge({ state }: { readonly state: ReturnState }) {
  const t = useTranslations("goodsReturn");
  const { tone, glyph } = LOOKS[state];
  return (
    <Badge tone={tone}>
      <span aria-hidden>{glyph}</span>
      {t(`state.${state}`)}
    </Badge>
  );
}
