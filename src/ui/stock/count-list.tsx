import { useTranslations } from "next-intl";
import type { StockCountView } from "@/contracts/views/book";
import { Badge } from "@/ui/parts/badge";
import { Card } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Quantity } from "./quantity";
import { SignCount } from "./sign-count";

const TONE = { counted: "yellow", settled: "green", rejected: "plain" } as const;

/** Counts of a book: what was counted beside what the book said, who signed, and what is still to be signed. */
export function CountList({ counts }: { readonly counts: readonly StockCountView[] }) {
  const t = useTranslations("stock");
  return (
    <ul className="flex flex-col gap-4">
      {counts.map((count) => (
        <li key={count.id}>
          <Card>
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
              <Badge tone={TONE[count.state]}>{t(`count.state.${count.state}`)}</Badge>
              <h3 className="min-w-0 text-base font-semibold">{count.reason}</h3>
              <span className="text-muted md:ml-auto">
                {t("count.first", { name: count.countedBy })} · <Instant at={count.countedAt} />
              </span>
              {count.settledBy && count.settledAt ? (
                <span className="text-muted">
                  {t(`count.${count.state === "settled" ? "second" : "rejectedBy"}`, { name: count.settledBy })} ·{" "}
                  <Instant at={count.settledAt} />
                </span>
              ) : null}
            </div>
            <CountedLots count={count} />
            {count.state === "counted" ? (
              count.canSettle ? (
                <SignCount id={count.id} />
              ) : (
                <p className="text-sm text-muted">{t("count.needsSecond")}</p>
              )
            ) : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}

function CountedLots({ count }: { readonly count: StockCountView }) {
  const t = useTranslations("stock");
  return (
    <Table label={t("count.lines")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.goods")}</TableHead>
          <TableHead className="text-left">{t("column.lot")}</TableHead>
          <TableHead className="text-right">{t("count.booked")}</TableHead>
          <TableHead className="text-right">{t("count.counted")}</TableHead>
          <TableHead className="text-right">{t("count.difference")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {count.lines.map((line) => (
          <TableRow key={`${line.itemNo}-${line.lotNumber}`}>
            <TableCell column={t("column.goods")}>
              {line.itemNo} · {line.description}
            </TableCell>
            <TableCell column={t("column.lot")}>{line.lotNumber || "–"}</TableCell>
            <TableCell column={t("count.booked")} className="text-right">
              <Quantity value={line.booked} unit={line.unit} />
            </TableCell>
            <TableCell column={t("count.counted")} className="text-right">
              <Quantity value={line.counted} />
            </TableCell>
            <TableCell column={t("count.difference")} className="text-right font-medium">
              <Quantity value={line.difference} isSigned />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
