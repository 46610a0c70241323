"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { REVOCATION_REASONS } from "@/domain/passport/passport";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";
import { Textarea } from "@/ui/parts/textarea";

const schema = z.object({ reason: z.enum(REVOCATION_REASONS), note: filled(2_000) });
type Given = z.infer<typeof schema>;

/** Suspends a passport, or revokes one that is suspended: with a reason for readers and words for the records. */
export function TakeBack({ passportId, kind }: { readonly passportId: string; readonly kind: "suspend" | "revoke" }) {
  const t = useTranslations("passport");
  const words = useErrorWords();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const form = useCheckedForm<Given>(schema, { reason: "recalled", note: "" });
  const { errors, isSubmitting } = form.formState;
  const send = form.handleSubmit((json) =>
    api(`/passports/${passportId}/${kind}`, { method: "POST", json }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <Dialog
      title={t(kind)}
      description={t(`${kind}Lead`)}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="danger">{t(kind)}</Button>}
    >
      <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
        <Field label={t("reason")} error={words(errors.reason)}>
          {(control) => (
            <Select
              {...control}
              value={form.watch("reason")}
              onValueChange={(value) => form.setValue("reason", value as Given["reason"])}
              options={REVOCATION_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t("note")} hint={t("noteHint")} error={words(errors.note)}>
          {(control) => <Textarea {...control} {...form.register("note")} />}
        </Field>
        <Button type="submit" look="danger" disabled={isSubmitting} className="self-end">
          {t(kind)}
        </Button>
      </form>
    </Dialog>
  );
}
