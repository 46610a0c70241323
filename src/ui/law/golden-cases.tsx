import { useLocale, useTranslations } from "next-intl";
import type { LawBasketView } from "@/contracts/views/law";
import { Alert } from "@/ui/parts/alert";
import { Badge } from "@/ui/parts/badge";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { AcknowledgeCase } from "./acknowledge-case";

type Case = NonNullable<LawBasketView["checks"]>["cases"][number];

/** The cases that come out otherwise with the basket; of those that pass only how many there are. */
export function GoldenCases({ basket }: { readonly basket: LawBasketView }) {
  const t = useTranslations("law");
  if (!basket.checks) return <p className="text-sm text-muted">{t("notChecked")}</p>;
  const { cases } = basket.checks;
  const failing = cases.filter((each) => !each.isPassed);
  const open = failing.filter((each) => !each.acknowledged);
  const passed = cases.length - failing.length;
  return (
    <div className="flex flex-col gap-3">
      <Alert tone={open.length > 0 ? "bad" : failing.length > 0 ? "warning" : "good"}>
        {open.length > 0
          ? t("casesOpen", { count: open.length, passed })
          : failing.length > 0
            ? t("casesMeant", { count: failing.length, passed })
            : t("casesPassed", { passed })}
      </Alert>
      {failing.length > 0 ? <FailingCases basket={basket} failing={failing} /> : null}
    </div>
  );
}

function FailingCases({ basket, failing }: { readonly basket: LawBasketView; readonly failing: readonly Case[] }) {
  const t = useTranslations("law");
  const locale = useLocale();
  return (
    <Table label={t("checks")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.case")}</TableHead>
          <TableHead className="text-left">{t("column.day")}</TableHead>
          <TableHead className="text-left">{t("column.expected")}</TableHead>
          <TableHead className="text-left">{t("column.found")}</TableHead>
          <TableHead className="text-left">{t("column.reason")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {failing.map((each) => (
          <TableRow key={`${each.caseId}:${each.day}`}>
            <TableCell>
              <span className="block font-medium">{locale === "zh" ? each.titleZh : each.title}</span>
              <code className="text-xs text-muted">{each.caseId}</code>
            </TableCell>
            <TableCell column={t("column.day")} className="whitespace-nowrap">
              {each.day}
            </TableCell>
            <TableCell column={t("column.expected")} className="tabular-nums">
              {each.expected}
            </TableCell>
            <TableCell column={t("column.found")} className="font-medium tabular-nums">
              {each.found}
            </TableCell>
            <TableCell column={t("column.reason")}>
              <Meaning basket={basket} outcome={each} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Meaning({ basket, outcome }: { readonly basket: LawBasketView; readonly outcome: Case }) {
  const t = useTranslations("law");
  const locale = useLocale();
  if (outcome.acknowledged)
    return (
      <span className="flex flex-col items-start gap-1">
        <Badge tone="yellow">
          <span aria-hidden>▲</span>
          {t("meant")}
        </Badge>
        <span>{outcome.acknowledged.reason}</span>
        <span className="text-xs text-muted">{outcome.acknowledged.byName}</span>
      </span>
    );
  return basket.canEdit ? (
    <AcknowledgeCase
      basketId={basket.id}
      caseId={outcome.caseId}
      day={outcome.day}
      title={locale === "zh" ? outcome.titleZh : outcome.title}
    />
  ) : (
    <span>—</span>
  );
}
