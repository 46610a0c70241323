"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api, newKey } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Textarea } from "@/ui/parts/textarea";

const schema = z.object({ reason: filled(500) });

const SENT = {
  refuse: { path: "decision", json: { approve: false } },
  dispute: { path: "confirmation", json: { agrees: false } },
} as const;

/** A step of the officer that needs a reason. */
export function ExplainStep({ id, act }: { readonly id: string; readonly act: keyof typeof SENT }) {
  const t = useTranslations("destruction");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const form = useCheckedForm<z.infer<typeof schema>>(schema, { reason: "" });
  const { errors, isSubmitting } = form.formState;
  const { path, json } = SENT[act];
  const send = form.handleSubmit(({ reason }) =>
    api(`/destructions/${id}/${path}`, {
      method: "POST",
      json: { ...json, reason },
      headers: { "idempotency-key": newKey() },
    }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <Dialog
      title={t(`act.${act}`)}
      description={t(`actLead.${act}`)}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="quiet">{t(`act.${act}`)}</Button>}
    >
      <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
        <Field label={t("field.ofReason")} error={words(errors.reason)}>
          {(control) => <Textarea {...control} {...form.register("reason")} />}
        </Field>
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t(`act.${act}`)}
        </Button>
      </form>
    </Dialog>
  );
}
