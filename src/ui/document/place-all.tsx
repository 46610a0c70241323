"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { DocumentView } from "@/contracts/views/document";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { isUnplaced } from "./slots";

/** Where papers belong that nothing ties to a shipment: one answer for all of them, beside those on their cards. */
export function PlaceAll({ documents }: { readonly documents: readonly DocumentView[] }) {
  const t = useTranslations("intake");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const unplaced = documents.filter(isUnplaced);
  if (unplaced.length === 0) return null;
  const act = async () => {
    setBusy(true);
    try {
      // One after the other: each opens a shipment, whose numbers follow one another.
      for (const { id } of unplaced)
        await api(`/documents/${id}/placement`, { method: "POST", json: { shipmentId: null } });
      toast(t("placedEach", { count: unplaced.length }));
    } catch (error) {
      toast.error(wordsOf(error));
    } finally {
      setBusy(false);
      router.refresh();
    }
  };
  return (
    <section
      aria-label={t("whereTo")}
      className="mx-4 mt-4 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-yellow/50 bg-yellow-soft px-3 py-2 text-sm md:mx-6"
    >
      <p className="min-w-0 flex-1 basis-60">
        <strong className="font-medium">{t("whereTo")}</strong> {t("unplaced", { count: unplaced.length })}
      </p>
      <Button size="small" disabled={isBusy} onClick={() => void act()}>
        {t("ownShipmentEach")}
      </Button>
    </section>
  );
}
