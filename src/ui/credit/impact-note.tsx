"use client";

import { ArrowRight, ScanSearch } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CreditImpactView } from "@/contracts/views/credit-policy";
import { LaneBadge } from "@/ui/gate/lane";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TierBadge } from "./tier-badge";

interface Props {
  /** Where the impact is asked for, below the API. */
  readonly path: string;
}

/** Asks which open shipments an act would change, and shows them before it is done. */
export function ImpactNote({ path }: Props) {
  const t = useTranslations("credit");
  const [impact, setImpact] = useState<CreditImpactView | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async () => {
    setBusy(true);
    setTrouble(null);
    await api<CreditImpactView>(path).then(setImpact, (error: unknown) => setTrouble(wordsOf(error)));
    setBusy(false);
  };
  if (impact) return <Impact impact={impact} />;
  return (
    <div className="flex flex-wrap items-center gap-2" aria-live="polite">
      <Button size="small" look="quiet" disabled={isBusy} onClick={() => void ask()}>
        <ScanSearch aria-hidden />
        {isBusy ? t("working") : t("showImpact")}
      </Button>
      {trouble ? <span className="text-xs text-red">{trouble}</span> : null}
    </div>
  );
}

function Impact({ impact }: { readonly impact: CreditImpactView }) {
  const t = useTranslations("credit");
  const { looked, lanes, guarantees, rows, isAll } = impact;
  return (
    <div className="flex w-full flex-col gap-2 rounded-md border bg-raised px-3 py-2 text-sm" aria-live="polite">
      <p>
        <strong>{t("impactLanes", { count: lanes })}</strong>
        {", "}
        {t("impactGuarantees", { count: guarantees })}
        {" · "}
        <span className="text-muted">{t(isAll ? "lookedAll" : "lookedNewest", { count: looked })}</span>
      </p>
      {rows.length > 0 ? (
        <ul className="flex max-h-64 flex-col gap-1.5 overflow-y-auto">
          {rows.map((row) => (
            <li key={`${row.shipmentId} ${row.stage}`} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <Link href={`/broker/shipments/${row.shipmentId}`} className="font-medium">
                {row.reference}
              </Link>
              <span className="text-xs text-muted">
                {row.broker} · {t(`stage.${row.stage}`)}
              </span>
              <span className="inline-flex items-center gap-1">
                <TierBadge tier={row.tierBefore} />
                <ArrowRight aria-label={t("becomes")} className="size-3 text-muted" />
                <TierBadge tier={row.tierAfter} />
              </span>
              <span className="inline-flex items-center gap-1">
                <LaneBadge lane={row.laneBefore} isShort />
                <ArrowRight aria-label={t("becomes")} className="size-3 text-muted" />
                <LaneBadge lane={row.laneAfter} isShort />
              </span>
              {row.waivedBefore === row.waivedAfter ? null : (
                <span className="tabular-nums text-xs">
                  {t("waivedChange", { before: row.waivedBefore, after: row.waivedAfter })}
                </span>
              )}
              <span className="text-xs text-muted">{t(row.isImmediate ? "atOnce" : "nextTime")}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
