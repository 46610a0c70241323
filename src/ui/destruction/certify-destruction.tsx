"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api, newKey } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({ number: filled(60), issuer: filled(200), issuedOn: filled(10) });

/** Records the certificate, with which the goods leave the book. */
export function CertifyDestruction({ id, today }: { readonly id: string; readonly today: string }) {
  const t = useTranslations("destruction");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const form = useCheckedForm<z.infer<typeof schema>>(schema, { number: "", issuer: "", issuedOn: today });
  const { errors, isSubmitting } = form.formState;
  const certify = form.handleSubmit((json) =>
    api(`/destructions/${id}/certificate`, { method: "POST", json, headers: { "idempotency-key": newKey() } }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <Dialog
      title={t("act.certify")}
      description={t("actLead.certify")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("act.certify")}</Button>}
    >
      <form onSubmit={(event) => void certify(event)} noValidate className="flex flex-col gap-3">
        <TextField label={t("field.certificateNumber")} error={words(errors.number)} {...form.register("number")} />
        <TextField label={t("field.certificateIssuer")} error={words(errors.issuer)} {...form.register("issuer")} />
        <TextField
          label={t("field.certificateOn")}
          type="date"
          error={words(errors.issuedOn)}
          {...form.register("issuedOn")}
        />
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("act.certify")}
        </Button>
      </form>
    </Dialog>
  );
}
