"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { isLocalDate } from "@/domain/shared/local-date";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({
  title: filled(200),
  effectiveOn: z.string().check(z.refine(isLocalDate, "date")),
});

/** Opens a basket for a day that is ahead, and goes to it. */
export function NewBasket() {
  const t = useTranslations("law");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("new")}
      description={t("newLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Plus aria-hidden />
          {t("new")}
        </Button>
      }
    >
      <BasketForm onCancel={() => setOpen(false)} />
    </Dialog>
  );
}

function BasketForm({ onCancel }: { readonly onCancel: () => void }) {
  const t = useTranslations("law");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm(schema, { title: "", effectiveOn: "" });
  const { errors, isSubmitting } = form.formState;
  const open = form.handleSubmit((json) =>
    api<{ id: string }>("/law/baskets", { method: "POST", json }).then(
      ({ id }) => router.push(`/admin/law/${id}`),
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void open(event)} noValidate className="flex flex-col gap-4">
      <TextField
        label={t("column.title")}
        hint={t("titleHint")}
        error={words(errors.title)}
        {...form.register("title")}
      />
      <TextField
        label={t("column.effectiveOn")}
        type="date"
        hint={t("effectiveHint")}
        error={words(errors.effectiveOn)}
        {...form.register("effectiveOn")}
      />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={isSubmitting}>
          {t("open")}
        </Button>
      </div>
    </form>
  );
}
