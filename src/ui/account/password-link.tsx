"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/ui/parts/alert";
import { CopyText } from "@/ui/parts/copy-text";

/** The link with which a person chooses a password. Whoever has it can use it once, so it is handed over with care. */
export function PasswordLink({ path, name }: { readonly path: string; readonly name: string }) {
  const t = useTranslations("people");
  return (
    <div role="status" className="flex flex-col gap-3">
      <Alert tone="warning">
        <strong className="font-medium">{t("linkOnce", { name })}</strong>
        <p>{t("linkDetail")}</p>
      </Alert>
      <CopyText text={new URL(path, window.location.origin).href} />
    </div>
  );
}
