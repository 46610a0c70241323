"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ReviewPolicyView } from "@/contracts/views/review-work";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { Switch } from "@/ui/parts/switch";

/** How the authority works its cases: whether officers pick, the share of second looks, and the limit of a bulk. */
export function PolicyForm({ policy }: { readonly policy: ReviewPolicyView }) {
  const t = useTranslations("review");
  const router = useRouter();
  const [isPickingClosed, setPickingClosed] = useState(policy.isPickingClosed);
  const [percent, setPercent] = useState(String(Number((policy.secondReviewShare * 100).toFixed(2))));
  const [bulkLimit, setBulkLimit] = useState(policy.bulkLimit);
  const keep = () => {
    const secondReviewShare = Math.round(Number(percent) * 100) / 10_000;
    const json = { isPickingClosed, secondReviewShare, bulkLimit: bulkLimit.trim() };
    return api("/review-policy", { method: "POST", json }).then(
      () => {
        toast.success(t("policy.kept"));
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  };
  return (
    <form
      className="flex max-w-md flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Switch checked={isPickingClosed} onCheckedChange={setPickingClosed}>
        {t("policy.isPickingClosed")}
      </Switch>
      <TextField
        label={t("policy.share")}
        hint={t("policy.shareHint")}
        inputMode="decimal"
        value={percent}
        onChange={(event) => setPercent(event.target.value)}
      />
      <TextField
        label={t("policy.bulkLimit")}
        hint={t("policy.bulkLimitHint")}
        inputMode="decimal"
        value={bulkLimit}
        onChange={(event) => setBulkLimit(event.target.value)}
      />
      <Button type="submit" className="self-start">
        {t("policy.keep")}
      </Button>
    </form>
  );
}
