"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { SampleView } from "@/contracts/views/inspection";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";

interface Props {
  readonly sampleId: string;
  readonly last: SampleView["custody"][number] | null;
}

/** Adds the next change of hands: what was handed over is received by the same, as it is now. */
export function AddCustody({ sampleId, last }: Props) {
  const t = useTranslations("inspection.sampling");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const step = last?.step === "handed_over" ? "received" : "handed_over";
  const [holder, setHolder] = useState(step === "received" ? (last?.holder ?? "") : "");
  const [isSealIntact, setIntact] = useState(true);
  const add = () =>
    api(`/samples/${sampleId}/custody`, {
      method: "POST",
      json: { step, holder, isSealIntact, at: new Date().toISOString() },
    }).then(
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
      title={`${t("add")}: ${t(`steps.${step}`)}`}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="bare">{t(`steps.${step}`)}</Button>}
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextField label={t("holder")} value={holder} onChange={(event) => setHolder(event.target.value)} />
        <Checkbox checked={isSealIntact} onCheckedChange={setIntact}>
          {t("isIntact")}
        </Checkbox>
        <Button type="submit" disabled={holder.trim() === ""} className="self-end">
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}
