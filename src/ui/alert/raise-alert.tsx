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

const schema = z.object({
  commodityPrefix: z.string(),
  origin: z.string(),
  producer: z.string(),
  words: z.string(),
  reason: filled(500),
  citation: z.string().check(z.trim(), z.minLength(10, "brief"), z.maxLength(500, "long")),
  validFrom: filled(10),
  validTo: z.string(),
});
const SCOPE = ["commodityPrefix", "origin", "producer", "words"] as const;

/** Raises an alert for goods; it counts at once. */
export function RaiseAlert({ today }: { readonly today: string }) {
  const t = useTranslations("alert");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const form = useCheckedForm<z.infer<typeof schema>>(schema, {
    ...{ commodityPrefix: "", origin: "", producer: "", words: "", reason: "", citation: "" },
    ...{ validFrom: today, validTo: "" },
  });
  const { errors, isSubmitting } = form.formState;
  const raise = form.handleSubmit((given) => {
    const text = (value: string) => value.trim() || null;
    const batch = given.words.split(/[,，;；]/).flatMap((word) => text(word) ?? []);
    const json = {
      ...{ commodityPrefix: text(given.commodityPrefix), origin: text(given.origin.toUpperCase()) },
      ...{ producer: text(given.producer), words: batch, reason: given.reason, citation: given.citation },
      ...{ validFrom: given.validFrom, validTo: text(given.validTo) },
    };
    return api<{ id: string }>("/alerts", { method: "POST", json }).then(
      ({ id }) => {
        setOpen(false);
        router.push(`/compliance/alerts/${id}`);
      },
      (error: unknown) => showProblem(form, error),
    );
  });
  return (
    <Dialog
      title={t("raise")}
      description={t("raiseLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("raise")}</Button>}
    >
      <form onSubmit={(event) => void raise(event)} noValidate className="flex flex-col gap-3">
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          {SCOPE.map((name) => (
            <TextField
              key={name}
              label={t(`scope.${name}`)}
              hint={t(`scopeHint.${name}`)}
              error={words(errors[name])}
              {...form.register(name)}
            />
          ))}
        </div>
        <TextField label={t("reason")} error={words(errors.reason)} {...form.register("reason")} />
        <TextField label={t("citation")} error={words(errors.citation)} {...form.register("citation")} />
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <TextField
            label={t("validFrom")}
            type="date"
            error={words(errors.validFrom)}
            {...form.register("validFrom")}
          />
          <TextField label={t("validTo")} type="date" error={words(errors.validTo)} {...form.register("validTo")} />
        </div>
        <Button type="submit" look="danger" disabled={isSubmitting} className="self-end">
          {t("raise")}
        </Button>
      </form>
    </Dialog>
  );
}
