"use client";

import { Wrench } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { OrderRuleView } from "@/contracts/views/order";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { DropdownMenu, MenuItem } from "@/ui/parts/dropdown-menu";
import { TextField } from "@/ui/parts/field";

type Chosen = { readonly orderIds: readonly string[] } | { readonly rule: OrderRuleView["rule"] };
type Owner = NonNullable<OrderRuleView["owner"]>;

const PLAIN = ["take_corrected", "match_again", "include"] as const;
const ASKED: readonly Owner[] = ["platform", "payment_firm", "carrier"];

interface Props {
  readonly chosen: Chosen;
  readonly isDisabled?: boolean;
  /** What is repaired, for those who do not see where the button stands. */
  readonly label: string;
}

/** What may lawfully be done about the chosen orders; nothing of what a sender stated is changed here. */
export function RepairMenu({ chosen, isDisabled = false, label }: Props) {
  const t = useTranslations("orders");
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const repair = (how: Readonly<Record<string, string>>) =>
    api<{ changed: number }>("/orders/repair", {
      method: "POST",
      json: { chosen, repair: how },
      headers: { "idempotency-key": newKey() },
    }).then(
      ({ changed }) => {
        toast.success(t("repair.done", { count: changed }));
        setAsking(false);
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <>
      <DropdownMenu
        trigger={
          <Button size="small" look="quiet" disabled={isDisabled} aria-label={`${t("repair.act")}: ${label}`}>
            <Wrench aria-hidden />
            {t("repair.act")}
          </Button>
        }
      >
        {PLAIN.map((kind) => (
          <MenuItem key={kind} onSelect={() => void repair({ kind })}>
            {t(`repair.${kind}`)}
          </MenuItem>
        ))}
        {ASKED.map((owner) => (
          <MenuItem key={owner} onSelect={() => void repair({ kind: "ask_sender", owner })}>
            {t("repair.ask_sender")}: {t(`owner.${owner}`)}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setAsking(true)}>{t("repair.exclude")}</MenuItem>
      </DropdownMenu>
      <Dialog title={t("repair.exclude")} isOpen={isAsking} onOpenChange={setAsking}>
        <TextField
          label={t("repair.reason")}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          look="danger"
          disabled={reason.trim().length < 3}
          onClick={() => void repair({ kind: "exclude", reason })}
          className="self-end"
        >
          {t("repair.exclude")}
        </Button>
      </Dialog>
    </>
  );
}
