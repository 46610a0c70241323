import { useTranslations } from "next-intl";
import { cn } from "@/ui/parts/cn";

export type Lane = "green" | "blue" | "yellow" | "red";

export const LANE_SHAPE: Readonly<Record<Lane, string>> = { green: "●", blue: "◆", yellow: "▲", red: "■" };
const COLOUR: Readonly<Record<Lane, string>> = {
  green: "text-green",
  blue: "text-blue",
  yellow: "text-yellow",
  red: "text-red",
};

/** A lane by shape, word and colour; never by colour alone. */
export function LaneBadge({ lane, isShort = false }: { readonly lane: Lane; readonly isShort?: boolean }) {
  const t = useTranslations("lane");
  return (
    <span className={cn("inline-flex items-center gap-1 whitespace-nowrap font-medium", COLOUR[lane])}>
      <span aria-hidden>{LANE_SHAPE[lane]}</span>
      <span className={isShort ? "sr-only" : undefined}>{t(lane)}</span>
    </span>
  );
}
