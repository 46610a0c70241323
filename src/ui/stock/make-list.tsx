"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Makes a verification list of all released lines that are on none yet. */
export function MakeList({ bookId, count }: { readonly bookId: string; readonly count: number }) {
  const t = useTranslations("stock");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const make = () => {
    setBusy(true);
    const headers = { "idempotency-key": newKey() };
    return api<{ number: string }>(`/books/${bookId}/lists`, { method: "POST", json: { shipmentIds: null }, headers })
      .then(
        ({ number }) => {
          toast.success(t("list.made", { number }));
          router.refresh();
        },
        (error: unknown) => void toast.error(wordsOf(error)),
      )
      .finally(() => setBusy(false));
  };
  return (
    <Button disabled={isBusy} onClick={() => void make()}>
      {t("list.make", { count })}
    </Button>
  );
}
