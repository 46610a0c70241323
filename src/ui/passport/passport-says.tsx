import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PassportView } from "@/contracts/views/passport";
import { type Judgement, judge, type QualityReport } from "@/domain/passport/quality";
import { Badge } from "@/ui/parts/badge";
import { Section } from "@/ui/parts/card";

/** What a passport says, as it is published. */
export function PassportSays({ passport }: { readonly passport: PassportView }) {
  const t = useTranslations("passport");
  const { content, history } = passport;
  const firm = (party: { readonly name: string; readonly registration: string | null } | null) =>
    party && [party.name, party.registration].filter(Boolean).join(" · ");
  const proof = content.originProof;
  return (
    <>
      <Section title={t("says")}>
        <dl className="grid grid-cols-1 gap-x-6 gap-y-2 rounded-md border bg-panel p-4 text-sm sm:grid-cols-[max-content_1fr]">
          <Row term={t("gtin")} value={<code>{content.gtin}</code>} />
          <Row term={t("batch")} value={content.batch && <code>{content.batch}</code>} />
          <Row term={t("serial")} value={content.serial && <code>{content.serial}</code>} />
          <Row term={t("description")} value={content.description} />
          <Row term={t("codes")} value={<code>{content.codes.join(", ")}</code>} />
          <Row term={t("origin")} value={content.origin} />
          <Row term={t("proof")} value={proof && [proof.number, proof.sha256].filter(Boolean).join(" · ")} />
          <Row term={t("producer")} value={firm(content.producer)} />
          <Row term={t("facility")} value={firm(content.facility)} />
          <Row term={t("producedOn")} value={content.producedOn} />
          <Row term={t("expiresOn")} value={content.expiresOn} />
          <Row term={t("validUntil")} value={content.validUntil} />
          <Row
            term={t("composition")}
            value={content.composition.map(({ material, share }) => `${material} ${share} %`).join(", ") || null}
          />
        </dl>
      </Section>
      {content.reports.length > 0 ? (
        <Section title={t("reports")}>
          <ul className="flex flex-col divide-y rounded-md border bg-panel">
            {content.reports.map((report) => (
              <Report key={`${report.number} ${report.property}`} report={report} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t("history")}>
        {history.length > 0 ? (
          <ul className="flex flex-col divide-y rounded-md border bg-panel text-sm">
            {history.map(({ stage, releasedOn, orderHash }) => (
              <li key={orderHash} className="flex flex-wrap gap-x-3 px-4 py-2.5">
                <span className="font-medium">{t(`stage.${stage}`)}</span> {releasedOn}
                <code className="break-all text-muted">{orderHash.slice(0, 16)}…</code>
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-sm text-muted">{t("noHistory")}</p>
        )}
      </Section>
    </>
  );
}

function Row({ term, value }: { readonly term: string; readonly value: ReactNode }) {
  if (value === null || value === "") return null;
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </>
  );
}

const TONES: Readonly<Record<Judgement, "green" | "red" | "yellow">> = {
  within: "green",
  below: "red",
  above: "red",
  no_limit: "yellow",
};

function Report({ report }: { readonly report: QualityReport }) {
  const t = useTranslations("passport");
  const { property, result, unit, lowerLimit: lower, upperLimit: upper } = report;
  const judgement = judge(report);
  const limits =
    lower !== null && upper !== null
      ? t("between", { lower, upper, unit })
      : lower !== null
        ? t("atLeast", { limit: lower, unit })
        : upper !== null
          ? t("atMost", { limit: upper, unit })
          : null;
  return (
    <li className="flex flex-col gap-1 px-4 py-3 text-sm">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{property}</span>
        <span className="tabular-nums">
          {result} {unit}
        </span>
        <Badge tone={TONES[judgement]}>{t(`judgement.${judgement}`)}</Badge>
        {limits ? <span className="text-muted">{limits}</span> : null}
      </span>
      <span className="text-xs text-muted">
        {[report.standard, report.regulation, report.method].filter(Boolean).join(" · ")}
      </span>
      <span className="break-all text-xs text-muted">
        {report.laboratory}, {report.number}, {report.reportedOn} · <code>{report.sha256.slice(0, 16)}…</code>
      </span>
    </li>
  );
}
