"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/ui/parts/alert";
import { Button } from "@/ui/parts/button";
import { CopyText } from "@/ui/parts/copy-text";

/** A secret, this once. */
export function SecretShown({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const t = useTranslations("webhooks");
  return (
    <div role="status" className="flex flex-col gap-4">
      <Alert tone="warning">
        <strong className="font-medium">{t("once")}</strong>
      </Alert>
      <CopyText text={secret} />
      <div className="flex justify-end">
        <Button look="quiet" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
