"use client";

import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { VerificationView } from "@/contracts/views/timeline";
import { Alert } from "@/ui/parts/alert";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Computes the chain of evidence again, and says in one sentence whether it holds. */
export function VerifyChain({ shipmentId }: { readonly shipmentId: string }) {
  const t = useTranslations("timeline");
  const [isBusy, setBusy] = useState(false);
  const [verdict, setVerdict] = useState<VerificationView | null>(null);
  const verify = async () => {
    setBusy(true);
    await api<VerificationView>(`/shipments/${shipmentId}/timeline/verification`).then(setVerdict, (error: unknown) =>
      toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button onClick={() => void verify()} disabled={isBusy}>
        <ShieldCheck aria-hidden />
        {t("verify")}
      </Button>
      <div role="status" className="min-w-0 flex-1">
        {verdict ? (
          <Alert tone={verdict.valid ? "good" : "bad"}>
            <strong className="font-medium">
              {verdict.valid ? t("valid", { entries: verdict.entries }) : t("broken", { at: verdict.brokenAt ?? 0 })}
            </strong>{" "}
            {verdict.valid ? (
              <span className="text-muted">
                {t("head")} <code className="break-all">{verdict.head}</code>
              </span>
            ) : null}
          </Alert>
        ) : (
          <p className="text-sm text-muted">{t("verifyHint")}</p>
        )}
      </div>
    </div>
  );
}
