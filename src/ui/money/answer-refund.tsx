"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";

/** Records what the authority answered to a claim. */
export function AnswerRefund({ refundId }: { readonly refundId: string }) {
  const t = useTranslations("money");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reference, setReference] = useState("");
  const answer = (state: "paid" | "refused") =>
    api(`/refunds/${refundId}/answer`, { method: "POST", json: { state, reference: reference.trim() || null } }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <Dialog
      title={t("answer")}
      description={t("answerLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="bare" className="ml-2">
          {t("answerNow")}
        </Button>
      }
    >
      <TextField label={t("reference")} value={reference} onChange={(event) => setReference(event.target.value)} />
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={() => void answer("refused")}>
          {t("refundState.refused")}
        </Button>
        <Button onClick={() => void answer("paid")}>{t("refundState.paid")}</Button>
      </div>
    </Dialog>
  );
}
