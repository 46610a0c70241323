"use client";

import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { LawBasketView } from "@/contracts/views/law";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Instant } from "@/ui/parts/instant";

/** Tries the golden cases and works out the impact. */
export function CheckBasket({ basket }: { readonly basket: LawBasketView }) {
  const t = useTranslations("law");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    await api<{ state: string }>(`/law/baskets/${basket.id}/check`, { method: "POST" }).then(
      ({ state }) => {
        if (state === "checked") toast.success(t("passed"));
        else toast.warning(t("failed"));
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <>
      {basket.checks ? (
        <span className="text-muted">
          {t("checkedAt")} <Instant at={basket.checks.checkedAt} />
        </span>
      ) : null}
      <Button size="small" disabled={isBusy || basket.changes.length === 0} onClick={() => void check()}>
        <FlaskConical aria-hidden />
        {t(basket.checks ? "checkAgain" : "check")}
      </Button>
    </>
  );
}
