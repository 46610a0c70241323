"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Field } from "@/ui/parts/field";
import type { Given, PassportFormState } from "./given";

/** The picture of the label, uploaded as it is chosen. */
export function LabelField({ form }: { readonly form: PassportFormState }) {
  const t = useTranslations("passport");
  const label = form.watch("label");
  const upload = (file: File | undefined) => {
    if (!file) return;
    api<NonNullable<Given["label"]>>("/passport-labels", { method: "POST", file }).then(
      (kept) => {
        form.setValue("label", kept);
        toast.success(t("labelKept"));
      },
      (error: unknown) => void toast.error(wordsOf(error)),
    );
  };
  return (
    <Field label={t("label")} hint={t("labelHint")}>
      {(control) => (
        <span className="flex flex-wrap items-center gap-2">
          <input
            {...control}
            type="file"
            accept="image/png,image/jpeg"
            className="max-w-full text-sm"
            onChange={(event) => upload(event.target.files?.[0])}
          />
          {label ? (
            <>
              <code className="text-xs text-muted">{label.sha256.slice(0, 16)}…</code>
              <Button look="bare" size="small" onClick={() => form.setValue("label", null)}>
                {t("remove")}
              </Button>
            </>
          ) : null}
        </span>
      )}
    </Field>
  );
}
