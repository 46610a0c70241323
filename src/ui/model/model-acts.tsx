"use client";

import { Check, Undo2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ModelRowView } from "@/contracts/views/model";
import { ReasonForm } from "@/ui/law/reason-form";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";

/** What can be done with a model: promoted by a second person, taken out of the shadow, rolled back. */
export function ModelActs({ model }: { readonly model: ModelRowView }) {
  const t = useTranslations("models");
  const { state, canPromote } = model;
  if (state === "champion") return <RollBack model={model} />;
  if (state !== "challenger" && state !== "training") return null;
  return (
    <span className="flex flex-wrap gap-2">
      {canPromote ? (
        <ActButton
          words={t("promote")}
          done={t("promoted")}
          act={() => api(`/risk/models/${model.id}/promotion`, keyed({}))}
          icon={<Check aria-hidden />}
        />
      ) : state === "challenger" ? (
        <span className="text-xs text-muted">{t("needsSecond")}</span>
      ) : null}
      <ActButton
        isQuiet
        words={t(state === "training" ? "cancelTraining" : "retire")}
        done={t("retired")}
        act={() => api(`/risk/models/${model.id}`, { method: "DELETE" })}
        icon={<X aria-hidden />}
      />
    </span>
  );
}

/** A request that is carried out once, however often it is sent. */
function keyed(json: unknown) {
  return { method: "POST", json, headers: { "idempotency-key": newKey() } } as const;
}

interface ActProps {
  readonly words: string;
  readonly done: string;
  readonly icon: React.ReactNode;
  readonly isQuiet?: boolean;
  readonly act: () => Promise<unknown>;
}

function ActButton({ words, done, icon, isQuiet = false, act }: ActProps) {
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await act().then(
      () => {
        toast.success(done);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <Button size="small" {...(isQuiet ? { look: "quiet" as const } : {})} disabled={isBusy} onClick={() => void run()}>
      {icon}
      {words}
    </Button>
  );
}

function RollBack({ model }: { readonly model: ModelRowView }) {
  const t = useTranslations("models");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("rollBackTitle", { version: model.version })}
      description={t("rollBackLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" look="quiet">
          <Undo2 aria-hidden />
          {t("rollBack")}
        </Button>
      }
    >
      <ReasonForm
        words={t("rollBack")}
        isGrave
        send={(reason) => api("/risk/models/rollback", keyed({ reason }))}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
        onCancel={() => setOpen(false)}
      />
    </Dialog>
  );
}
