"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { AeoImportPreviewView } from "@/contracts/views/credit";
import { Alert } from "@/ui/parts/alert";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";
import { ImportPreview } from "./import-preview";

/** A CSV file: first what it would change, row by row, then, if that is meant, the proposals. */
export function AeoImport() {
  const t = useTranslations("aeo");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [csv, setCsv] = useState("");
  const [preview, setPreview] = useState<AeoImportPreviewView | null>(null);
  const look = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    setCsv(text);
    await api<AeoImportPreviewView>("/aeo/import/preview", { method: "POST", text }).then(
      setPreview,
      (error: unknown) => toast.error(wordsOf(error)),
    );
  };
  const load = () =>
    api<{ proposed: number }>("/aeo/import", { method: "POST", text: csv }).then(
      ({ proposed }) => {
        toast.success(t("imported", { proposed }));
        setOpen(false);
        setPreview(null);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  const faulty = preview?.rows.filter((row) => row.change === "invalid").length ?? 0;
  const changing = preview?.rows.filter((row) => row.change === "new" || row.change === "changed").length ?? 0;
  return (
    <Dialog
      title={t("import")}
      description={t("importLead")}
      isWide
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) setPreview(null);
      }}
      trigger={
        <Button look="quiet">
          <FileUp aria-hidden />
          {t("import")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("file")} hint={t("columns")}>
          {(control) => (
            <Input
              {...control}
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => void look(event.target.files?.[0])}
              className="py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-raised file:px-2 file:text-sm"
            />
          )}
        </Field>
        {preview ? (
          <>
            <Alert tone={faulty > 0 ? "bad" : changing > 0 ? "info" : "good"}>
              {faulty > 0
                ? t("faulty", { count: faulty })
                : changing > 0
                  ? t("willPropose", { count: changing })
                  : t("nothingNew")}
            </Alert>
            <ImportPreview preview={preview} />
          </>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
          <Button disabled={faulty > 0 || changing === 0} onClick={() => void load()}>
            {t("confirmImport")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
