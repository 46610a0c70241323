"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({ quantity: filled(60), sealNumber: filled(60) });

/** Takes a sample now, under a seal of its own. */
export function TakeSample({ itemId }: { readonly itemId: string }) {
  const t = useTranslations("inspection.sampling");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const form = useCheckedForm(schema, { quantity: "", sealNumber: "" });
  const { errors, isSubmitting } = form.formState;
  const take = form.handleSubmit((given) =>
    api(`/inspection-items/${itemId}/samples`, {
      method: "POST",
      json: { ...given, takenAt: new Date().toISOString() },
    }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <Dialog title={t("take")} isOpen={isOpen} onOpenChange={setOpen} trigger={<Button look="bare">{t("take")}</Button>}>
      <form onSubmit={(event) => void take(event)} noValidate className="flex flex-col gap-3">
        <TextField label={t("quantity")} error={words(errors.quantity)} {...form.register("quantity")} />
        <TextField label={t("seal")} error={words(errors.sealNumber)} {...form.register("sealNumber")} />
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}
