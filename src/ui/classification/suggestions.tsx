"use client";

import { useLocale, useTranslations } from "next-intl";
import type { CandidateView, SuggestionView } from "@/contracts/views/classification";
import { Alert } from "@/ui/parts/alert";
import { Badge } from "@/ui/parts/badge";
import { Button } from "@/ui/parts/button";
import { cn } from "@/ui/parts/cn";

interface Props {
  readonly suggestion: SuggestionView;
  readonly onTake: (code: string) => void;
  readonly isBusy: boolean;
}

/** Five codes at most, each with what decided and what follows from it; where none may be put first, why not. */
export function Suggestions({ suggestion, onTake, isBusy }: Props) {
  const t = useTranslations("classification");
  const locale = useLocale();
  const { candidates, abstained, vagueWords, question, sure } = suggestion;
  return (
    <div className="flex flex-col gap-3">
      {abstained ? (
        <Alert tone="warning">
          <p className="font-medium">{t(`abstained.${abstained}`)}</p>
          {vagueWords && vagueWords.length > 0 ? <p>{t("vagueWords", { words: vagueWords.join(", ") })}</p> : null}
        </Alert>
      ) : null}
      {question ? (
        <Alert tone="info">
          <p>
            <span className="font-medium">{t("ask")}: </span>
            {locale === "zh" ? question.zh : question.en}
            {question.between ? (
              <span className="text-muted"> ({question.between.map(dotted).join(" / ")})</span>
            ) : null}
          </p>
        </Alert>
      ) : null}
      {candidates.length === 0 ? <p className="text-sm text-muted">{t("nothing")}</p> : null}
      <ol className="flex flex-col gap-2.5">
        {candidates.map((candidate, index) => (
          <Candidate
            key={candidate.code}
            candidate={candidate}
            isFirst={index === 0 && abstained === null}
            isSure={index === 0 && sure}
            onTake={onTake}
            isBusy={isBusy}
          />
        ))}
      </ol>
    </div>
  );
}

function Candidate({
  candidate,
  isFirst,
  isSure,
  onTake,
  isBusy,
}: {
  readonly candidate: CandidateView;
  readonly isFirst: boolean;
  readonly isSure: boolean;
} & Pick<Props, "onTake" | "isBusy">) {
  const t = useTranslations("classification");
  const reasons = useTranslations("reasons");
  const locale = useLocale();
  const { code, source, confidence, words, path, rates, papers } = candidate;
  const nameOf = (step: CandidateView["path"][number]) => (locale === "zh" ? step.zh : step.en);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(confidence);
  const titleOf = (paper: string) =>
    reasons.has(`requirement.${paper}`) ? reasons(`requirement.${paper}`) : paper.replaceAll("_", " ");
  return (
    <li className={cn("rounded-md border bg-panel p-3", isFirst && "border-accent/40")}>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <code className="text-base font-semibold">{dotted(code)}</code>
        <Badge tone={source === "model" ? "plain" : "accent"}>{t(`source.${source}`)}</Badge>
        {isSure ? <Badge tone="green">✓ {t("sure")}</Badge> : null}
        <span className="text-xs text-muted">{t("likely", { percent })}</span>
        <Button
          size="small"
          look={isFirst ? "primary" : "quiet"}
          className="ml-auto"
          disabled={isBusy}
          aria-label={`${t("take")}: ${code}`}
          onClick={() => onTake(code)}
        >
          {t("take")}
        </Button>
      </div>
      <ol className="mt-1.5 flex flex-col gap-0.5 text-sm">
        {path.map((step, index) => (
          <li
            key={step.code}
            className={cn("flex gap-2", index === path.length - 1 ? "font-medium" : "text-muted")}
            style={{ paddingLeft: `${index * 0.75}rem` }}
          >
            <span className="tabular-nums text-muted">{dotted(step.code)}</span>
            {nameOf(step)}
          </li>
        ))}
      </ol>
      <dl className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {words.length > 0 ? (
          <Fact name={t("why")}>
            <span className="flex flex-wrap gap-1">
              {words.map((word) => (
                <mark key={word} className="rounded-sm bg-accent-soft px-1 text-text">
                  {word}
                </mark>
              ))}
            </span>
          </Fact>
        ) : null}
        <Fact name={t("duty")}>{rates.duty ?? t("noRate")}</Fact>
        {rates.consumptionTax ? <Fact name={t("consumption_tax")}>{rates.consumptionTax}</Fact> : null}
        <Fact name={t("vat")}>{rates.vat ?? t("noRate")}</Fact>
        <Fact name={t("papers")}>{papers.length > 0 ? papers.map(titleOf).join(", ") : t("noPapers")}</Fact>
      </dl>
    </li>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** `8518.30` and `8518.30.20.00`: as tariffs write codes. */
function dotted(code: string): string {
  if (code.length <= 4) return code;
  return [code.slice(0, 4), ...(code.slice(4).match(/\d{1,2}/g) ?? [])].join(".");
}
