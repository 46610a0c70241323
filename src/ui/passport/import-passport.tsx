"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { Alert } from "@/ui/parts/alert";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Textarea } from "@/ui/parts/textarea";

const schema = z.object({ text: filled(200_000) });
type Given = z.infer<typeof schema>;

interface Answer {
  readonly verdict: string;
  readonly sentence: string;
  readonly remedy: string;
  readonly issuer: string | null;
  readonly name: string | null;
  readonly registeredId: string | null;
}

/** Checks a passport that somebody else issued, pasted or as a file, and says in one sentence what it is worth. */
export function ImportPassport() {
  const t = useTranslations("passport.import");
  const words = useErrorWords();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const form = useCheckedForm<Given>(schema, { text: "" });
  const { errors, isSubmitting } = form.formState;
  const send = form.handleSubmit((json) =>
    api<Answer>("/passports/imports", { method: "POST", json }).then(setAnswer, (error: unknown) =>
      showProblem(form, error),
    ),
  );
  const read = async (file: File | undefined) => {
    if (file) form.setValue("text", await file.text(), { shouldValidate: true });
  };
  return (
    <Dialog
      title={t("title")}
      description={t("lead")}
      onOpenChange={() => setAnswer(null)}
      trigger={<Button look="quiet">{t("title")}</Button>}
    >
      <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
        <Field label={t("text")} hint={t("textHint")} error={words(errors.text)}>
          {(control) => <Textarea {...control} rows={5} className="max-h-60 font-mono" {...form.register("text")} />}
        </Field>
        <input
          type="file"
          aria-label={t("file")}
          className="max-w-full text-sm"
          onChange={(event) => void read(event.target.files?.[0])}
        />
        {answer ? (
          <Alert tone={answer.verdict === "valid" ? "good" : "bad"}>
            <span className="font-medium">{answer.sentence}</span> {answer.remedy}
            <span className="mt-1 block break-all text-xs text-muted">
              {[answer.name, answer.registeredId, answer.issuer].filter(Boolean).join(" · ")}
            </span>
          </Alert>
        ) : null}
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("act")}
        </Button>
      </form>
    </Dialog>
  );
}
