"use client";

import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { TaxReplayView } from "@/contracts/views/evidence";
import { Alert } from "@/ui/parts/alert";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Computes the tax again from what was logged with it, and says whether the same came out. */
export function ReplayTax({ shipmentId }: { readonly shipmentId: string }) {
  const t = useTranslations("proof");
  const [isBusy, setBusy] = useState(false);
  const [replay, setReplay] = useState<TaxReplayView | null>(null);
  const again = async () => {
    setBusy(true);
    await api<TaxReplayView>(`/shipments/${shipmentId}/tax/replay`, { method: "POST" }).then(
      setReplay,
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button look="quiet" onClick={() => void again()} disabled={isBusy}>
        <RotateCcw aria-hidden />
        {t("replayTax")}
      </Button>
      <div role="status" className="min-w-0 flex-1">
        {replay ? (
          <Alert tone={replay.isSame ? "good" : "bad"}>
            <strong className="font-medium">
              {replay.isSame
                ? t("taxSame", { total: replay.again.total, currency: replay.again.currency })
                : t("taxDiffers", { total: replay.past.total, again: replay.again.total })}
            </strong>{" "}
            <code className="break-all text-muted">{replay.again.hash}</code>
          </Alert>
        ) : (
          <p className="text-sm text-muted">{t("replayTaxHint")}</p>
        )}
      </div>
    </div>
  );
}
