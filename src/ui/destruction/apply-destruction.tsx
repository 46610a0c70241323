"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import type { BookLotView } from "@/contracts/views/book";
import { DESTRUCTION_REASONS } from "@/domain/destruction/destruction";
import { api, newKey } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";
import { Textarea } from "@/ui/parts/textarea";

const schema = z.object({ note: filled(500), place: filled(200), appointedOn: filled(10) });

interface Props {
  readonly bookId: string;
  /** The lots of which something is free. */
  readonly lots: readonly BookLotView[];
  readonly today: string;
}

/** Applies for the destruction of lots of an item, and opens the application. */
export function ApplyDestruction({ bookId, lots, today }: Props) {
  const t = useTranslations("destruction");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<string>(DESTRUCTION_REASONS[0]);
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const [isNone, setNone] = useState(false);
  const form = useCheckedForm<z.infer<typeof schema>>(schema, { note: "", place: "", appointedOn: today });
  const { errors, isSubmitting } = form.formState;
  const apply = form.handleSubmit((given) => {
    const lines = lots.flatMap(({ id }) => {
      const quantity = amounts[id]?.trim() ?? "";
      return quantity === "" ? [] : [{ lotId: id, quantity }];
    });
    setNone(lines.length === 0);
    if (lines.length === 0) return undefined;
    const json = { bookId, reason, ...given, lines };
    return api<{ id: string }>("/destructions", {
      method: "POST",
      json,
      headers: { "idempotency-key": newKey() },
    }).then(
      ({ id }) => {
        setOpen(false);
        router.push(`/broker/stock/destructions/${id}`);
      },
      (error: unknown) => showProblem(form, error),
    );
  });
  return (
    <Dialog
      title={t("apply")}
      description={t("applyLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="quiet">{t("apply")}</Button>}
    >
      <form onSubmit={(event) => void apply(event)} noValidate className="flex flex-col gap-3">
        {lots.map(({ id, lotNumber, available }, index) => (
          <TextField
            key={id}
            label={t("ofLot", { lot: lotNumber || "–" })}
            hint={t("free", { available })}
            inputMode="decimal"
            value={amounts[id] ?? ""}
            error={isNone && index === 0 ? t("noneChosen") : undefined}
            onChange={(event) => setAmounts({ ...amounts, [id]: event.target.value })}
          />
        ))}
        <Field label={t("field.reason")}>
          {(control) => (
            <Select
              {...control}
              value={reason}
              onValueChange={setReason}
              options={DESTRUCTION_REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            />
          )}
        </Field>
        <Field label={t("field.note")} error={words(errors.note)}>
          {(control) => <Textarea {...control} {...form.register("note")} />}
        </Field>
        <TextField label={t("field.place")} error={words(errors.place)} {...form.register("place")} />
        <TextField
          label={t("field.appointedOn")}
          type="date"
          error={words(errors.appointedOn)}
          {...form.register("appointedOn")}
        />
        <Button type="submit" disabled={isSubmitting} className="self-end">
          {t("apply")}
        </Button>
      </form>
    </Dialog>
  );
}
