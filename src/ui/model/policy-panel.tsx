import { useTranslations } from "next-intl";
import type { PolicyView } from "@/contracts/views/model";
import { type SelectivityPolicy, SHIPPED_POLICY } from "@/domain/selectivity/policy";
import { Badge } from "@/ui/parts/badge";
import { percent } from "./model-figures";
import { ProposePolicy } from "./propose-policy";
import { SettlePolicy } from "./settle-policy";

type Values = Omit<SelectivityPolicy, "version">;

/** The policy in force and the one that waits for a second person. */
export function PolicyPanel({ rows, canEdit }: { readonly rows: readonly PolicyView[]; readonly canEdit: boolean }) {
  const t = useTranslations("models.policy");
  const active = rows.find(({ state }) => state === "active");
  const proposed = rows.find(({ state }) => state === "proposed");
  const inForce: Values = active?.policy ?? SHIPPED_POLICY;
  return (
    <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
      <section className="min-w-0">
        <h3 className="mb-2 flex flex-wrap items-center gap-2 text-sm font-medium">
          {t("inForce", { version: active?.version ?? 0 })}
          <Badge tone="green">● {t(active ? "own" : "shipped")}</Badge>
        </h3>
        <PolicyValues policy={inForce} />
        {canEdit && !proposed ? <ProposePolicy from={inForce} /> : null}
      </section>
      {proposed ? (
        <section className="min-w-0">
          <h3 className="mb-2 flex flex-wrap items-center gap-2 text-sm font-medium">
            {t("proposed", { version: proposed.version, by: proposed.proposedBy })}
            <Badge tone="yellow">▲ {t("waiting")}</Badge>
          </h3>
          <p className="mb-2 text-sm text-muted">{proposed.reason}</p>
          <PolicyValues policy={proposed.policy} before={inForce} />
          {canEdit ? <SettlePolicy policy={proposed} /> : null}
        </section>
      ) : null}
    </div>
  );
}

function PolicyValues({ policy, before }: { readonly policy: Values; readonly before?: Values }) {
  const t = useTranslations("models.policy");
  const values = valuesOf(policy, t("never"));
  const old = before ? valuesOf(before, t("never")) : values;
  return (
    <dl className="text-sm">
      {values.map(([name, value], index) => (
        <div key={name} className="flex justify-between gap-4 border-b py-1.5">
          <dt className="text-muted">{t(`value.${name}`)}</dt>
          <dd className={old[index]?.[1] === value ? "" : "font-semibold"}>
            {old[index]?.[1] === value ? "" : `${old[index]?.[1]} → `}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function valuesOf(policy: Values, never: string) {
  const orNever = (value: number | null) => (value === null ? never : String(value));
  return [
    ["randomShare", percent(policy.randomShare)],
    ["explorationShare", percent(policy.explorationShare)],
    ["casesPerDay", orNever(policy.casesPerDay)],
    ["maximumUnselected", orNever(policy.maximumUnselected)],
    ["yellowToBlueDays", orNever(policy.yellowToBlueDays)],
    ["delayAtExit", String(policy.greenDelayMinutes.bonded_exit)],
    ["delayAtMarket", String(policy.greenDelayMinutes.domestic_distribution)],
    ["newcomerWeeks", String(policy.newcomerWeeks)],
  ] as const;
}
