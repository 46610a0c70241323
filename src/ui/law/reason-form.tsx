"use client";

import { useTranslations } from "next-intl";
import * as z from "zod/mini";
import { Button } from "@/ui/parts/button";
import { Field } from "@/ui/parts/field";
import { showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Textarea } from "@/ui/parts/textarea";

const schema = z.object({
  reason: z.string().check(z.trim(), z.minLength(1, "required"), z.minLength(10, "brief"), z.maxLength(500, "long")),
});

interface Props {
  readonly words: string;
  readonly isGrave?: boolean;
  readonly send: (reason: string) => Promise<unknown>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Asks for the reason of an act before it is done. */
export function ReasonForm({ words: act, isGrave = false, send, onDone, onCancel }: Props) {
  const t = useTranslations("law");
  const words = useErrorWords();
  const form = useCheckedForm(schema, { reason: "" });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(({ reason }) =>
    send(reason).then(onDone, (error: unknown) => showProblem(form, error)),
  );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
      <Field label={t("reason")} hint={t("reasonHint")} error={words(errors.reason)}>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" {...(isGrave ? { look: "danger" } : {})} disabled={isSubmitting}>
          {act}
        </Button>
      </div>
    </form>
  );
}
