import { useTranslations } from "next-intl";
import type { VerificationListView } from "@/contracts/views/book";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Quantity } from "./quantity";

/** The lines of a verification list: one an item, with the released lines that it stands for. */
export function ListTable({ lines }: Pick<VerificationListView, "lines">) {
  const t = useTranslations("stock");
  return (
    <Table label={t("list.lines")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-right">{t("column.itemNo")}</TableHead>
          <TableHead className="text-left">{t("column.goods")}</TableHead>
          <TableHead className="text-left">{t("column.code")}</TableHead>
          <TableHead className="text-right">{t("list.declared")}</TableHead>
          <TableHead className="text-right">{t("list.legal")}</TableHead>
          <TableHead className="text-left">{t("list.releases")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <TableRow key={line.number}>
            <TableCell column={t("column.itemNo")} className="text-right text-muted">
              {line.itemNo}
            </TableCell>
            <TableCell column={t("column.goods")}>{line.description}</TableCell>
            <TableCell column={t("column.code")} className="whitespace-nowrap">
              {line.commodityCode} <span className="text-muted">{line.origin}</span>
            </TableCell>
            <TableCell column={t("list.declared")} className="text-right">
              <Quantity value={line.declared} unit={line.declaredUnit} />
            </TableCell>
            <TableCell column={t("list.legal")} className="text-right">
              <Quantity value={line.legal1} unit={line.legalUnit1} />
              {line.legal2 ? (
                <>
                  {" · "}
                  <Quantity value={line.legal2} unit={line.legalUnit2} />
                </>
              ) : null}
            </TableCell>
            <TableCell column={t("list.releases")}>
              {t("list.count", { count: line.releases })}{" "}
              <span className="break-all text-xs text-muted">{line.references.join(", ")}</span>
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
