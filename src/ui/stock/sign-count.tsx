"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** The second signature, which lets the count adjust the book; or none, and the book stays. */
export function SignCount({ id }: { readonly id: string }) {
  const t = useTranslations("stock");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const sign = (approve: boolean) => {
    setBusy(true);
    return api(`/stock-counts/${id}/signature`, { method: "POST", json: { approve } })
      .then(
        () => router.refresh(),
        (error: unknown) => void toast.error(wordsOf(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <div className="flex justify-end gap-2">
      <Button look="quiet" disabled={isBusy} onClick={() => void sign(false)}>
        {t("count.reject")}
      </Button>
      <Button disabled={isBusy} onClick={() => void sign(true)}>
        {t("count.sign")}
      </Button>
    </div>
  );
}
