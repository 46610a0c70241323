"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import type { OfficeView } from "@/contracts/views/shipment";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Field } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

interface Props {
  readonly shipmentId: string;
  readonly officeId: string | null;
  readonly offices: readonly OfficeView[];
}

/** At which customs office the declaration will be lodged. */
export function OfficeSwitch({ shipmentId, officeId, offices }: Props) {
  const t = useTranslations("declaration");
  const router = useRouter();
  const [shown, show] = useOptimistic(officeId ?? "");
  const [, startTransition] = useTransition();
  const choose = (next: string) =>
    startTransition(async () => {
      show(next);
      await api(`/shipments/${shipmentId}`, { method: "PATCH", json: { officeId: next } }).then(
        () => router.refresh(),
        (error: unknown) => toast.error(wordsOf(error)),
      );
    });
  return (
    <Field label={t("office")} className="max-w-md">
      {(control) => (
        <Select
          {...control}
          value={shown}
          onValueChange={choose}
          options={offices.map(({ id, name, authority }) => ({ value: id, label: `${name} · ${authority}` }))}
        />
      )}
    </Field>
  );
}
