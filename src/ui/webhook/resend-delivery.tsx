"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Sends a delivery again that has ended. */
export function ResendDelivery({ deliveryId }: { readonly deliveryId: string }) {
  const t = useTranslations("webhooks");
  const router = useRouter();
  const send = () =>
    api(`/deliveries/${deliveryId}/sending`, { method: "POST", headers: { "idempotency-key": newKey() } }).then(
      () => {
        toast.success(t("resendOwed"));
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <Button look="quiet" size="small" onClick={() => void send()}>
      {t("resend")}
    </Button>
  );
}
