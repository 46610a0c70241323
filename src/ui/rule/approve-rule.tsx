"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { RuleView } from "@/contracts/views/rule";
import { Alert } from "@/ui/parts/alert";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";

interface Props {
  readonly rule: RuleView;
  readonly path: string;
  /** The first day on which it can begin, YYYY-MM-DD. */
  readonly today: string;
}

/** The second person's word: from which day on, after a look at the backtest. */
export function ApproveRule({ rule, path, today }: Props) {
  const t = useTranslations("rules");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [from, setFrom] = useState(today);
  const [acknowledges, setAcknowledges] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const number = rule.versions[0]?.number ?? 0;
  const { hits = 0, declarations = 0, stopped = 0 } = rule.backtest?.result ?? {};
  const approve = async () => {
    setBusy(true);
    setProblem(null);
    const json = { approve: true, from, acknowledgesNoHits: acknowledges };
    await api(`${path}/approval`, { method: "POST", json }).then(
      () => {
        toast.success(t("approved", { number }));
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => setProblem(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <Dialog
      title={t("approveTitle", { number, code: rule.code })}
      description={t("approveLead", { hits, declarations, stopped })}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Check aria-hidden />
          {t("approve")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t("fromDay")}
          type="date"
          min={today}
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
        {hits === 0 ? (
          <Checkbox checked={acknowledges} onCheckedChange={setAcknowledges}>
            {t("acknowledge")}
          </Checkbox>
        ) : null}
        {problem ? <Alert tone="bad">{problem}</Alert> : null}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={() => setOpen(false)}>
            {t("cancel")}
          </Button>
          <Button disabled={isBusy || from === ""} onClick={() => void approve()}>
            {t("approveNow")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
