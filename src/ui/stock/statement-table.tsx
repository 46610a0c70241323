import Link from "next/link";
import { useTranslations } from "next-intl";
import type { StatementRowView } from "@/contracts/views/book";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Quantity } from "./quantity";

interface Props {
  readonly rows: readonly (Omit<StatementRowView, "shipment"> & Partial<Pick<StatementRowView, "shipment">>)[];
  readonly label: string;
}

/** Movements with the stock before and after each; a reservation moves nothing of the stock and says what it holds. */
export function StatementTable({ rows, label }: Props) {
  const t = useTranslations("stock");
  return (
    <Table label={label} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.at")}</TableHead>
          <TableHead className="text-left">{t("column.movement")}</TableHead>
          <TableHead className="text-left">{t("column.paper")}</TableHead>
          <TableHead className="text-left">{t("column.lot")}</TableHead>
          <TableHead className="text-right">{t("column.before")}</TableHead>
          <TableHead className="text-right">{t("column.moved")}</TableHead>
          <TableHead className="text-right">{t("column.after")}</TableHead>
          <TableHead className="text-right">{t("column.held")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell column={t("column.at")} className="whitespace-nowrap text-muted">
              <Instant at={row.at} />
            </TableCell>
            <TableCell column={t("column.movement")} className="font-medium">
              {t(`kind.${row.kind}`)}
            </TableCell>
            <TableCell column={t("column.paper")}>
              {row.shipment ? (
                <Link href={`/broker/shipments/${row.shipment.id}?tab=book`}>
                  {t("lineOf", { reference: row.shipment.reference, line: row.line ?? 0 })}
                </Link>
              ) : null}{" "}
              <span className="break-all text-muted">{row.reference === "-" ? "" : row.reference}</span>
            </TableCell>
            <TableCell column={t("column.lot")}>{row.lotNumber || "–"}</TableCell>
            <TableCell column={t("column.before")} className="text-right">
              <Quantity value={row.before} />
            </TableCell>
            <TableCell column={t("column.moved")} className="text-right font-medium">
              <Quantity value={row.moved} isSigned />
            </TableCell>
            <TableCell column={t("column.after")} className="text-right">
              <Quantity value={row.after} />
            </TableCell>
            <TableCell column={t("column.held")} className="text-right text-muted">
              {row.held === "0" ? "–" : <Quantity value={row.held} isSigned />}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
