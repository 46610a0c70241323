"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { useErrorWords } from "@/ui/parts/form";
import { NO_REPORT, type PassportFormState } from "./given";

const FIELDS = [
  ...(["property", "result", "unit", "lowerLimit", "upperLimit"] as const),
  ...(["standard", "regulation", "method", "laboratory"] as const),
] as const;

/** What laboratories found: a result beside its limits, and the report by the hash of its file. */
export function ReportFields({ form }: { readonly form: PassportFormState }) {
  const t = useTranslations("passport");
  const words = useErrorWords();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "reports" });
  return (
    <>
      {fields.map((field, index) => {
        const errors = form.formState.errors.reports?.[index];
        return (
          <fieldset key={field.id} className="flex flex-col gap-3 rounded-md border p-3">
            <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
              {FIELDS.map((name) => (
                <TextField
                  key={name}
                  label={t(name)}
                  error={words(errors?.[name])}
                  {...form.register(`reports.${index}.${name}`)}
                />
              ))}
              <TextField
                label={t("reportNumber")}
                error={words(errors?.number)}
                {...form.register(`reports.${index}.number`)}
              />
              <TextField
                label={t("reportedOn")}
                type="date"
                error={words(errors?.reportedOn)}
                {...form.register(`reports.${index}.reportedOn`)}
              />
              <TextField
                label={t("sha256")}
                hint={t("sha256Hint")}
                className="col-span-2 sm:col-span-3"
                error={words(errors?.sha256)}
                {...form.register(`reports.${index}.sha256`)}
              />
            </div>
            <div className="flex flex-wrap items-center justify-between gap-2">
              <FileHash
                onHash={(sha256) => form.setValue(`reports.${index}.sha256`, sha256, { shouldValidate: true })}
              />
              <Button look="bare" size="small" onClick={() => remove(index)}>
                <X aria-hidden />
                {t("remove")}
              </Button>
            </div>
          </fieldset>
        );
      })}
      <Button look="quiet" size="small" className="self-start" onClick={() => append(NO_REPORT)}>
        <Plus aria-hidden />
        {t("addReport")}
      </Button>
    </>
  );
}

/** Works the hash of a file out here; the file stays with who has it. */
function FileHash({ onHash }: { readonly onHash: (sha256: string) => void }) {
  const t = useTranslations("passport");
  const hash = async (file: File | undefined) => {
    if (!file) return;
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    onHash([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  };
  return (
    <input
      type="file"
      aria-label={t("hashFile")}
      className="max-w-full text-sm"
      onChange={(event) => void hash(event.target.files?.[0])}
    />
  );
}
