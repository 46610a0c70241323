"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

/** The second officer signs the result. */
export function Countersign({ inspectionId }: { readonly inspectionId: string }) {
  const t = useTranslations("inspection");
  const router = useRouter();
  const sign = () =>
    api(`/inspections/${inspectionId}/countersignature`, { method: "POST" }).then(
      () => router.refresh(),
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <Button size="small" onClick={() => void sign()}>
      {t("countersign")}
    </Button>
  );
}
