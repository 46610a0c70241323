import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { InsightView } from "@/contracts/views/insight";
import { CERTIFIED_AIM } from "@/domain/insight/certified";
import { duration, percent } from "./figures";

/** The four figures that a morning begins with. */
export function KeyFigures({ insight }: { readonly insight: InsightView }) {
  const t = useTranslations("insight");
  const locale = useLocale();
  const { total } = insight.releaseRate;
  const time = insight.releaseTime.find(({ lane }) => lane === "all");
  const chance = insight.hitRate.find(({ by, group }) => by === "slice" && group === "random");
  const ratio = insight.certified.find(({ kind }) => kind === "stopped");
  const within = ({ low, high }: { readonly low: number | null; readonly high: number | null }) =>
    low === null || high === null ? null : `${percent(low, locale)} – ${percent(high, locale)}`;
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? "—" : percent(value, locale);
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 lg:grid-cols-4">
      <Figure name={t("figure.releaseRate")} value={share(total.share)} below={within(total)} />
      <Figure
        name={t("figure.releaseTime")}
        value={time && time.p50 !== null ? duration(time.p50, locale) : "—"}
        below={time && time.p90 !== null ? t("figure.p90", { time: duration(time.p90, locale) }) : null}
      />
      <Figure name={t("figure.chance")} value={share(chance?.share)} below={chance ? within(chance) : null} />
      <Figure
        name={t("figure.certified")}
        value={share(ratio?.ratio)}
        below={ratio && ratio.ratio !== null ? <Aim low={ratio.low} high={ratio.high} /> : null}
      />
    </dl>
  );
}

function Figure({ name, value, below }: { readonly name: string; readonly value: string; readonly below: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-xl font-semibold">{value}</dd>
      {below ? <dd className="text-xs text-muted">{below}</dd> : null}
    </div>
  );
}

/** The aim is met or missed where the whole interval lies on one side of it; else it cannot be told yet. */
function Aim({ low, high }: { readonly low: number | null; readonly high: number | null }) {
  const t = useTranslations("insight");
  if (high !== null && high < CERTIFIED_AIM) return <span className="text-green">● {t("figure.aimMet")}</span>;
  if (low !== null && low > CERTIFIED_AIM) return <span className="text-red">■ {t("figure.aimMissed")}</span>;
  return <span className="text-yellow">▲ {t("figure.aimOpen")}</span>;
}
