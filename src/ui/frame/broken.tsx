"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/parts/button";
import { Trouble } from "./trouble";

interface Props {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

/** What a person sees when a page broke: under which number it is known, and what to do. */
export function Broken({ error, reset }: Props) {
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
