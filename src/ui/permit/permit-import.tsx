"use client";

import { useTranslations } from "next-intl";
import type { PermitImportPreviewView } from "@/contracts/views/permit";
import { CsvImportDialog, type Verdict } from "@/ui/import/csv-import-dialog";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** A CSV file of permits. */
export function PermitImport() {
  const t = useTranslations("permit.import");
  const judge = ({ rows }: PermitImportPreviewView): Verdict => {
    const faulty = rows.filter(({ problem }) => problem !== null).length;
    return faulty > 0
      ? { tone: "bad", words: t("faulty", { count: faulty }), isReady: false }
      : { tone: "info", words: t("fresh", { count: rows.length }), isReady: rows.length > 0 };
  };
  return (
    <CsvImportDialog
      words={{
        ...{ title: t("title"), lead: t("lead"), file: t("file"), columns: t("columns") },
        ...{ cancel: t("cancel"), confirm: t("confirm") },
      }}
      path="/permits/import"
      judge={judge}
      rows={(preview: PermitImportPreviewView) => <Rows preview={preview} />}
      done={({ recorded }: { readonly recorded: number }) => t("done", { count: recorded })}
    />
  );
}

function Rows({ preview }: { readonly preview: PermitImportPreviewView }) {
  const t = useTranslations("permit.import");
  const permit = useTranslations("permit");
  return (
    <Table label={t("preview")}>
      <thead>
        <tr className="text-left">
          <TableHead>{t("row")}</TableHead>
          <TableHead>{permit("number")}</TableHead>
          <TableHead>{t("result")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {preview.rows.map(({ row, number, problem }) => (
          <TableRow key={row} className={problem ? "bg-red-soft" : ""}>
            <TableCell className="text-muted">{row}</TableCell>
            <TableCell>{number || "–"}</TableCell>
            <TableCell>
              {problem ? (
                <span className="text-red">
                  ■{" "}
                  {problem.column ? t("inColumn", { column: problem.column, words: problem.message }) : problem.message}
                </span>
              ) : (
                <>✓ {t("fits")}</>
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
