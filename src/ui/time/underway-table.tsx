import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ClearanceTimeView } from "@/contracts/views/clearance-time";
import { LaneBadge } from "@/ui/gate/lane";
import { PageLinks } from "@/ui/list/page-links";
import { Amount } from "@/ui/parts/amount";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Slack } from "@/ui/review/slack";

interface Props {
  readonly time: Pick<ClearanceTimeView, "underway" | "underwayNext" | "underwayTotals">;
  /** Whether it is the first page. */
  readonly isFirst: boolean;
}

/** The shipments that miss a clock next, with what is left and what is at stake. */
export function UnderwayTable({ time: { underway: rows, underwayNext, underwayTotals }, isFirst }: Props) {
  const t = useTranslations("clearanceTime");
  return (
    <>
      <Table label={t("underway")} isStacked>
        <thead>
          <tr className="text-left">
            <TableHead>{t("column.reference")}</TableHead>
            <TableHead>{t("column.clock")}</TableHead>
            <TableHead>{t("column.left")}</TableHead>
            <TableHead className="text-right">{t("column.at_stake")}</TableHead>
            <TableHead>{t("column.lane")}</TableHead>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              <TableCell className="whitespace-nowrap">
                <Link href={`/broker/shipments/${row.id}?tab=time`} className="font-medium">
                  {row.reference}
                </Link>
                <span className="ml-2 text-xs text-muted">{row.regime}</span>
                {row.broker ? <span className="ml-2 text-xs text-muted">{row.broker}</span> : null}
              </TableCell>
              <TableCell column={t("column.clock")}>{t(`clock.${row.clock.code}`)}</TableCell>
              <TableCell column={t("column.left")}>
                <Slack dueAt={row.clock.dueAt} />
              </TableCell>
              <TableCell column={t("column.at_stake")} className="text-right">
                {row.stake ? <Amount value={row.stake.amount} currency={row.stake.currency} /> : "—"}
              </TableCell>
              <TableCell column={t("column.lane")}>{row.lane ? <LaneBadge lane={row.lane} /> : "—"}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {isFirst && underwayNext === null ? null : (
        <>
          <p className="text-xs text-muted">
            {t("underwayCount", { shown: rows.length, count: underwayTotals.count })}{" "}
            <Link href="/broker/shipments?sort=slack" className="text-accent underline">
              {t("underwayAll")}
            </Link>
          </p>
          <PageLinks nextCursor={underwayNext} isFirst={isFirst} next={t("underwayMore")} name="underway" />
        </>
      )}
    </>
  );
}
