"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { Textarea } from "@/ui/parts/textarea";

interface Props {
  /** What the button and the dialog say. */
  readonly act: string;
  readonly lead: string;
  readonly path: string;
  /** What goes with the reason; null while that is not chosen. */
  readonly chosen: Readonly<Record<string, string>> | null;
  readonly done: string;
  readonly isPrimary?: boolean;
  readonly children?: ReactNode;
}

/** Rules on an answer, with a reason that stays beside it. */
export function ReasonDialog({ act, lead, path, chosen, done, isPrimary = false, children }: Props) {
  const t = useTranslations("exchange");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const rule = () =>
    api(path, { method: "POST", json: { ...chosen, reason: reason.trim() } }).then(
      () => {
        setOpen(false);
        setReason("");
        toast.success(done);
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  return (
    <Dialog
      title={act}
      description={lead}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button look={isPrimary ? "primary" : "quiet"} size="small">
          {act}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {children}
        <Field label={t("reason")} hint={t("reasonHint")}>
          {(control) => (
            <Textarea
              {...control}
              value={reason}
              maxLength={1_000}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Button
          className="self-end"
          disabled={chosen === null || reason.trim().length === 0}
          onClick={() => void rule()}
        >
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
