import { useTranslations } from "next-intl";
import type { ExpiryBand } from "@/domain/account-book/expiry";
import { Badge } from "@/ui/parts/badge";

const LOOK = {
  expired: { mark: "■", tone: "red" },
  within_7: { mark: "▲", tone: "red" },
  within_30: { mark: "▲", tone: "yellow" },
  within_60: { mark: "◆", tone: "blue" },
} as const satisfies Record<ExpiryBand, { mark: string; tone: string }>;

/** The last day of goods, and how near it is where that matters. */
export function Expiry({ day, band }: { readonly day: string | null; readonly band: ExpiryBand | null }) {
  const t = useTranslations("stock");
  if (day === null) return <span className="text-muted">–</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <span className="whitespace-nowrap">{day}</span>
      {band ? (
        <Badge tone={LOOK[band].tone}>
          <span aria-hidden>{LOOK[band].mark}</span>
          {t(`band.${band}`)}
        </Badge>
      ) : null}
    </span>
  );
}
