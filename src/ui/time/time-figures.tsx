import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ClearanceTimeView } from "@/contracts/views/clearance-time";
import { saved } from "@/domain/clearance-time/baseline";
import { compare, decimal, formatDecimal, round, ZERO } from "@/domain/shared/decimal";
import { duration, percent } from "@/ui/insight/figures";
import { Amount } from "@/ui/parts/amount";

/** The figures that a day begins with: the promise, what is at stake, and what one declaration saved. */
export function TimeFigures({ time }: { readonly time: ClearanceTimeView }) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  const all = time.lanes.find(({ lane }) => lane === "all");
  const limit = duration(time.promise.limit, locale);
  const isKept = (value: number) => value <= time.promise.limit;
  const time95 = all?.p95 ?? null;
  const keptShare = all && all.released > 0 ? all.kept / all.released : null;
  const { count, late, stakes } = time.underwayTotals;
  const savedOf = (figure: "keyed" | "touches" | "seconds") => {
    const share = saved(time.baseline, figure);
    return share === null ? "—" : percent(share, locale);
  };
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 lg:grid-cols-3 2xl:grid-cols-6">
      <Figure
        name={t("top.p50")}
        value={all && all.p50 !== null ? duration(all.p50, locale) : "—"}
        below={t("top.promise", { limit })}
      />
      <Figure
        name={t("top.p95")}
        value={time95 === null ? "—" : duration(time95, locale)}
        below={
          time95 === null ? null : isKept(time95) ? (
            <span className="text-green">● {t("top.within")}</span>
          ) : (
            <span className="text-red">■ {t("top.beyond")}</span>
          )
        }
      />
      <Figure
        name={t("top.kept")}
        value={keptShare === null ? "—" : percent(keptShare, locale)}
        below={all ? t("top.keptOf", { kept: all.kept, released: all.released }) : null}
      />
      <Figure name={t("top.stake")} value={<Stake stakes={stakes} />} below={t("top.stakeOf", { count, late })} />
      <Figure
        name={t("top.steps")}
        value={savedOf("touches")}
        below={`▲ ${t("top.keyed", { share: savedOf("keyed") })}`}
      />
      <Figure name={t("top.seconds")} value={savedOf("seconds")} below={`▲ ${t("top.assumed")}`} />
    </dl>
  );
}

/** What is at stake together, for each currency; all of an installation are assessed in one. */
function Stake({ stakes }: Pick<ClearanceTimeView["underwayTotals"], "stakes">) {
  const known = stakes.filter(({ amount }) => compare(decimal(amount), ZERO) > 0);
  if (known.length === 0) return "—";
  return known.map(({ amount, currency }) => (
    <Amount key={currency} value={formatDecimal(round(decimal(amount), 0))} currency={currency} leastDigits={0} />
  ));
}

function Figure({
  name,
  value,
  below,
}: {
  readonly name: string;
  readonly value: ReactNode;
  readonly below: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="text-xl font-semibold">{value}</dd>
      {below ? <dd className="text-xs text-muted">{below}</dd> : null}
    </div>
  );
}
