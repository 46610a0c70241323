import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CreditFlagView } from "@/contracts/views/credit-policy";
import { LaneBadge } from "@/ui/gate/lane";
import { Amount } from "@/ui/parts/amount";
import { Badge } from "@/ui/parts/badge";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { TierBadge } from "./tier-badge";

/** What losses of credit changed of shipments that were not released. */
export function FlagTable({ rows }: { readonly rows: readonly CreditFlagView[] }) {
  const t = useTranslations("credit");
  return (
    <Table label={t("flags")} isStacked>
      <thead>
        <tr>
          {(["at", "shipment", "tier", "lane", "waived"] as const).map((column) => (
            <TableHead key={column}>{t(`column.${column}`)}</TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell column={t("column.at")}>
              <Instant at={row.at} />
            </TableCell>
            <TableCell column={t("column.shipment")}>
              <Link href={`/broker/shipments/${row.shipmentId}`}>{row.reference}</Link>
              <span className="ml-1 text-xs text-muted">{row.broker}</span>
            </TableCell>
            <TableCell column={t("column.tier")}>
              <span className="inline-flex flex-wrap items-center gap-1">
                <TierBadge tier={row.tierBefore} />
                <ArrowRight aria-label={t("becomes")} className="size-3 text-muted" />
                <TierBadge tier={row.tierAfter} />
              </span>
            </TableCell>
            <TableCell column={t("column.lane")}>
              <span className="inline-flex flex-wrap items-center gap-1">
                <LaneBadge lane={row.laneBefore} />
                <ArrowRight aria-label={t("becomes")} className="size-3 text-muted" />
                <LaneBadge lane={row.laneAfter} />
              </span>
            </TableCell>
            <TableCell column={t("column.waived")} className="tabular-nums">
              <span className="inline-flex flex-wrap items-center gap-1">
                <Amount value={row.waivedBefore} />
                <ArrowRight aria-label={t("becomes")} className="size-3 text-muted" />
                <Amount value={row.waivedAfter} currency="CNY" />
                {row.isSecured ? null : <Badge tone="red">■ {t("notSecured")}</Badge>}
              </span>
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
