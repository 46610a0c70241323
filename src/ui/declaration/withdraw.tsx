"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ShipmentView } from "@/contracts/views/shipment";
import { mayWithdraw } from "@/domain/clearance/lifecycle";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

const REASONS = ["declared_twice", "wrong_goods", "wrong_regime", "not_imported", "sent_back", "other"] as const;

/** Takes back what was declared, as long as that is possible, after saying what that gives back. */
export function Withdraw({ shipment }: { readonly shipment: ShipmentView }) {
  const t = useTranslations("declarationVersions");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<(typeof REASONS)[number]>("declared_twice");
  const withdraw = () =>
    api(`/shipments/${shipment.id}/withdrawal`, { method: "POST", json: { reason } }).then(
      () => {
        setOpen(false);
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  const [gate] = shipment.gates;
  if (shipment.declarationState !== "lodged" || !gate || !mayWithdraw(gate)) return null;
  return (
    <Dialog
      title={t("withdraw")}
      description={t("withdrawLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look="bare" className="w-full">
          {t("withdraw")}
        </Button>
      }
    >
      <Field label={t("withdrawReason")}>
        {(control) => (
          <Select
            {...control}
            value={reason}
            onValueChange={(value) => setReason(REASONS.find((each) => each === value) ?? "other")}
            options={REASONS.map((value) => ({ value, label: t(`withdrawalReason.${value}`) }))}
          />
        )}
      </Field>
      <Button look="danger" className="self-end" onClick={() => void withdraw()}>
        {t("withdrawNow")}
      </Button>
    </Dialog>
  );
}
