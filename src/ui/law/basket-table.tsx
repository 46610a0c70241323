import Link from "next/link";
import { useTranslations } from "next-intl";
import type { LawBasketRowView } from "@/contracts/views/law";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { BasketState } from "./basket-state";

/** All baskets, the latest first. */
export function BasketTable({ rows }: { readonly rows: readonly LawBasketRowView[] }) {
  const t = useTranslations("law");
  return (
    <Table label={t("title")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.title")}</TableHead>
          <TableHead className="text-left">{t("column.state")}</TableHead>
          <TableHead className="text-left">{t("column.effectiveOn")}</TableHead>
          <TableHead className="text-right">{t("column.changes")}</TableHead>
          <TableHead className="text-left">{t("column.openedBy")}</TableHead>
          <TableHead className="text-left">{t("column.approvedBy")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="font-medium">
              <Link href={`/admin/law/${row.id}`}>{row.title}</Link>
            </TableCell>
            <TableCell column={t("column.state")}>
              <BasketState state={row.state} />
            </TableCell>
            <TableCell column={t("column.effectiveOn")} className="whitespace-nowrap">
              {row.effectiveOn}
            </TableCell>
            <TableCell column={t("column.changes")} className="text-right">
              {row.changes}
            </TableCell>
            <TableCell column={t("column.openedBy")}>{row.openedBy}</TableCell>
            <TableCell column={t("column.approvedBy")}>{row.approvedBy ?? "—"}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
