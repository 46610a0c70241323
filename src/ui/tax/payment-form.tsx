"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import * as z from "zod/mini";
import { Amount } from "@/ui/parts/amount";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({ amount: filled(17), reference: filled(100) });

interface Props {
  readonly shipmentId: string;
  /** What is still to be paid. */
  readonly amount: string;
  readonly total: string;
  readonly currency: string;
}

/** Records a payment of the tax, of all that is open or of a part; the same receipt counts once. */
export function PaymentForm({ shipmentId, amount: open, total, currency }: Props) {
  const t = useTranslations("tax");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm(schema, { amount: open, reference: "" });
  const pay = form.handleSubmit(({ amount, reference }) =>
    api(`/shipments/${shipmentId}/payments`, { method: "POST", json: { amount, reference } }).then(
      () => router.refresh(),
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void pay(event)} noValidate className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <p className="min-w-0 flex-1 basis-72 text-base">
        <strong className="font-semibold">
          <Amount value={open} currency={currency} />
        </strong>{" "}
        {open === total ? t("due") : t("stillDue")}
      </p>
      <div className="flex w-full gap-2 sm:w-auto">
        <TextField
          label={t("paid")}
          inputMode="decimal"
          error={words(form.formState.errors.amount)}
          className="w-32"
          {...form.register("amount")}
        />
        <TextField
          label={t("receipt")}
          error={words(form.formState.errors.reference)}
          className="flex-1 sm:w-64"
          {...form.register("reference")}
        />
        <Button type="submit" className="mt-5" disabled={form.formState.isSubmitting}>
          {t("pay")}
        </Button>
      </div>
    </form>
  );
}
