"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { REGIMES, type Regime } from "@/domain/declaration/declaration";
import { api, wordsOf } from "@/ui/parts/api-client";

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
  const choose = (next: Regime) =>
    api(`/shipments/${shipmentId}`, { method: "PATCH", json: { regime: next } }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <fieldset disabled={isDisabled}>
      <legend className="mb-1 text-[12px] font-medium text-muted">{t("regime")}</legend>
      <div className="flex flex-col gap-1">
        {REGIMES.map((each) => (
          <label key={each} className="flex min-h-7 items-center gap-2 text-sm">
            <input
              type="radio"
              name="regime"
              value={each}
              checked={each === regime}
              onChange={() => void choose(each)}
              className="size-4 accent-accent"
            />
            {names(`regimeName.${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
