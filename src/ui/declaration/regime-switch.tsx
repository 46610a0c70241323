"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { CLEARED_REGIMES, type Regime } from "@/domain/declaration/declaration";
import { api, wordsOf } from "@/ui/parts/api-client";
import { RadioGroup } from "@/ui/parts/radio-group";

interface Props {
  readonly shipmentId: string;
  readonly regime: Regime;
  readonly isDisabled: boolean;
}

/** Under which regime the goods leave the zone; tax and requirements follow it at once. */
export function RegimeSwitch({ shipmentId, regime, isDisabled }: Props) {
  const t = useTranslations("declaration");
  const names = useTranslations("overview");
  const router = useRouter();
  const [shown, show] = useOptimistic(regime);
  const [, startTransition] = useTransition();
  const choose = (next: Regime) =>
    startTransition(async () => {
      show(next);
      await api(`/shipments/${shipmentId}`, { method: "PATCH", json: { regime: next } }).then(
        () => router.refresh(),
        (error: unknown) => toast.error(wordsOf(error)),
      );
    });
  return (
    <RadioGroup
      legend={t("regime")}
      isTitled
      isRow
      value={shown}
      onValueChange={choose}
      isDisabled={isDisabled}
      options={CLEARED_REGIMES.map((each) => ({
        value: each,
        label: names(`regimeName.${each}`),
        detail: t(`regimeDetail.${each}`),
      }))}
    />
  );
}
