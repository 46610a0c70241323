import Link from "next/link";
import { useTranslations } from "next-intl";
import type { UnderwayView } from "@/contracts/views/clearance-time";
import { Amount } from "@/ui/parts/amount";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Slack } from "@/ui/review/slack";

/** So many are shown; the file has all, and the list of shipments sorts all of them. */
const SHOWN = 12;

/** The shipments that miss a clock next, with what is left and what is at stake. */
export function UnderwayTable({ rows }: { readonly rows: readonly UnderwayView[] }) {
  const t = useTranslations("clearanceTime");
  const lane = useTranslations("insight.key");
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
          {rows.slice(0, SHOWN).map((row) => (
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
              <TableCell column={t("column.lane")}>{row.lane ? lane(row.lane) : "—"}</TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {rows.length > SHOWN ? (
        <p className="text-xs text-muted">
          {t("underwayCount", { shown: SHOWN, count: rows.length })}{" "}
          <Link href="/broker/shipments?sort=slack" className="text-accent underline">
            {t("underwayAll")}
          </Link>
        </p>
      ) : null}
    </>
  );
}
