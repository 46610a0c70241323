"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { Field } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

interface Props {
  readonly id: string;
  readonly isReview: boolean;
  /** How many criteria are not answered. */
  readonly open: number;
  readonly offices: readonly { readonly id: string; readonly name: string }[];
}

/** Hands a workbook in, or ends a yearly review. */
export function SubmitWorkbook({ id, isReview, open, offices }: Props) {
  const t = useTranslations("workbook");
  const router = useRouter();
  const [officeId, setOffice] = useState(offices[0]?.id ?? "");
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const sent = isReview
      ? api(`/aeo-workbooks/${id}/review`, { method: "POST" })
      : api(`/aeo-workbooks/${id}/submission`, {
          method: "POST",
          json: { officeId },
          headers: { "idempotency-key": newKey() },
        });
    await sent.then(
      () => {
        toast.success(t(isReview ? "reviewed" : "sent"));
        router.refresh();
      },
      (error: unknown) => void toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <Card className="flex-row flex-wrap items-end gap-3">
      <p className="min-w-60 flex-1 text-sm">
        {open > 0 ? t("stillOpen", { count: open }) : t(isReview ? "reviewLead" : "sendLead")}
      </p>
      {isReview ? null : (
        <Field label={t("office")}>
          {(control) => (
            <Select
              {...control}
              value={officeId}
              onValueChange={setOffice}
              options={offices.map((each) => ({ value: each.id, label: each.name }))}
            />
          )}
        </Field>
      )}
      <Button disabled={isBusy || open > 0} onClick={() => void send()}>
        <Send aria-hidden />
        {t(isReview ? "endReview" : "send")}
      </Button>
    </Card>
  );
}
