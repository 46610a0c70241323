"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Textarea } from "@/ui/parts/textarea";
import { ImpactNote } from "./impact-note";

const schema = z.object({
  reason: z.string().check(z.trim(), z.minLength(1, "required"), z.minLength(3, "brief"), z.maxLength(500, "long")),
});

interface Props {
  readonly id: string;
  readonly holder: string;
}

/** Suspends an entry in force. One admin's word is enough, so what it means is said first and the reason is asked. */
export function SuspendEntry({ id, holder }: Props) {
  const t = useTranslations("aeo");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("suspendTitle", { holder })}
      description={t("suspendLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet">
          {t("suspend")}
          <span className="sr-only"> {holder}</span>
        </Button>
      }
    >
      <SuspensionForm id={id} holder={holder} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function SuspensionForm({ id, holder, onDone }: Props & { readonly onDone: () => void }) {
  const t = useTranslations("aeo");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm(schema, { reason: "" });
  const { errors, isSubmitting } = form.formState;
  const suspend = form.handleSubmit((json) =>
    api(`/aeo/${id}/suspension`, { method: "POST", json }).then(
      () => {
        toast.success(t("suspended", { holder }));
        onDone();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void suspend(event)} noValidate className="flex flex-col gap-4">
      <ImpactNote path={`/aeo/${id}/suspension-impact`} />
      <Field label={t("suspendReason")} hint={t("suspendReasonHint")} error={words(errors.reason)}>
        {(control) => <Textarea {...control} {...form.register("reason")} />}
      </Field>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" look="danger" disabled={isSubmitting}>
          {t("suspendNow")}
        </Button>
      </div>
    </form>
  );
}
