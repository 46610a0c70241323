"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { PermitImportPreviewView } from "@/contracts/views/permit";
import { Alert } from "@/ui/parts/alert";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { Input } from "@/ui/parts/input";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** A CSV file of permits: first what is wrong with it, row by row, then, if nothing is, all of it. */
export function PermitImport() {
  const t = useTranslations("permit.import");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [csv, setCsv] = useState("");
  const [preview, setPreview] = useState<PermitImportPreviewView | null>(null);
  const [isBusy, setBusy] = useState(false);
  const fail = (error: unknown) => void toast.error(wordsOf(error));
  const choose = async (file: File | undefined) => {
    setPreview(null);
    if (!file) return;
    const text = await file.text();
    setCsv(text);
    await api<PermitImportPreviewView>("/permits/import/preview", { method: "POST", text }).then(setPreview, fail);
  };
  const record = async () => {
    setBusy(true);
    const headers = { "idempotency-key": newKey() };
    await api<{ recorded: number }>("/permits/import", { method: "POST", text: csv, headers }).then(({ recorded }) => {
      toast.success(t("done", { count: recorded }));
      setOpen(false);
      setPreview(null);
      router.refresh();
    }, fail);
    setBusy(false);
  };
  const rows = preview?.rows ?? [];
  const faulty = rows.filter(({ problem }) => problem !== null).length;
  return (
    <Dialog
      title={t("title")}
      description={t("lead")}
      isWide
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) setPreview(null);
      }}
      trigger={
        <Button look="quiet">
          <FileUp aria-hidden />
          {t("title")}
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
              onChange={(event) => void choose(event.target.files?.[0])}
              className="py-1 file:mr-3 file:rounded-sm file:border-0 file:bg-raised file:px-2 file:text-sm"
            />
          )}
        </Field>
        {preview ? (
          <>
            <Alert tone={faulty > 0 ? "bad" : "info"}>
              {faulty > 0 ? t("faulty", { count: faulty }) : t("fresh", { count: rows.length })}
            </Alert>
            <Rows preview={preview} />
          </>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
          <Button disabled={isBusy || rows.length === 0 || faulty > 0} onClick={() => void record()}>
            {t("confirm")}
          </Button>
        </div>
      </div>
    </Dialog>
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
