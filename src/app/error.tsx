"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/parts/button";

export default function ErrorPage({
  error,
  reset,
}: {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}) {
  const t = useTranslations("problems");
  return (
    <main data-testid="broken" className="mx-auto max-w-lg px-6 py-24">
      <h1 className="text-2xl font-semibold">{t("broken")}</h1>
      <p className="mt-2 text-muted">{t("brokenRemedy", { id: error.digest ?? "—" })}</p>
      <div className="mt-6">
        <Button onClick={reset}>{t("retry")}</Button>
      </div>
    </main>
  );
}
