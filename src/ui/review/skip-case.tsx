"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { SKIP_REASONS } from "@/domain/review/policy";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { useNextCase } from "./use-next-case";

/** Passes the case by, with a reason that is kept; the next one comes. */
export function SkipCase({ caseId }: { readonly caseId: string }) {
  const t = useTranslations("review");
  const openNext = useNextCase();
  const [isOpen, setOpen] = useState(false);
  useShortcut(SHORTCUTS.review.skip, () => setOpen(true));
  const skip = (reason: string) =>
    api(`/reviews/${caseId}/skip`, { method: "POST", json: { reason } }).then(
      () => {
        setOpen(false);
        return openNext();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <Dialog
      title={t("skip.title")}
      description={t("skip.lead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="bare">{t("skip.act")}</Button>}
    >
      <ul className="flex flex-col gap-1.5">
        {SKIP_REASONS.map((reason) => (
          <li key={reason}>
            <Button look="quiet" className="w-full justify-start" onClick={() => void skip(reason)}>
              {t(`skip.reason.${reason}`)}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
