"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { BookImportPreviewView } from "@/contracts/views/book";
import { Alert } from "@/ui/parts/alert";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";
import { ImportTable } from "./import-table";

interface Props {
  readonly bookId: string;
  readonly kind: "items" | "stock" | "counts";
  readonly look?: "primary" | "quiet";
}

/** A CSV file: first what it says beside the book, row by row, then, if that is meant, all of it. */
export function CsvImport({ bookId, kind, look = "quiet" }: Props) {
  const t = useTranslations("stock");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [csv, setCsv] = useState("");
  const [reason, setReason] = useState("");
  const [preview, setPreview] = useState<BookImportPreviewView | null>(null);
  const path = `/books/${bookId}/${kind}`;
  const fail = (error: unknown) => void toast.error(wordsOf(error));
  const choose = async (file: File | undefined) => {
    if (!file) return;
    const text = await file.text();
    setCsv(text);
    await api<BookImportPreviewView>(`${path}/preview`, { method: "POST", text }).then(setPreview, fail);
  };
  const send = () =>
    kind === "counts"
      ? api(path, { method: "POST", json: { csv, reason }, headers: { "idempotency-key": newKey() } })
      : api(path, { method: "POST", text: csv });
  const load = () =>
    send().then(() => {
      toast.success(t(`import.${kind}.done`));
      setOpen(false);
      setPreview(null);
      router.refresh();
    }, fail);
  const faulty = preview?.rows.filter((row) => row.change === "invalid").length ?? 0;
  const fresh = preview?.rows.filter((row) => row.change === "new").length ?? 0;
  const isReady = preview !== null && faulty === 0 && (kind === "counts" ? reason.trim().length >= 3 : fresh > 0);
  return (
    <Dialog
      title={t(`import.${kind}.title`)}
      description={t(`import.${kind}.lead`)}
      isWide
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) setPreview(null);
      }}
      trigger={
        <Button look={look}>
          <FileUp aria-hidden />
          {t(`import.${kind}.title`)}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("import.file")} hint={t(`import.${kind}.columns`)}>
          {(control) => (
            <Input
              {...control}
              type="file"
              accept=".csv,text/csv"
              onChange={(event) => void choose(event.target.files?.[0])}
              className="py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-raised file:px-2 file:text-sm"
            />
          )}
        </Field>
        {preview ? (
          <>
            <Alert tone={faulty > 0 ? "bad" : fresh > 0 ? "info" : "good"}>
              {faulty > 0
                ? t("import.faulty", { count: faulty })
                : fresh > 0
                  ? t(`import.${kind}.fresh`, { count: fresh })
                  : t(`import.${kind}.nothing`)}
            </Alert>
            <ImportTable preview={preview} />
          </>
        ) : null}
        {kind === "counts" ? (
          <TextField
            label={t("count.reason")}
            hint={t("count.reasonHint")}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        ) : null}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
          <Button disabled={!isReady} onClick={() => void load()}>
            {t(`import.${kind}.confirm`)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
