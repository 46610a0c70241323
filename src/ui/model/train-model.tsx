"use client";

import { BrainCircuit } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

const KINDS = ["boosted", "scorecard"] as const;

/** Asks for a model: which kind, from how many days, with which seed. It is trained beside and stands in shadow. */
export function TrainModel() {
  const t = useTranslations("models");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [kind, setKind] = useState<(typeof KINDS)[number]>("boosted");
  const [days, setDays] = useState("365");
  const [seed, setSeed] = useState("1");
  const [isBusy, setBusy] = useState(false);
  const train = async () => {
    setBusy(true);
    const json = { kind, days: Number(days), seed: Number(seed) };
    await api("/risk/models", { method: "POST", json, headers: { "idempotency-key": newKey() } }).then(
      () => {
        toast.success(t("trainingStarted"));
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <Dialog
      title={t("train")}
      description={t("trainLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <BrainCircuit aria-hidden />
          {t("train")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t("column.kind")} hint={t("kindHint")}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              onValueChange={(value) => setKind(value === "scorecard" ? "scorecard" : "boosted")}
              options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          )}
        </Field>
        <TextField
          label={t("days")}
          type="number"
          min={30}
          max={1000}
          value={days}
          onChange={(event) => setDays(event.target.value)}
        />
        <TextField
          label={t("seed")}
          type="number"
          hint={t("seedHint")}
          min={0}
          value={seed}
          onChange={(event) => setSeed(event.target.value)}
        />
        <div className="flex justify-end">
          <Button disabled={isBusy} onClick={() => void train()}>
            {t("trainNow")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
