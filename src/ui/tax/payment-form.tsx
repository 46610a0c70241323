"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";

interface Props {
  readonly shipmentId: string;
  readonly amount: string;
  readonly currency: string;
}

/** Records the payment of the tax; the same receipt counts once. */
export function PaymentForm({ shipmentId, amount, currency }: Props) {
  const t = useTranslations("tax");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const pay = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { reference } = Object.fromEntries(new FormData(event.currentTarget));
    setBusy(true);
    await api(`/shipments/${shipmentId}/payments`, { method: "POST", json: { amount, reference } }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => void pay(event)}
      className="flex flex-wrap items-end gap-3 rounded-md border border-yellow bg-yellow-soft p-4"
    >
      <p className="w-full text-sm font-medium">{t("due", { amount, currency })}</p>
      <div className="w-64">
        <TextField name="reference" label={t("receipt")} required />
      </div>
      <Button type="submit" disabled={isBusy}>
        {t("pay")}
      </Button>
    </form>
  );
}
