import { useTranslations } from "next-intl";
import type { BookLotView } from "@/contracts/views/book";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Expiry } from "./expiry-badge";
import { Quantity } from "./quantity";

/** The lots of an item in the order in which they are taken. */
export function LotTable({ lots }: { readonly lots: readonly BookLotView[] }) {
  const t = useTranslations("stock");
  return (
    <Table label={t("lots")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.lot")}</TableHead>
          <TableHead className="text-left">{t("column.produced")}</TableHead>
          <TableHead className="text-left">{t("column.expires")}</TableHead>
          <TableHead className="text-left">{t("column.received")}</TableHead>
          <TableHead className="text-right">{t("column.balance")}</TableHead>
          <TableHead className="text-right">{t("column.reserved")}</TableHead>
          <TableHead className="text-right">{t("column.available")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {lots.map((lot) => (
          <TableRow key={lot.id}>
            <TableCell column={t("column.lot")} className="font-medium">
              {lot.lotNumber || "–"}
            </TableCell>
            <TableCell column={t("column.produced")}>{lot.producedOn ?? "–"}</TableCell>
            <TableCell column={t("column.expires")}>
              <Expiry day={lot.expiresOn} band={lot.expiryBand} />
            </TableCell>
            <TableCell column={t("column.received")}>{lot.receivedOn}</TableCell>
            <TableCell column={t("column.balance")} className="text-right">
              <Quantity value={lot.balance} />
            </TableCell>
            <TableCell column={t("column.reserved")} className="text-right">
              <Quantity value={lot.reserved} />
            </TableCell>
            <TableCell column={t("column.available")} className="text-right">
              <Quantity value={lot.available} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
