"use client";

import { Check, Undo2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import type { LawBasketView } from "@/contracts/views/law";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { ReasonForm } from "./reason-form";

/** What a second person can do with a basket, and how it is taken back. */
export function BasketActs({ basket }: { readonly basket: LawBasketView }) {
  const t = useTranslations("law");
  const { id, title, effectiveOn } = basket;
  return (
    <>
      {basket.canApprove ? (
        <ReasonAct
          title={t("rejectTitle", { title })}
          lead={t("rejectLead")}
          words={t("reject")}
          icon={<X aria-hidden />}
          send={(reason) => api(`/law/baskets/${id}/approval`, { method: "POST", json: { approve: false, reason } })}
        />
      ) : null}
      {basket.canApprove && basket.state === "checked" ? <Approve basket={basket} /> : null}
      {basket.canWithdraw ? (
        <ReasonAct
          title={t("withdrawTitle", { title })}
          lead={t("withdrawLead", { day: effectiveOn })}
          words={t("withdraw")}
          icon={<Undo2 aria-hidden />}
          send={(reason) => api(`/law/baskets/${id}/withdrawal`, { method: "POST", json: { reason } })}
        />
      ) : null}
    </>
  );
}

function Approve({ basket }: { readonly basket: LawBasketView }) {
  const t = useTranslations("law");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const shipments = basket.checks?.impact.shipments.length ?? 0;
  const approve = async () => {
    setBusy(true);
    await api(`/law/baskets/${basket.id}/approval`, { method: "POST", json: { approve: true } }).then(
      () => {
        toast.success(t("approved", { day: basket.effectiveOn }));
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <Dialog
      title={t("approveTitle", { title: basket.title })}
      description={t("approveLead", { changes: basket.changes.length, shipments, day: basket.effectiveOn })}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button>
          <Check aria-hidden />
          {t("approve")}
        </Button>
      }
    >
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t("cancel")}
        </Button>
        <Button disabled={isBusy} onClick={() => void approve()}>
          {t("approveNow")}
        </Button>
      </div>
    </Dialog>
  );
}

interface ReasonActProps {
  readonly title: string;
  readonly lead: string;
  readonly words: string;
  readonly icon: ReactNode;
  readonly send: (reason: string) => Promise<unknown>;
}

function ReasonAct({ title, lead, words, icon, send }: ReasonActProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={title}
      description={lead}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet">
          {icon}
          {words}
        </Button>
      }
    >
      <ReasonForm
        words={words}
        isGrave
        send={send}
        onDone={() => {
          setOpen(false);
          router.refresh();
        }}
        onCancel={() => setOpen(false)}
      />
    </Dialog>
  );
}
