"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";

const REASONS = ["overpaid", "returned", "amended", "refused"] as const;
const MOST_WORDS = 1_000;
const schema = z.object({
  amount: filled(17),
  note: z.string().check(z.trim(), z.maxLength(MOST_WORDS)),
});

/** Claims tax back for a shipment. */
export function ClaimRefund({ shipmentId }: { readonly shipmentId: string }) {
  const t = useTranslations("money");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<(typeof REASONS)[number]>("overpaid");
  const form = useCheckedForm(schema, { amount: "", note: "" });
  const send = form.handleSubmit(({ amount, note }) =>
    api(`/shipments/${shipmentId}/refunds`, { method: "POST", json: { reason, amount, note: note || null } }).then(
      () => {
        setOpen(false);
        form.reset();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <Dialog
      title={t("claim")}
      description={t("claimLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="bare">{t("claim")}</Button>}
    >
      <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
        <Field label={t("reason")}>
          {(control) => (
            <Select
              {...control}
              value={reason}
              onValueChange={(value) => setReason(REASONS.find((each) => each === value) ?? "overpaid")}
              options={REASONS.map((value) => ({ value, label: t(`refundReason.${value}`) }))}
            />
          )}
        </Field>
        <TextField
          label={t("amount")}
          inputMode="decimal"
          error={words(form.formState.errors.amount)}
          {...form.register("amount")}
        />
        <TextField label={t("note")} error={words(form.formState.errors.note)} {...form.register("note")} />
        <Button type="submit" disabled={form.formState.isSubmitting} className="self-end">
          {t("claim")}
        </Button>
      </form>
    </Dialog>
  );
}
