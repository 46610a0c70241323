"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** Takes a shipment off the list whose files were all refused. */
export function DismissShipment({ shipmentId }: { readonly shipmentId: string }) {
  const t = useTranslations("overview");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await api(`/shipments/${shipmentId}`, { method: "DELETE" });
      toast(t("dismissed"));
      router.push("/broker/shipments");
      router.refresh();
    } catch (error) {
      toast.error(wordsOf(error));
      setBusy(false);
    }
  };
  return (
    <Button look="quiet" title={t("dismissHint")} disabled={isBusy} onClick={() => void act()}>
      {t("dismiss")}
    </Button>
  );
}
