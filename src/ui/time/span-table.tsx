import { useLocale, useTranslations } from "next-intl";
import type { ShipmentTimeView } from "@/contracts/views/clearance-time";
import { duration } from "@/ui/insight/figures";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { OWNER_LOOKS } from "./owners";

/** Every span of a shipment's time in order: from when to when whose it was, and what was awaited. */
export function SpanTable({ spans }: Pick<ShipmentTimeView, "spans">) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  return (
    <Table label={t("spans", { count: spans.length })}>
      <thead>
        <tr className="text-left">
          <TableHead>{t("column.from")}</TableHead>
          <TableHead>{t("column.owner")}</TableHead>
          <TableHead>{t("column.awaited")}</TableHead>
          <TableHead className="text-right">{t("column.took")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {spans.map(({ from, to, owner, work }) => (
          <TableRow key={from}>
            <TableCell className="whitespace-nowrap">
              <Instant at={from} />
            </TableCell>
            <TableCell className="whitespace-nowrap">
              <span aria-hidden className={OWNER_LOOKS[owner].text}>
                {OWNER_LOOKS[owner].sign}
              </span>{" "}
              {t(`owner.${owner}`)}
            </TableCell>
            <TableCell>{t(`work.${work ?? (owner === "broker" ? "draft" : "step")}`)}</TableCell>
            <TableCell className="whitespace-nowrap text-right tabular-nums">
              {duration(Date.parse(to) - Date.parse(from), locale)}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
