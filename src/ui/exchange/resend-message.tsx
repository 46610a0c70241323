"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Sends a message again that failed, under its own guid. */
export function ResendMessage({ messageId }: { readonly messageId: string }) {
  const t = useTranslations("exchange");
  const router = useRouter();
  const resend = () =>
    api(`/messages/${messageId}/sending`, { method: "POST", headers: { "idempotency-key": newKey() } }).then(
      () => {
        toast.success(t("resent"));
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <Button look="quiet" onClick={() => void resend()}>
      {t("resend")}
    </Button>
  );
}
