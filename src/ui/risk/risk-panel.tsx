import { useTranslations } from "next-intl";
import type { RiskView } from "@/contracts/views";
import { LaneBadge } from "@/ui/gate/lane";

/** Every score explained to its last point: a bar for each contribution, each with its fact. */
export function RiskPanel({ risks }: { readonly risks: readonly RiskView[] }) {
  const t = useTranslations("risk");
  if (risks.length === 0) return <p className="px-6 py-12 text-center text-muted">{t("empty")}</p>;
  return (
    <div className="grid gap-6 px-4 pt-6 md:px-6 xl:grid-cols-2">
      {risks.map((risk) => (
        <Assessment key={`${risk.stage}-${risk.assessedAt}`} risk={risk} />
      ))}
    </div>
  );
}

/** One assessment as a waterfall of points. */
export function Assessment({ risk }: { readonly risk: RiskView }) {
  const t = useTranslations("risk");
  const gates = useTranslations("gates");
  const reasons = useTranslations("reasons");
  const declared = useTranslations("declared");
  const tiers = useTranslations("aeo.tier");
  const inWords = (parameters: Readonly<Record<string, string>>) =>
    parameters.tier && tiers.has(parameters.tier) ? { ...parameters, tier: tiers(parameters.tier) } : parameters;
  const largest = Math.max(10, ...risk.contributions.map((each) => Math.abs(each.points)));
  const [cause = "score", rule] = risk.laneCause.split(":");
  return (
    <section className="rounded-md border bg-panel p-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-sm font-semibold">{gates(`stage.${risk.stage}`)}</h2>
        <LaneBadge lane={risk.lane} />
        <span className="text-[13px] text-muted">
          {t("because", {
            cause: rule && reasons.has(`control.${rule}`) ? reasons(`control.${rule}`) : reasons(`cause.${cause}`),
          })}
        </span>
        <strong className="ml-auto text-lg font-semibold">{risk.score}</strong>
      </div>
      <ul className="mt-3 flex flex-col gap-1.5">
        {risk.contributions.length === 0 ? <li className="text-[13px] text-muted">{t("none")}</li> : null}
        {risk.contributions.map((each) => (
          <li
            key={`${each.factor}-${each.evidence}-${Object.values(each.parameters).join()}`}
            className="grid grid-cols-[1fr_5.5rem_2.5rem] items-center gap-3 text-[13px]"
          >
            <span>
              {reasons.has(`factor.${each.factor}`)
                ? reasons(`factor.${each.factor}`, inWords(each.parameters))
                : each.factor}
              {/^\w+$/.test(lastOf(each.evidence)) && declared.has(lastOf(each.evidence)) ? (
                <span className="ml-2 text-[12px] text-muted">{declared(lastOf(each.evidence))}</span>
              ) : null}
            </span>
            <svg
              viewBox="0 0 100 6"
              preserveAspectRatio="none"
              className="h-2.5 w-full rounded bg-raised"
              aria-hidden="true"
            >
              <rect
                x="0"
                y="0"
                height="6"
                width={(Math.abs(each.points) / largest) * 100}
                className={each.points < 0 ? "fill-green" : "fill-red"}
              />
            </svg>
            <span className="text-right font-medium">{each.points > 0 ? `+${each.points}` : each.points}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 border-t pt-2 text-[12px] text-muted">
        {t("scorecard", { version: risk.scorecardVersion })} ·{" "}
        {t("draw", { value: risk.randomDraw.value.toFixed(4), share: risk.randomDraw.share })}
        {risk.needsTwoOfficers ? ` · ${t("twoOfficers")}` : ""}
      </p>
    </section>
  );
}

/** The field at the end of a pointer such as `lines.1.description`. */
function lastOf(pointer: string): string {
  return pointer.split(".").at(-1) ?? "";
}
