"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import * as z from "zod/mini";
import { BILL_KINDS, type BillKind } from "@/domain/tax-bill/reconcile-bill";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const MOST = 17;
const figure = z.string().check(z.trim(), z.maxLength(MOST));
const schema = z.object({
  number: filled(100),
  issuedOn: filled(10),
  duty: figure,
  consumption_tax: figure,
  vat: figure,
  late_declaration_fee: figure,
  late_payment_surcharge: figure,
});

/** Records a bill of the authority as it is printed: nothing is filled in from the assessment, for it is what checks it. */
export function RecordBill({ shipmentId }: { readonly shipmentId: string }) {
  const t = useTranslations("money");
  const router = useRouter();
  const words = useErrorWords();
  const [isOpen, setOpen] = useState(false);
  const none = Object.fromEntries(BILL_KINDS.map((kind) => [kind, ""])) as Record<BillKind, string>;
  const form = useCheckedForm(schema, { number: "", issuedOn: "", ...none });
  const send = form.handleSubmit(({ number, issuedOn, ...amounts }) => {
    const lines = BILL_KINDS.filter((kind) => amounts[kind] !== "").map((kind) => ({ kind, amount: amounts[kind] }));
    return api(`/shipments/${shipmentId}/tax-bills`, { method: "POST", json: { number, issuedOn, lines } }).then(
      () => {
        setOpen(false);
        form.reset();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    );
  });
  return (
    <Dialog
      title={t("recordBill")}
      description={t("recordBillLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="quiet">{t("recordBill")}</Button>}
    >
      <form onSubmit={(event) => void send(event)} noValidate className="grid gap-3 sm:grid-cols-2">
        <TextField label={t("number")} error={words(form.formState.errors.number)} {...form.register("number")} />
        <TextField
          label={t("issued")}
          type="date"
          error={words(form.formState.errors.issuedOn)}
          {...form.register("issuedOn")}
        />
        {BILL_KINDS.map((kind) => (
          <TextField
            key={kind}
            label={t(`billKind.${kind}`)}
            inputMode="decimal"
            error={words(form.formState.errors[kind])}
            {...form.register(kind)}
          />
        ))}
        <Button type="submit" disabled={form.formState.isSubmitting} className="self-end justify-self-end">
          {t("record")}
        </Button>
      </form>
    </Dialog>
  );
}
