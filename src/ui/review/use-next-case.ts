"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";

/** Claims the next case of the queue and opens it; back to the queue when none waits. */
export function useNextCase(): () => Promise<void> {
  const t = useTranslations("review");
  const router = useRouter();
  return () =>
    api<{ caseId: string | null }>("/reviews/next", { method: "POST", json: {} }).then(
      ({ caseId }) => {
        if (!caseId) toast.message(t("noNext"));
        router.push(caseId ? `/compliance/reviews/${caseId}` : "/compliance/reviews");
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
}
