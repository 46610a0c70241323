"use client";

import { Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";

/** Prints a pass, and records once when its vehicle left. */
export function PassActs({ passId, hasLeft }: { readonly passId: string; readonly hasLeft: boolean }) {
  const t = useTranslations("stock");
  return (
    <>
      <Button look="quiet" onClick={() => window.print()}>
        <Printer aria-hidden />
        {t("pass.print")}
      </Button>
      {hasLeft ? null : <RecordDeparture passId={passId} />}
    </>
  );
}

function RecordDeparture({ passId }: { readonly passId: string }) {
  const t = useTranslations("stock");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState("");
  const record = () => {
    // The clock of who records it is the clock of the gate: the offset goes with the time.
    const leftAt = (at === "" ? new Date() : new Date(at)).toISOString();
    return api<{ isIncident: boolean }>(`/gate-passes/${passId}/departure`, { method: "POST", json: { leftAt } }).then(
      ({ isIncident }) => {
        if (isIncident) toast.error(t("pass.incident"));
        else toast.success(t("pass.left"));
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => void toast.error(wordsOf(error)),
    );
  };
  return (
    <Dialog
      title={t("pass.depart")}
      description={t("pass.departLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("pass.depart")}</Button>}
    >
      <div className="flex flex-col gap-3">
        <TextField
          label={t("pass.leftAt")}
          hint={t("pass.leftAtHint")}
          type="datetime-local"
          value={at}
          onChange={(event) => setAt(event.target.value)}
        />
        <Button className="self-end" onClick={() => void record()}>
          {t("pass.depart")}
        </Button>
      </div>
    </Dialog>
  );
}
