"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ApiKeyView } from "@/contracts/views/account";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";

/** Revokes a key. It cannot be taken back, so it is asked once. */
export function RevokeKey({ apiKey }: { readonly apiKey: ApiKeyView }) {
  const t = useTranslations("apiKeys");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const revoke = () =>
    api(`/api-keys/${apiKey.id}/revocation`, { method: "POST", json: {} }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <Dialog
      title={t("revokeTitle", { name: apiKey.name })}
      description={t("revokeLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet">
          {t("revoke")}
        </Button>
      }
    >
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t("keep")}
        </Button>
        <Button look="danger" onClick={() => void revoke()}>
          {t("revokeNow")}
        </Button>
      </div>
    </Dialog>
  );
}
