import Link from "next/link";
import { useTranslations } from "next-intl";
import type { BookItemView } from "@/contracts/views/book";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Expiry } from "./expiry-badge";
import { Quantity } from "./quantity";

/** Items of a book: what there is, what declarations hold, what is free, and when the first of it expires. */
export function ItemTable({ rows }: { readonly rows: readonly BookItemView[] }) {
  const t = useTranslations("stock");
  return (
    <Table label={t("itemsOf")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-right">{t("column.itemNo")}</TableHead>
          <TableHead className="text-left">{t("column.goods")}</TableHead>
          <TableHead className="text-left">{t("column.code")}</TableHead>
          <TableHead className="text-right">{t("column.balance")}</TableHead>
          <TableHead className="text-right">{t("column.reserved")}</TableHead>
          <TableHead className="text-right">{t("column.available")}</TableHead>
          <TableHead className="text-left">{t("column.expiry")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell column={t("column.itemNo")} className="text-right text-muted">
              {row.itemNo}
            </TableCell>
            <TableCell column={t("column.goods")}>
              <Link href={`/broker/stock/items/${row.id}`} className="font-medium">
                {row.description}
              </Link>
              <span className="block text-xs text-muted">{row.productCode}</span>
            </TableCell>
            <TableCell column={t("column.code")} className="whitespace-nowrap">
              {row.commodityCode} <span className="text-muted">{row.origin}</span>
            </TableCell>
            <TableCell column={t("column.balance")} className="text-right">
              <Quantity value={row.balance} unit={row.declaredUnit} />
              <span className="block text-xs text-muted">
                <Legal row={row} />
              </span>
            </TableCell>
            <TableCell column={t("column.reserved")} className="text-right">
              <Quantity value={row.reserved} />
            </TableCell>
            <TableCell column={t("column.available")} className="text-right font-medium">
              <Quantity value={row.available} />
              {row.expired === "0" ? null : (
                <span className="block text-xs font-normal text-red">{t("ofIt", { expired: row.expired })}</span>
              )}
            </TableCell>
            <TableCell column={t("column.expiry")}>
              <Expiry day={row.nearestExpiry} band={row.expiryBand} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

/** The balance in the legal units. */
export function Legal({ row }: { readonly row: BookItemView }) {
  return (
    <>
      <Quantity value={row.balanceLegal1} unit={row.legalUnit1} />
      {row.balanceLegal2 ? (
        <>
          {" · "}
          <Quantity value={row.balanceLegal2} unit={row.legalUnit2} />
        </>
      ) : null}
    </>
  );
}
