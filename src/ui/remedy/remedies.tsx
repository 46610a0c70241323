"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { RemediesView } from "@/contracts/views/remedy";
import { LaneBadge } from "@/ui/gate/lane";
import { ApiProblem, api } from "@/ui/parts/api-client";

type Step = RemediesView["sets"][number]["steps"][number];

/** What would release a clearance, each set tried by making the decision again; for the authority what holds it as well. */
export function Remedies({ clearanceId }: { readonly clearanceId: string }) {
  const t = useTranslations("remedy");
  const [remedies, setRemedies] = useState<RemediesView | "away" | "none" | null>(null);
  useEffect(() => {
    let isGone = false;
    api<RemediesView>(`/clearances/${clearanceId}/remedies`).then(
      (found) => {
        if (!isGone) setRemedies(found);
      },
      (error: unknown) => {
        // Who looks at a decided case without its ruling is told nothing of it.
        if (!isGone) setRemedies(error instanceof ApiProblem && error.problem.status === 404 ? "none" : "away");
      },
    );
    return () => {
      isGone = true;
    };
  }, [clearanceId]);
  if (remedies === "none") return null;
  if (remedies === null) return <p className="mt-4 text-sm text-muted">{t("loading")}</p>;
  if (remedies === "away") return <p className="mt-4 text-sm text-muted">{t("away")}</p>;
  const { status, sets, counterfactuals, isHiddenFromBroker } = remedies;
  return (
    <section className="mt-4 border-t pt-3 text-sm" data-testid="remedies">
      <h3 className="font-semibold">{t("title")}</h3>
      {status === "steps" ? null : <p>{t(counterfactuals && status === "officer" ? "officerOwn" : status)}</p>}
      {isHiddenFromBroker ? <p className="text-xs text-muted">{t("hidden")}</p> : null}
      <ol className="mt-1 flex flex-col gap-2">
        {sets.map(({ steps, promised, isByOfficer }) => (
          <li key={steps.map(({ id }) => id).join()} className="rounded-md border p-2.5">
            <ul className="flex flex-col gap-1">
              {steps.map((step) => (
                <StepLine key={step.id} step={step} />
              ))}
            </ul>
            <p className="mt-1 flex flex-wrap items-center gap-x-2 text-xs text-muted">
              {t(promised === null ? "thenLane" : isByOfficer ? "thenOfficer" : "then")}
              {promised && !isByOfficer ? <LaneBadge lane={promised.lane} /> : null}
            </p>
          </li>
        ))}
      </ol>
      {counterfactuals && counterfactuals.length > 0 ? <Counterfactuals found={counterfactuals} /> : null}
    </section>
  );
}

function StepLine({ step }: { readonly step: Step }) {
  const t = useTranslations("remedy");
  const reasons = useTranslations("reasons");
  const { kind, requirement, correction, who } = step;
  const paper =
    requirement && reasons.has(`requirement.${requirement}`)
      ? reasons(`requirement.${requirement}`)
      : (requirement ?? "");
  const figure = correction ? t(`figure.${correction.figure}`) : "";
  return (
    <li>
      <span aria-hidden>→ </span>
      {t(`step.${kind}`, { paper, figure, from: correction?.from ?? "", to: correction?.to ?? "" })}{" "}
      <span className="text-xs text-muted">
        {t(`who.${who}`)} · {t(`how.${kind}`)}
      </span>
    </li>
  );
}

function Counterfactuals({ found }: { readonly found: NonNullable<RemediesView["counterfactuals"]> }) {
  const t = useTranslations("remedy");
  const reasons = useTranslations("reasons");
  const review = useTranslations("review");
  const wordsOf = (without: string) => {
    const [kind = "", code = ""] = without.split(":");
    if (kind === "factor") return review.has(`factor.${code}`) ? review(`factor.${code}`) : code.replaceAll("_", " ");
    if (kind === "hard_rule") return reasons.has(`control.${code}`) ? reasons(`control.${code}`) : code;
    return `${t(`cause.${kind}`)}${code ? ` ${code}` : ""}`;
  };
  return (
    <details className="mt-2">
      <summary className="inline-flex min-h-6 items-center font-medium">{t("counterfactuals")}</summary>
      <table aria-label={t("counterfactuals")} className="mt-1 w-full text-sm">
        <thead>
          <tr className="border-b text-left text-xs text-muted">
            <th scope="col">{t("without")}</th>
            <th scope="col">{t("lane")}</th>
            <th scope="col" className="text-right">
              {t("score")}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ without, lane, score }) => (
            <tr key={without} className="border-b">
              <td className="py-1">{wordsOf(without)}</td>
              <td className="py-1">
                <LaneBadge lane={lane} />
              </td>
              <td className="py-1 text-right">{score}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
