"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { TextField } from "@/ui/parts/field";

interface Props {
  readonly alertId: string;
  readonly canLift: boolean;
  /** What each shipment of the alert is called. */
  readonly references: Readonly<Record<string, string>>;
}

/** Holds what is not released, after showing what that is; lifts the alert, with a reason, where another raised it. */
export function AlertActs({ alertId, canLift, references }: Props) {
  const t = useTranslations("alert");
  const router = useRouter();
  const [preview, setPreview] = useState<readonly string[] | null>(null);
  const [isLifting, setLifting] = useState(false);
  const [reason, setReason] = useState("");
  const act = <T,>(path: string, json: unknown, then: (answer: T) => void) =>
    api<T>(`/alerts/${alertId}/${path}`, { method: "POST", json }).then(then, (error: unknown) => {
      toast.error(wordsOf(error));
    });
  const show = () =>
    act<{ shipmentIds: readonly string[] }>("hold/preview", {}, ({ shipmentIds }) => setPreview(shipmentIds));
  const hold = () =>
    act<{ held: readonly string[] }>("hold", {}, ({ held }) => {
      toast.success(t("held", { count: held.length }));
      setPreview(null);
      router.refresh();
    });
  const lift = () =>
    act("lift", { reason }, () => {
      setLifting(false);
      router.refresh();
    });
  return (
    <>
      <Button look="danger" onClick={() => void show()}>
        {t("hold")}
      </Button>
      {canLift ? (
        <Button look="quiet" onClick={() => setLifting(true)}>
          {t("lift")}
        </Button>
      ) : null}
      <Dialog
        title={t("holdTitle", { count: preview?.length ?? 0 })}
        description={t("holdLead")}
        isOpen={preview !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setPreview(null))}
      >
        <ul className="max-h-60 overflow-y-auto text-sm">
          {(preview ?? []).map((id) => (
            <li key={id}>{references[id] ?? id}</li>
          ))}
        </ul>
        <Button look="danger" disabled={!preview?.length} onClick={() => void hold()} className="self-end">
          {t("holdNow", { count: preview?.length ?? 0 })}
        </Button>
      </Dialog>
      <Dialog title={t("lift")} description={t("liftLead")} isOpen={isLifting} onOpenChange={setLifting}>
        <TextField label={t("liftReason")} value={reason} onChange={(event) => setReason(event.target.value)} />
        <Button disabled={reason.trim().length < 3} onClick={() => void lift()} className="self-end">
          {t("lift")}
        </Button>
      </Dialog>
    </>
  );
}
