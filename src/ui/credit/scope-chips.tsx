import { useLocale, useTranslations } from "next-intl";
import type { AeoRowView } from "@/contracts/views/credit";
import { formatAmount } from "@/ui/parts/amount";
import { Badge } from "@/ui/parts/badge";

/** What an entry covers; what narrows nothing is not shown. */
export function ScopeChips({ scope }: Pick<AeoRowView, "scope">) {
  const t = useTranslations("aeo");
  const locale = useLocale();
  const chips = [
    ...scope.roles.map((role) => (t.has(`role.${role}`) ? t(`role.${role}`) : role)),
    ...(scope.commodityPrefixes.length > 0 ? [`HS ${scope.commodityPrefixes.join(", ")}`] : []),
    ...(scope.origins.length > 0 ? [t("fromOrigins", { origins: scope.origins.join(", ") })] : []),
    ...scope.regimes,
    ...(scope.valueCap ? [`≤ ${formatAmount(scope.valueCap, locale, 0)} CNY`] : []),
  ];
  if (chips.length === 0) return <span className="text-muted">{t("anyScope")}</span>;
  return (
    <span className="flex flex-wrap gap-1">
      {chips.map((chip) => (
        <Badge key={chip}>{chip}</Badge>
      ))}
    </span>
  );
}
