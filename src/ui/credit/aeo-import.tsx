"use client";

import { useTranslations } from "next-intl";
import type { AeoImportPreviewView } from "@/contracts/views/credit";
import { CsvImportDialog, type Verdict } from "@/ui/import/csv-import-dialog";
import { ImportPreview } from "./import-preview";

/** A CSV file beside the whitelist; what it changes becomes proposals. */
export function AeoImport() {
  const t = useTranslations("aeo");
  const judge = ({ rows }: AeoImportPreviewView): Verdict => {
    const faulty = rows.filter(({ change }) => change === "invalid").length;
    const changing = rows.filter(({ change }) => change === "new" || change === "changed").length;
    if (faulty > 0) return { tone: "bad", words: t("faulty", { count: faulty }), isReady: false };
    return changing > 0
      ? { tone: "info", words: t("willPropose", { count: changing }), isReady: true }
      : { tone: "good", words: t("nothingNew"), isReady: false };
  };
  return (
    <CsvImportDialog
      words={{
        ...{ title: t("import"), lead: t("importLead"), file: t("file"), columns: t("columns") },
        ...{ cancel: t("cancel"), confirm: t("confirmImport") },
      }}
      path="/aeo/import"
      judge={judge}
      rows={(preview: AeoImportPreviewView) => <ImportPreview preview={preview} />}
      done={({ proposed }: { readonly proposed: number }) => t("imported", { proposed })}
    />
  );
}
