import { useTranslations } from "next-intl";
import type { ModelRowView } from "@/contracts/views/model";
import { Badge } from "@/ui/parts/badge";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { ModelActs } from "./model-acts";
import { percent, withInterval } from "./model-figures";

const MARK = { training: "◌", failed: "■", challenger: "◆", champion: "●", retired: "–" } as const;
const TONE = { training: "plain", failed: "red", challenger: "blue", champion: "green", retired: "plain" } as const;

/** Every model of the authority: what it learned from, how good it is on days it did not know, and who let it decide. */
export function ModelTable({ rows, canEdit }: { readonly rows: readonly ModelRowView[]; readonly canEdit: boolean }) {
  const t = useTranslations("models");
  return (
    <Table label={t("models")} isStacked>
      <thead>
        <tr>
          <TableHead className="text-left">{t("column.version")}</TableHead>
          <TableHead className="text-left">{t("column.state")}</TableHead>
          <TableHead className="text-left">{t("column.window")}</TableHead>
          <TableHead className="text-right">{t("column.auc")}</TableHead>
          <TableHead className="text-right">{t("column.recall")}</TableHead>
          <TableHead className="text-right">{t("column.calibration")}</TableHead>
          <TableHead className="text-left">{t("column.people")}</TableHead>
          {canEdit ? <TableHead className="text-left">{t("column.acts")}</TableHead> : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell className="font-medium">
              {row.version} · {t(`kind.${row.kind}`)}
            </TableCell>
            <TableCell column={t("column.state")}>
              <Badge tone={TONE[row.state]}>
                {MARK[row.state]} {t(`state.${row.state}`)}
              </Badge>
              {row.fault ? <p className="text-xs text-muted">{row.fault}</p> : null}
            </TableCell>
            <TableCell column={t("column.window")}>
              {row.trainedFrom} – {row.trainedBefore}
              {row.entries === null ? null : (
                <p className="text-xs text-muted">
                  {t("learnedFrom", { entries: row.entries, labels: row.labels ?? 0 })}
                </p>
              )}
            </TableCell>
            <TableCell column={t("column.auc")} className="text-right">
              {row.report ? withInterval(row.report.auc, (figure) => figure.toFixed(3)) : "—"}
            </TableCell>
            <TableCell column={t("column.recall")} className="text-right">
              {row.report ? withInterval(row.report.recallAtFifth, percent) : "—"}
            </TableCell>
            <TableCell column={t("column.calibration")} className="text-right">
              {row.report ? row.report.calibrationError.toFixed(3) : "—"}
            </TableCell>
            <TableCell column={t("column.people")}>
              {row.trainedBy}
              {row.promotedBy ? ` → ${row.promotedBy}` : ""}
              <p className="text-xs text-muted">
                <Instant at={row.promotedAt ?? row.createdAt} />
              </p>
            </TableCell>
            {canEdit ? (
              <TableCell column={t("column.acts")}>
                <ModelActs model={row} />
              </TableCell>
            ) : null}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
