"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { AeoImportPreviewView } from "@/contracts/views";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";

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
  const isFaulty = preview?.rows.some((row) => row.change === "invalid") ?? true;
  return (
    <Dialog
      title={t("import")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="quiet">{t("import")}</Button>}
    >
      <p className="mb-2 text-[13px] text-muted">{t("columns")}</p>
      <label className="text-[13px]">
        <span className="sr-only">{t("file")}</span>
        <input type="file" accept=".csv,text/csv" onChange={(event) => void look(event.target.files?.[0])} />
      </label>
      {preview ? (
        <ul className="my-4 flex max-h-72 flex-col gap-1.5 overflow-auto text-[13px]">
          {preview.rows.map((row) => (
            <li key={row.row} className="rounded-md border px-3 py-2">
              <p className="flex gap-2">
                <span className="text-muted">{t("row", { row: row.row })}</span>
                <strong className="font-medium">{row.holder || row.aeoCode}</strong>
                <span className={row.change === "invalid" ? "ml-auto font-medium text-red" : "ml-auto"}>
                  {t(`change.${row.change}`)}
                </span>
              </p>
              {row.problem ? <p className="text-red">{row.problem}</p> : null}
              {row.differences.map((difference) => (
                <p key={difference.column} className="text-muted">
                  {difference.column}: <del>{difference.before || "—"}</del> → <ins>{difference.after || "—"}</ins>
                </p>
              ))}
            </li>
          ))}
        </ul>
      ) : null}
      <Button disabled={isFaulty} onClick={() => void load()}>
        {t("confirmImport")}
      </Button>
    </Dialog>
  );
}
