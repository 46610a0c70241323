import Link from "next/link";
import { useTranslations } from "next-intl";
import type { BenefitUseView } from "@/contracts/views/credit-policy";
import { Amount } from "@/ui/parts/amount";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { TierBadge } from "./tier-badge";

/** Every use of a benefit: where, by which policy and entry, and how much. */
export function UseTable({ rows }: { readonly rows: readonly BenefitUseView[] }) {
  const t = useTranslations("credit");
  return (
    <Table label={t("uses")} isStacked>
      <thead>
        <tr>
          {(["at", "shipment", "benefit", "howMuch", "tier", "entry", "policy"] as const).map((column) => (
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
            <TableCell column={t("column.benefit")}>{t(`benefit.${row.benefit}`)}</TableCell>
            <TableCell column={t("column.howMuch")} className="tabular-nums">
              <HowMuch row={row} />
            </TableCell>
            <TableCell column={t("column.tier")}>
              <TierBadge tier={row.tier} />
            </TableCell>
            <TableCell column={t("column.entry")}>
              <code className="text-xs">{row.aeoCode ?? "–"}</code>
              {row.partner ? (
                <span className="ml-1 text-xs text-muted">{t("by", { partner: row.partner })}</span>
              ) : null}
            </TableCell>
            <TableCell column={t("column.policy")}>{t("version", { version: row.policyVersion })}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function HowMuch({ row }: { readonly row: BenefitUseView }) {
  if (row.amount !== null) return <Amount value={row.amount} currency="CNY" />;
  return row.multiplier === null ? `+${row.priority ?? 0}` : `× ${row.multiplier}`;
}
