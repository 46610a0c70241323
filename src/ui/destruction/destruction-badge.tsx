import { useTranslations } from "next-intl";
import type { DestructionState } from "@/domain/destruction/destruction";
import { Badge } from "@/ui/parts/badge";

const TONE = {
  applied: "yellow",
  approved: "accent",
  stated: "yellow",
  confirmed: "accent",
  destroyed: "green",
  refused: "red",
  cancelled: "plain",
} as const;

/** Where a destruction stands. */
export function DestructionBadge({ state }: { readonly state: DestructionState }) {
  const t = useTranslations("destruction");
  return <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>;
}
