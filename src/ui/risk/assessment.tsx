import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RiskView } from "@/contracts/views/shipment";
import { STAGES } from "@/domain/clearance/lifecycle";
import { LaneBadge } from "@/ui/gate/lane";
import { Instant } from "@/ui/parts/instant";
import { Remedies } from "@/ui/remedy/remedies";
import type { LaneBands } from "./lane-bands";
import { RandomDraw } from "./random-draw";
import { ReplayButton } from "./replay-button";
import { RiskWaterfall } from "./risk-waterfall";
import { placeOf, useRiskWords } from "./risk-words";

interface Props {
  readonly risk: RiskView;
  readonly bands: LaneBands | null;
  /** Whether the facts are linked to their places in the shipment. */
  readonly hasLinks?: boolean;
}

/** A dash for points that the reader is not told. */
function pointsInWords(points: number | null): string {
  if (points === null) return "–";
  return points > 0 ? `+${points}` : String(points);
}

/** Why this lane: the score to its last point, the rule or the chance that overrode it, and the fact of each. */
export function Assessment({ risk, bands, hasLinks = false }: Props) {
  const t = useTranslations("risk");
  const gates = useTranslations("gates");
  const words = useRiskWords();
  const isByRule = risk.laneCause.startsWith("hard_rule");
  let reached = 0;
  return (
    <section className="min-w-0">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b pb-2">
        <h2 className="text-base font-semibold">
          {gates("gate", { number: STAGES.indexOf(risk.stage) + 1 })} · {gates(`stage.${risk.stage}`)}
        </h2>
        <LaneBadge lane={risk.lane} />
        <span className="text-sm text-muted">{t("because", { cause: words.cause(risk) })}</span>
        <span className="text-sm text-muted sm:ml-auto">
          {t("scored")} <strong className="text-lg font-semibold text-text">{risk.score}</strong>
        </span>
      </div>
      {risk.contributions.length === 0 ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <div className="grid grid-cols-1 items-start gap-x-8 gap-y-3 @4xl:grid-cols-2">
          <RiskWaterfall risk={risk} bands={bands} />
          <table aria-label={t("points")} className="w-full text-sm">
            <thead>
              <tr className="border-b text-xs text-muted">
                <th scope="col" className="w-6 py-1">
                  #
                </th>
                <th scope="col" className="py-1">
                  {t("column.factor")}
                </th>
                <th scope="col" className="py-1 pl-3 text-right">
                  {t("column.points")}
                </th>
                <th scope="col" className="py-1 pl-3 text-right">
                  {t("column.sum")}
                </th>
              </tr>
            </thead>
            <tbody>
              {risk.contributions.map((each, index) => {
                reached += each.points ?? 0;
                const place = hasLinks ? placeOf(each) : null;
                return (
                  <tr
                    key={`${each.factor}-${each.evidence}-${Object.values(each.parameters).join()}`}
                    className="border-b"
                  >
                    <td className="py-1.5 align-baseline text-xs text-muted">{index + 1}</td>
                    <td className="py-1.5 align-baseline">
                      {words.factor(each)}{" "}
                      {place ? (
                        <Link href={place} scroll={false} className="text-xs text-accent underline underline-offset-2">
                          {words.fact(each)}
                        </Link>
                      ) : (
                        <span className="text-xs text-muted">{words.fact(each)}</span>
                      )}
                    </td>
                    <td
                      className={`py-1.5 pl-3 text-right align-baseline font-medium ${(each.points ?? 0) < 0 ? "text-green" : ""}`}
                    >
                      {pointsInWords(each.points)}
                    </td>
                    <td className="py-1.5 pl-3 text-right align-baseline text-muted">
                      {each.points === null ? "" : reached}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <dl className="mt-4 grid grid-cols-1 gap-x-8 gap-y-3 text-sm @4xl:grid-cols-2">
        <div>
          <dt className="text-xs font-medium text-muted">{t("rules")}</dt>
          <dd>{isByRule ? t("ruleDecided", { rule: words.cause(risk) }) : t("noRule")}</dd>
          {risk.needsTwoOfficers ? <dd className="font-medium">◆ {t("twoOfficers")}</dd> : null}
        </div>
        {risk.randomDraw ? <RandomDraw draw={risk.randomDraw} /> : null}
      </dl>
      <p className="mt-3 text-xs text-muted">
        {t("scorecard", { version: risk.scorecardVersion })}
        {bands ? ` · ${t("bands", bands)}` : ""}
        {risk.policyVersion === null ? "" : ` · ${t("policy", { version: risk.policyVersion })}`}
        {risk.modelVersion === null || risk.probability === null
          ? ""
          : ` · ${t("model", { version: risk.modelVersion, probability: `${(100 * risk.probability).toFixed(1)} %` })}`}{" "}
        · <Instant at={risk.assessedAt} look="full" />
      </p>
      {risk.isReplayable ? (
        <p className="mt-2 text-sm">
          <ReplayButton clearanceId={risk.clearanceId} />
        </p>
      ) : null}
      <Remedies clearanceId={risk.clearanceId} />
    </section>
  );
}
