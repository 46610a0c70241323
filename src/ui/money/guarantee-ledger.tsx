import Link from "next/link";
import { useTranslations } from "next-intl";
import type { GuaranteeEntryView } from "@/contracts/views/money";
import { GUARANTEE_MOVES } from "@/domain/guarantee/ledger";
import { Amount } from "@/ui/parts/amount";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** Each entry as the amount that left one account and entered another. */
export function GuaranteeLedger({ rows }: { readonly rows: readonly GuaranteeEntryView[] }) {
  const t = useTranslations("money");
  return (
    <Table label={t("ledger")} isStacked>
      <thead>
        <TableRow>
          <TableHead>{t("when")}</TableHead>
          <TableHead>{t("entry")}</TableHead>
          <TableHead>{t("fromTo")}</TableHead>
          <TableHead>{t("for")}</TableHead>
          <TableHead className="text-right">{t("amount")}</TableHead>
        </TableRow>
      </thead>
      <tbody>
        {rows.map(({ id, at, move, shipment, reference, amount, currency }) => (
          <TableRow key={id}>
            <TableCell column={t("when")}>
              <Instant at={at} />
            </TableCell>
            <TableCell column={t("entry")}>{t(`move.${move}`)}</TableCell>
            <TableCell column={t("fromTo")} className="text-muted">
              {t(`account.${GUARANTEE_MOVES[move].from}`)} → {t(`account.${GUARANTEE_MOVES[move].to}`)}
            </TableCell>
            <TableCell column={t("for")}>
              {shipment ? (
                <Link href={`/broker/shipments/${shipment.id}?tab=tax`}>{shipment.reference}</Link>
              ) : (
                <span className="break-all">{reference}</span>
              )}
            </TableCell>
            <TableCell column={t("amount")} className="text-right">
              <Amount value={amount} currency={currency} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
