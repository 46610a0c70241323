import Link from "next/link";
import { useTranslations } from "next-intl";
import type { DriftView } from "@/contracts/views/model";
import { driftTable } from "@/domain/insight/tables";
import { MeasureCard } from "./measure-card";

/** How many features are no longer as they were when the model that decides learned; null where none decides. */
export function DriftCard({
  drift,
  canSeeModels,
}: {
  readonly drift: DriftView | null;
  readonly canSeeModels: boolean;
}) {
  const t = useTranslations("insight");
  const models = useTranslations("models");
  const alarms = drift?.features.filter(({ isAlarm }) => isAlarm).length ?? 0;
  return (
    <MeasureCard
      measure="drift"
      table={driftTable(drift)}
      query=""
      basis={drift ? models("driftWindow", { from: drift.from, entries: drift.entries }) : t("noModel")}
    >
      <p className="text-sm">
        {alarms > 0 ? (
          <strong className="text-red">■ {models("driftAlarm", { count: alarms })}</strong>
        ) : (
          <span className="text-green">● {models("driftNone")}</span>
        )}{" "}
        {canSeeModels ? (
          <Link href="/admin/models" className="text-accent underline">
            {models("title")}
          </Link>
        ) : null}
      </p>
    </MeasureCard>
  );
}
