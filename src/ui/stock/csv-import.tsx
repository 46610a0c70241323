"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { BookImportPreviewView } from "@/contracts/views/book";
import { CsvImportDialog, type Verdict } from "@/ui/import/csv-import-dialog";
import { TextField } from "@/ui/parts/field";
import { ImportTable } from "./import-table";

const SHORTEST_REASON = 3;

interface Props {
  readonly bookId: string;
  readonly kind: "items" | "stock" | "counts";
  readonly look?: "primary" | "quiet";
}

/** A CSV file beside the book: goods, stock, or what was counted, which takes a reason. */
export function CsvImport({ bookId, kind, look = "quiet" }: Props) {
  const t = useTranslations("stock");
  const [reason, setReason] = useState("");
  const judge = ({ rows }: BookImportPreviewView): Verdict => {
    const faulty = rows.filter(({ change }) => change === "invalid").length;
    const fresh = rows.filter(({ change }) => change === "new").length;
    if (faulty > 0) return { tone: "bad", words: t("import.faulty", { count: faulty }), isReady: false };
    return fresh > 0
      ? { tone: "info", words: t(`import.${kind}.fresh`, { count: fresh }), isReady: true }
      : { tone: "good", words: t(`import.${kind}.nothing`), isReady: kind === "counts" };
  };
  const beside = {
    field: (
      <TextField
        label={t("count.reason")}
        hint={t("count.reasonHint")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    ),
    json: (csv: string) => (reason.trim().length < SHORTEST_REASON ? null : { csv, reason }),
  };
  return (
    <CsvImportDialog
      words={{
        title: t(`import.${kind}.title`),
        lead: t(`import.${kind}.lead`),
        file: t("import.file"),
        columns: t(`import.${kind}.columns`),
        cancel: t("cancel"),
        confirm: t(`import.${kind}.confirm`),
      }}
      path={`/books/${bookId}/${kind}`}
      judge={judge}
      rows={(preview: BookImportPreviewView) => <ImportTable preview={preview} />}
      done={() => t(`import.${kind}.done`)}
      look={look}
      {...(kind === "counts" ? { beside } : {})}
    />
  );
}
