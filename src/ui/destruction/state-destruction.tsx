"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type * as z from "zod/mini";
import type { DestructionView } from "@/contracts/views/destruction";
import { api, newKey } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { markOf, statementSchema } from "./statement";

/** What the first witness saw destroyed, line by line, and what is left of it. */
export function StateDestruction({
  destruction: { id, lines },
  today,
}: {
  readonly destruction: DestructionView;
  readonly today: string;
}) {
  const t = useTranslations("destruction");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const form = useCheckedForm<z.infer<typeof statementSchema>>(statementSchema, {
    // What was destroyed is what the witness saw: nothing is filled in for them.
    amounts: Object.fromEntries(lines.map(({ number }) => [markOf(number), ""])),
    destroyedOn: today,
    description: "",
    value: "",
    currency: "CNY",
  });
  const { errors, isSubmitting } = form.formState;
  const state = form.handleSubmit(({ amounts, destroyedOn, description, value, currency }) => {
    const residue = description.trim()
      ? { description, value: value.trim() || "0", currency: currency.toUpperCase() }
      : null;
    const stated = lines.map(({ number }) => ({ number, destroyed: amounts[markOf(number)] ?? "" }));
    return api(`/destructions/${id}/statement`, {
      method: "POST",
      json: { destroyedOn, lines: stated, residue },
      headers: { "idempotency-key": newKey() },
    }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    );
  });
  return (
    <Dialog
      title={t("act.state")}
      description={t("actLead.state")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("act.state")}</Button>}
    >
      <form onSubmit={(event) => void state(event)} noValidate className="flex flex-col gap-3">
        {lines.map(({ number, quantity, description }) => (
          <TextField
            key={number}
            label={t("destroyedOfLine", { number, most: quantity })}
            hint={description}
            inputMode="decimal"
            error={words(errors.amounts?.[markOf(number)])}
            {...form.register(`amounts.${markOf(number)}`)}
          />
        ))}
        <TextField
          label={t("field.destroyedOn")}
          type="date"
          error={words(errors.destroyedOn)}
          {...form.register("destroyedOn")}
        />
        <TextField label={t("field.residue")} hint={t("field.residueHint")} {...form.register("description")} />
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label={t("field.residueValue")}
            inputMode="decimal"
            error={words(errors.value)}
            {...form.register("value")}
          />
          <TextField label={t("field.residueCurrency")} error={words(errors.currency)} {...form.register("currency")} />
        </div>
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("act.state")}
        </Button>
      </form>
    </Dialog>
  );
}
