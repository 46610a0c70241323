import { useTranslations } from "next-intl";
import type { NextClockView } from "@/contracts/views/clearance-time";
import { Slack } from "@/ui/review/slack";

/** Which clock of a shipment runs out next, and what is left of it. */
export function ClockLeft({ clock }: { readonly clock: NextClockView | null }) {
  const t = useTranslations("clearanceTime");
  if (!clock) return <span className="text-muted">—</span>;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5" title={t(`clock.${clock.code}`)}>
      <Slack dueAt={clock.dueAt} />
      <span className="whitespace-nowrap text-muted text-xs">{t(`clockShort.${clock.code}`)}</span>
    </span>
  );
}
