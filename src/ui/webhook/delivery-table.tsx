import { useTranslations } from "next-intl";
import type { DeliveryView } from "@/contracts/views/notification";
import { Badge } from "@/ui/parts/badge";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { ResendDelivery } from "./resend-delivery";

const COLUMNS = ["at", "kind", "state", "attempts", "answer", "next"] as const;
const LOOKS = {
  pending: ["yellow", "…"],
  delivered: ["green", "✓"],
  failed: ["red", "✕"],
  cancelled: ["plain", "–"],
} as const;

/** What went to an endpoint, the newest first: how it stands, what was answered last, and when it is tried again. */
export function DeliveryTable({ rows, isOn }: { readonly rows: readonly DeliveryView[]; readonly isOn: boolean }) {
  const t = useTranslations("webhooks");
  const names = useTranslations("notifications.kind");
  return (
    <Table label={t("log")} isStacked>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <TableHead key={column}>{t(`column.${column}`)}</TableHead>
          ))}
          <TableHead>
            <span className="sr-only">{t("resend")}</span>
          </TableHead>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const [tone, glyph] = LOOKS[row.state];
          return (
            <TableRow key={row.id}>
              <TableCell column={t("column.at")}>
                <Instant at={row.createdAt} />
              </TableCell>
              <TableCell column={t("column.kind")}>{row.kind ? names(row.kind) : t("isTest")}</TableCell>
              <TableCell column={t("column.state")}>
                <Badge tone={tone}>
                  {glyph} {t(`delivery.${row.state}`)}
                </Badge>
              </TableCell>
              <TableCell column={t("column.attempts")} className="tabular-nums">
                {row.attempts}
              </TableCell>
              <TableCell column={t("column.answer")}>
                <Answer row={row} />
              </TableCell>
              <TableCell column={t("column.next")}>
                {row.nextAt ? <Instant at={row.nextAt} look="short" /> : "–"}
              </TableCell>
              <TableCell>{row.state === "pending" || !isOn ? null : <ResendDelivery deliveryId={row.id} />}</TableCell>
            </TableRow>
          );
        })}
      </tbody>
    </Table>
  );
}

function Answer({ row: { lastStatus, lastError } }: { readonly row: DeliveryView }) {
  const t = useTranslations("webhooks");
  if (lastStatus === null && lastError === null) return <span className="text-muted">–</span>;
  return (
    <span>
      {lastStatus === null ? null : <code>{lastStatus}</code>}{" "}
      {lastError === null || lastError === "status" ? null : <span>{t(`fault.${lastError}`)}</span>}
    </span>
  );
}
