"use client";

import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { OriginView } from "@/contracts/origin";
import { Badge } from "@/ui/parts/badge";
import { Card } from "@/ui/parts/card";
import { cn } from "@/ui/parts/cn";
import { CopyText } from "@/ui/parts/copy-text";

/** What the agreement says of the good: the verdict, why, the sentence to declare it with, and what it saves. */
export function OriginVerdict({ verdict }: { readonly verdict: OriginView }) {
  const t = useTranslations("origin");
  const locale = useLocale();
  const { originates, mayClaim, criteria, country, problems, statement, saving } = verdict;
  return (
    <Card>
      <div>
        <p className={cn("text-xl font-semibold", originates ? "text-green" : "text-red")}>
          <span aria-hidden>{originates ? "✓ " : "■ "}</span>
          {t(originates ? "verdict.yes" : "verdict.no")}
        </p>
        <p className="text-sm text-muted">
          {verdict.agreement} · {verdict.day}
          {originates ? ` · ${t(mayClaim ? "verdict.claim" : "verdict.noClaim")}` : ""}
        </p>
      </div>
      {criteria.length > 0 ? (
        <div>
          <p className="text-xs text-muted">{t("criteria")}</p>
          <p className="mt-1 flex gap-1.5">
            {criteria.map((each) => (
              <Badge key={each} tone="accent">
                {each}
              </Badge>
            ))}
          </p>
        </div>
      ) : null}
      {problems.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm">
          {problems.map(({ kind, parameters }) => (
            <li key={`${kind}-${Object.values(parameters).join()}`} className="flex gap-2">
              <span aria-hidden className="text-yellow">
                ▲
              </span>
              {t.has(`problem.${kind}`) ? t(`problem.${kind}`, parameters) : kind}
            </li>
          ))}
        </ul>
      ) : null}
      <Rules verdict={verdict} />
      {country ? (
        <p className="text-sm">
          <span className="font-medium">{t("schedule", { country: country.country })}</span>{" "}
          <span className="text-muted">{t.has(`by.${country.by}`) ? t(`by.${country.by}`) : ""}</span>
        </p>
      ) : null}
      {originates ? (
        <p className="text-sm">
          {saving && /[1-9]/.test(saving.amount) ? (
            <>
              <strong>{t("saving", { amount: saving.amount })}</strong>{" "}
              <span className="text-muted">{t("savingWhy", { without: saving.without, with: saving.with })}</span>
            </>
          ) : (
            <span className="text-muted">{t("noSaving")}</span>
          )}
        </p>
      ) : null}
      {statement ? (
        <div>
          <p className="mb-1 text-xs text-muted">{t("statement")}</p>
          <CopyText text={locale === "zh" ? statement.zh : statement.en} isProse />
        </div>
      ) : null}
    </Card>
  );
}

/** The alternatives of the product's rule, each test with its figures. */
function Rules({ verdict: { rule, alternatives } }: { readonly verdict: OriginView }) {
  const t = useTranslations("origin");
  const locale = useLocale();
  if (!rule || alternatives.length === 0) return null;
  return (
    <div>
      <p className="text-xs text-muted">{t("rule", { code: rule.code })}</p>
      <ol className="mt-1 flex flex-col gap-1.5 text-sm">
        {alternatives.map(({ passes, tests }, index) => (
          <li key={tests.map((test) => test.kind).join()} className="flex flex-col gap-0.5">
            {index > 0 ? <span className="text-xs text-muted">{t("either")}</span> : null}
            {tests.map((test) => (
              <div key={test.kind} className={passes ? "text-green" : "text-text"}>
                <span aria-hidden>{test.passes ? "✓ " : "✗ "}</span>
                {t(`test.${test.kind}`)}
                {test.by ? <span className="text-muted"> ({t(`method.${test.by}`)})</span> : null}
                {test.materials.length > 0 ? (
                  <span className="text-muted"> · {t("failing", { list: test.materials.join(", ") })}</span>
                ) : null}
                {test.formula ? <p className="font-mono text-xs text-muted">{test.formula}</p> : null}
              </div>
            ))}
          </li>
        ))}
      </ol>
      <p className="mt-1 text-xs text-muted">{citationIn(rule.citation, locale)}</p>
    </div>
  );
}
