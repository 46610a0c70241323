import { FileDown, FileText } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { WorkbookView } from "@/contracts/views/credit-policy";
import { CRITERION_AREAS } from "@/domain/aeo/criterion";
import { TierBadge } from "@/ui/credit/tier-badge";
import { Button } from "@/ui/parts/button";
import { Card, Section } from "@/ui/parts/card";
import { PageHeader } from "@/ui/parts/page-header";
import { Progress } from "@/ui/parts/progress";
import { Criterion } from "./criterion";
import { WorkbookState } from "./workbook-state";

interface Props {
  readonly workbook: WorkbookView;
  /** What can be done with it as a whole. */
  readonly children?: ReactNode;
  readonly after?: ReactNode;
}

/** A workbook: how ready the firm is, what was measured, and every criterion by its area. */
export function WorkbookBody({ workbook, children, after }: Props) {
  const t = useTranslations("workbook");
  const locale = useLocale();
  const language = locale === "zh" ? "zh" : "en";
  const { id, number, holder, tier, state, note, criteria, canWrite, certificate, reviewOn } = workbook;
  const ready = criteria.filter(({ gap }) => gap === null).length;
  const file = (name: string) => `/api/v1/aeo-workbooks/${id}/${name}?language=${language}`;
  return (
    <div className="flex flex-col gap-6 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={holder} lead={`${number} · ${t("ready", { ready, all: criteria.length })}`}>
        <Button asChild look="quiet">
          <a href={file("report.pdf")} target="_blank" rel="noreferrer">
            <FileText aria-hidden />
            {t("report")}
          </a>
        </Button>
        <Button asChild look="quiet">
          <a href={file("report.csv")} download>
            <FileDown aria-hidden />
            CSV
          </a>
        </Button>
        {certificate?.state === "active" ? (
          <Button asChild>
            <a href={file("certificate.pdf")} target="_blank" rel="noreferrer">
              <FileText aria-hidden />
              {t("certificate")}
            </a>
          </Button>
        ) : null}
      </PageHeader>
      <div className="flex flex-wrap items-center gap-2">
        <TierBadge tier={tier} />
        <WorkbookState state={state} />
        {certificate ? <code className="text-xs">{certificate.aeoCode}</code> : null}
        {reviewOn ? <span className="text-xs text-muted">{t("reviewOn", { day: reviewOn })}</span> : null}
      </div>
      {note ? (
        <p className="rounded-md border border-yellow/40 bg-yellow-soft px-4 py-2 text-sm">
          <span aria-hidden>▲ </span>
          {t("returnedWith", { note })}
        </p>
      ) : null}
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-3">
        <Card className="gap-2">
          <h2 className="text-sm font-semibold">{t("readiness")}</h2>
          <p className="text-xl font-semibold tabular-nums">
            {ready} / {criteria.length}
          </p>
          <Progress label={t("readiness")} share={criteria.length === 0 ? 0 : ready / criteria.length} />
        </Card>
        <Measured workbook={workbook} measure="error_rate" />
        <Measured workbook={workbook} measure="timeliness" />
      </div>
      {children}
      <Gaps criteria={criteria} language={language} />
      {CRITERION_AREAS.map((area) => {
        const own = criteria.filter((each) => each.area === area);
        return own.length === 0 ? null : (
          <Section
            key={area}
            title={t(`area.${area}`)}
            aside={t("count", { ready: own.filter(({ gap }) => gap === null).length, all: own.length })}
          >
            <ul className="flex flex-col gap-2">
              {own.map((criterion) => (
                <Criterion
                  key={criterion.code}
                  workbookId={id}
                  criterion={criterion}
                  language={language}
                  canWrite={canWrite}
                />
              ))}
            </ul>
          </Section>
        );
      })}
      {after}
    </div>
  );
}

function Measured({
  workbook,
  measure,
}: {
  readonly workbook: WorkbookView;
  readonly measure: "error_rate" | "timeliness";
}) {
  const t = useTranslations("workbook");
  const { lodged, faulty, due, onTime, errorRate, timeliness } = workbook.measures;
  const share = measure === "error_rate" ? errorRate : timeliness;
  const limit = workbook.criteria.find((each) => each.measure === measure)?.limit;
  const [part, whole] = measure === "error_rate" ? [faulty, lodged] : [onTime, due];
  return (
    <Card className="gap-2">
      <h2 className="text-sm font-semibold">{t(`measure.${measure}`)}</h2>
      <p className="text-xl font-semibold tabular-nums">{share === null ? "–" : percent(share)}</p>
      <p className="text-xs text-muted">
        {share === null ? t("nothing") : t(`of.${measure}`, { part, whole })}
        {limit ? ` · ${t(`limit.${measure}`, { limit: percent(limit) })}` : ""}
      </p>
    </Card>
  );
}

function Gaps({ criteria, language }: { readonly criteria: WorkbookView["criteria"]; readonly language: "en" | "zh" }) {
  const t = useTranslations("workbook");
  const gaps = criteria.filter(({ gap }) => gap !== null);
  return (
    <Section title={t("gaps", { count: gaps.length })}>
      {gaps.length === 0 ? (
        <p className="text-sm text-green">● {t("noGaps")}</p>
      ) : (
        <ul className="flex flex-col gap-1 text-sm">
          {gaps.map((each) => (
            <li
              key={each.code}
              className="grid grid-cols-1 gap-x-4 border-t py-1.5 first:border-t-0 sm:grid-cols-[10rem_1fr]"
            >
              <span className="text-xs font-medium text-yellow">▲ {t(`gap.${each.gap ?? "unanswered"}`)}</span>
              <span>
                <a href={`#criterion-${each.code}`}>{each.question[language]}</a>
                <span className="block text-xs text-muted">{each.remedy[language]}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** A share from 0 to 1 as a percentage of at most two digits. */
function percent(share: string): string {
  return `${Number((Number(share) * 100).toFixed(2))} %`;
}
