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
  readonly consumer: { readonly name: string; readonly identityMasked: string } | null;
}

/** Who the retail goods are for. The number is sealed when it is sent and shown masked ever after. */
export function ConsumerForm({ shipmentId, consumer }: Props) {
  const t = useTranslations("declaration");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const name = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { consumerName, identityNumber } = Object.fromEntries(new FormData(form));
    setBusy(true);
    await api(`/shipments/${shipmentId}`, {
      method: "PATCH",
      json: { consumer: { name: consumerName, identityNumber } },
    }).then(
      () => {
        form.reset();
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <form onSubmit={(event) => void name(event)} className="flex flex-wrap items-end gap-3" autoComplete="off">
      {consumer ? (
        <p className="w-full text-[13px]">
          {t("consumer")}: <strong className="font-medium">{consumer.name}</strong>{" "}
          <code>{consumer.identityMasked}</code>
        </p>
      ) : null}
      <div className="w-44">
        <TextField name="consumerName" label={t("consumerName")} required />
      </div>
      <div className="w-56">
        <TextField name="identityNumber" label={t("identityNumber")} required inputMode="text" />
      </div>
      <Button type="submit" look="quiet" disabled={isBusy}>
        {t("save")}
      </Button>
    </form>
  );
}
