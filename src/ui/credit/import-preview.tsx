import { useTranslations } from "next-intl";
import type { AeoImportPreviewView } from "@/contracts/views/credit";
import { Badge } from "@/ui/parts/badge";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

type Row = AeoImportPreviewView["rows"][number];

const LOOK = {
  new: { mark: "+", tone: "green" },
  changed: { mark: "◆", tone: "blue" },
  unchanged: { mark: "=", tone: "plain" },
  invalid: { mark: "■", tone: "red" },
} as const satisfies Record<Row["change"], { mark: string; tone: string }>;

/** What a file would change, row by row: from what, to what, and what is at fault. */
export function ImportPreview({ preview }: { readonly preview: AeoImportPreviewView }) {
  const t = useTranslations("aeo");
  return (
    <Table label={t("preview")}>
      <thead>
        <tr>
          <TableHead className="w-12 text-right">{t("rowColumn")}</TableHead>
          <TableHead>{t("column.holder")}</TableHead>
          <TableHead>{t("changeColumn")}</TableHead>
          <TableHead>{t("differences")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {preview.rows.map((row) => (
          <TableRow key={row.row} className={row.change === "invalid" ? "bg-red-soft" : ""}>
            <TableCell className="text-right text-muted">{row.row}</TableCell>
            <TableCell>
              <span className="block font-medium">{row.holder || "—"}</span>
              <code className="text-xs text-muted">{row.aeoCode}</code>
            </TableCell>
            <TableCell>
              <Badge tone={LOOK[row.change].tone}>
                <span aria-hidden>{LOOK[row.change].mark}</span>
                {t(`change.${row.change}`)}
              </Badge>
            </TableCell>
            <TableCell className="min-w-52">
              {row.problem ? <p className="text-red">{row.problem.message}</p> : null}
              {row.differences.map((difference) => (
                <p key={difference.column}>
                  <span className="text-muted">{difference.column}: </span>
                  <del className="text-muted">{difference.before || "—"}</del> →{" "}
                  <ins className="font-medium no-underline">{difference.after || "—"}</ins>
                </p>
              ))}
              {!row.problem && row.differences.length === 0 ? <span className="text-muted">—</span> : null}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
