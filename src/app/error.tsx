"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Trouble } from "@/ui/frame/trouble";
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
    <div data-testid="broken">
      <Trouble icon={TriangleAlert} title={t("broken")} words={t("brokenRemedy", { id: error.digest ?? "—" })}>
        <Button onClick={reset}>{t("retry")}</Button>
        <Button asChild look="quiet">
          <Link href="/">{t("home")}</Link>
        </Button>
      </Trouble>
    </div>
  );
}
