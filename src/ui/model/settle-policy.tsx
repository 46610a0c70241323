"use client";

import { Check, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { PolicyView } from "@/contracts/views/model";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Approves a proposed policy, as a second person, or rejects it. */
export function SettlePolicy({ policy }: { readonly policy: PolicyView }) {
  const t = useTranslations("models.policy");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const settle = async (approve: boolean) => {
    setBusy(true);
    const headers = { "idempotency-key": newKey() };
    await api(`/risk/policies/${policy.id}/approval`, { method: "POST", json: { approve }, headers }).then(
      () => {
        toast.success(t(approve ? "approved" : "rejected"));
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <p className="mt-3 flex flex-wrap items-center gap-2">
      {policy.canApprove ? (
        <Button size="small" disabled={isBusy} onClick={() => void settle(true)}>
          <Check aria-hidden />
          {t("approve")}
        </Button>
      ) : (
        <span className="text-xs text-muted">{t("needsSecond")}</span>
      )}
      <Button size="small" look="quiet" disabled={isBusy} onClick={() => void settle(false)}>
        <X aria-hidden />
        {t("reject")}
      </Button>
    </p>
  );
}
