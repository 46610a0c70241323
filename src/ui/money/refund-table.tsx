import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TaxRefundView } from "@/contracts/views/money";
import { Amount } from "@/ui/parts/amount";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { AnswerRefund } from "./answer-refund";

interface Props {
  readonly rows: readonly TaxRefundView[];
  readonly mayAct: boolean;
}

/** What the authority was asked to give back, and what it answered. */
export function RefundTable({ rows, mayAct }: Props) {
  const t = useTranslations("money");
  return (
    <Table label={t("refunds")} isStacked>
      <thead>
        <TableRow>
          <TableHead>{t("when")}</TableHead>
          <TableHead>{t("for")}</TableHead>
          <TableHead>{t("reason")}</TableHead>
          <TableHead className="text-right">{t("amount")}</TableHead>
          <TableHead>{t("answer")}</TableHead>
        </TableRow>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell column={t("when")}>
              <Instant at={row.claimedAt} />
            </TableCell>
            <TableCell column={t("for")}>
              <Link href={`/broker/shipments/${row.shipment.id}?tab=tax`}>{row.shipment.reference}</Link>
            </TableCell>
            <TableCell column={t("reason")}>
              {t(`refundReason.${row.reason}`)}
              {row.note ? <span className="block text-xs text-muted">{row.note}</span> : null}
            </TableCell>
            <TableCell column={t("amount")} className="text-right">
              <Amount value={row.amount} currency={row.currency} />
            </TableCell>
            <TableCell column={t("answer")}>
              {t(`refundState.${row.state}`)}
              {row.reference ? <span className="text-muted"> · {row.reference}</span> : null}
              {mayAct && row.state === "claimed" ? <AnswerRefund refundId={row.id} /> : null}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
