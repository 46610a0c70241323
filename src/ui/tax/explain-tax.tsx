"use client";

import { Info } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { TaxView } from "@/contracts/views/declaration";
import { Amount } from "@/ui/parts/amount";
import { Sheet } from "@/ui/parts/sheet";
import { isOf, type TaxKind } from "./kinds";

interface Props {
  readonly tax: TaxView;
  readonly kind: TaxKind;
}

/** How a figure came about: each step with its formula, its law and the day from which it holds. */
export function ExplainTax({ tax, kind }: Props) {
  const t = useTranslations("tax");
  const locale = useLocale();
  const steps = tax.steps.filter((step) => isOf(kind, step));
  return (
    <Sheet
      title={t(`kind.${kind}`)}
      description={t("explained", { date: tax.lawDate })}
      trigger={
        <button
          type="button"
          aria-label={t("explain", { kind: t(`kind.${kind}`) })}
          className="inline-flex size-6 items-center justify-center rounded-sm text-muted hover:bg-raised hover:text-accent"
        >
          <Info aria-hidden className="size-4" />
        </button>
      }
    >
      {steps.length === 0 ? <p className="text-sm text-muted">{t("notDue")}</p> : null}
      <ol className="flex flex-col gap-5">
        {steps.map((step) => (
          <li key={`${step.line ?? 0}-${step.formula}`}>
            <div className="flex items-baseline gap-3">
              <p className="text-sm font-medium">
                {step.line === null ? t("whole") : t("line", { line: step.line })}
                {step.rate ? <span className="ml-2 font-normal text-muted">{step.rate}</span> : null}
              </p>
              <Amount value={step.amount} currency={step.currency} className="ml-auto font-semibold" />
            </div>
            <p className="mt-1 rounded-md bg-raised px-3 py-2 font-mono text-sm break-words">{step.formula}</p>
            <p className="mt-1 text-sm">{citationIn(step.citation, locale)}</p>
            <p className="text-xs text-muted">{t("since", { date: step.validFrom })}</p>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
