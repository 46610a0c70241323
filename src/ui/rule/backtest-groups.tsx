import { useLocale, useTranslations } from "next-intl";
import type { BacktestView } from "@/contracts/views/rule";
import type { OfficeView } from "@/contracts/views/shipment";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { figure, percent } from "./figures";

interface Props extends Pick<BacktestView["result"], "groups"> {
  readonly offices: readonly OfficeView[];
}

/** Whom a rule meets: the share of a group in the hits beside its share in all. */
export function BacktestGroups({ groups, offices }: Props) {
  const t = useTranslations("rules");
  const locale = useLocale();
  const met = groups.filter(({ hits }) => hits > 0);
  if (met.length === 0) return null;
  const wordsOf = ({ dimension, value }: (typeof met)[number]) => {
    if (value === "") return t("unknown");
    if (dimension === "office") return offices.find(({ id }) => id === value)?.name ?? value;
    return dimension === "newcomer" ? t(value === "true" ? "yes" : "no") : value;
  };
  return (
    <Table label={t("groups")}>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.group")}</TableHead>
          <TableHead className="text-right">{t("figure.hits")}</TableHead>
          <TableHead className="text-right">{t("column.shareOfHits")}</TableHead>
          <TableHead className="text-right">{t("column.shareOfAll")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {met.map((group) => (
          <TableRow key={`${group.dimension} ${group.value}`}>
            <TableCell>
              {t(`dimension.${group.dimension}`)}: {wordsOf(group)}
            </TableCell>
            <TableCell className="text-right">{figure(group.hits, locale)}</TableCell>
            <TableCell className="text-right">{percent(group.shareOfHits, locale)}</TableCell>
            <TableCell className="text-right">{percent(group.shareOfAll, locale)}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
