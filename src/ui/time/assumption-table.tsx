import { useLocale, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { Assumption } from "@/domain/clearance-time/tables";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** What the comparison rests on, each figure with its day and its source. */
export function AssumptionTable({ assumptions }: { readonly assumptions: readonly Assumption[] }) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  return (
    <Table label={t("assumptions")} isStacked>
      <thead>
        <tr className="text-left">
          <TableHead>{t("column.assumption")}</TableHead>
          <TableHead>{t("column.value")}</TableHead>
          <TableHead>{t("column.valid_from")}</TableHead>
          <TableHead>{t("column.citation")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {assumptions.map(({ code, value, unit, validFrom, citation }) => (
          <TableRow key={code}>
            <TableCell className="font-medium">
              {t.has(`assumption.${code}`) ? t(`assumption.${code}`) : code}
            </TableCell>
            <TableCell column={t("column.value")} className="whitespace-nowrap">
              {t(`unit.${unit}`, { value })}
            </TableCell>
            <TableCell column={t("column.valid_from")} className="whitespace-nowrap">
              {validFrom}
            </TableCell>
            <TableCell column={t("column.citation")} className="text-xs text-muted">
              {citationIn(citation, locale)}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
