"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";

interface Props {
  readonly permitId: string;
  readonly number: string;
}

/** Takes a permit off the record, after asking. */
export function WithdrawPermit({ permitId, number }: Props) {
  const t = useTranslations("permit");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const withdraw = () =>
    api(`/permits/${permitId}`, { method: "DELETE" }).then(
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
      title={`${t("withdraw")}: ${number}`}
      description={t("withdrawSure")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="bare">{t("withdraw")}</Button>}
    >
      <Button look="danger" onClick={() => void withdraw()}>
        {t("withdraw")}
      </Button>
    </Dialog>
  );
}
