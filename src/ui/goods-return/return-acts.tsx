"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";

interface Props {
  readonly returnId: string;
  readonly isLapsed: boolean;
  readonly today: string;
}

/** Takes goods that are back, or takes the application back. */
export function ReturnActs({ returnId, isLapsed, today }: Props) {
  const t = useTranslations("goodsReturn");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [arrivedOn, setArrivedOn] = useState(today);
  const [isAsReleased, setAsReleased] = useState(false);
  const act = (path: string, method: "POST" | "DELETE", json?: unknown) =>
    api(`/returns/${returnId}${path}`, { method, ...(json ? { json } : {}) }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <span className="ml-2 inline-flex gap-1">
      {isLapsed ? null : (
        <Button look="bare" onClick={() => setOpen(true)}>
          {t("arrived")}
        </Button>
      )}
      <Button look="bare" onClick={() => void act("", "DELETE")}>
        {t("cancel")}
      </Button>
      <Dialog title={t("arrived")} description={t("arrivedLead")} isOpen={isOpen} onOpenChange={setOpen}>
        <TextField
          label={t("arrivalDay")}
          type="date"
          max={today}
          value={arrivedOn}
          onChange={(event) => setArrivedOn(event.target.value)}
        />
        <Checkbox checked={isAsReleased} onCheckedChange={setAsReleased}>
          {t("asReleased")}
        </Checkbox>
        <Button
          className="self-end"
          disabled={!isAsReleased}
          onClick={() => void act("/arrival", "POST", { arrivedOn, isAsReleased })}
        >
          {t("reverseNow")}
        </Button>
      </Dialog>
    </span>
  );
}
