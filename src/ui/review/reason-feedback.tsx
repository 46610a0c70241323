"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ReviewCaseView } from "@/contracts/views/review";
import { isReason } from "@/domain/review/case-reasons";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { useReasonWords } from "./reason-words";

/** Each reason of the case, with what officers said of it; a word and one of two buttons say whether it was right. */
export function ReasonFeedback({ review }: { readonly review: ReviewCaseView }) {
  const risk = review.shipment.risk.findLast((each) => each.stage === review.stage);
  const factors = (risk?.contributions ?? []).filter(isReason).map((each) => `factor.${each.factor}`);
  const controls = review.reasons.filter((reason) => reason.startsWith("control."));
  return (
    <ul className="flex flex-col divide-y">
      {[...controls, ...new Set(factors)].map((reason) => (
        <Reason key={reason} reason={reason} review={review} />
      ))}
    </ul>
  );
}

function Reason({ reason, review }: { readonly reason: string; readonly review: ReviewCaseView }) {
  const t = useTranslations("review");
  const wordsOfReason = useReasonWords();
  const router = useRouter();
  const [note, setNote] = useState("");
  const given = review.feedback.filter((each) => each.reason === reason);
  const say = (verdict: "right" | "wrong") =>
    api(`/reviews/${review.caseId}/feedback`, {
      method: "POST",
      json: { reason, verdict, note: note.trim() || null },
    }).then(
      () => {
        setNote("");
        router.refresh();
      },
      (error: unknown) => {
        toast.error(wordsOf(error));
      },
    );
  const words = wordsOfReason(reason);
  return (
    <li className="flex flex-wrap items-end gap-2 py-2 text-sm">
      <div className="min-w-40 flex-1">
        <p className="font-medium">{words}</p>
        {given.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was said is only added to
          <p key={index} className="text-xs text-muted">
            {each.verdict === "wrong" ? "✗" : "✓"} {t(`feedback.${each.verdict}`)} · {each.by}
            {each.note ? ` · “${each.note}”` : ""}
          </p>
        ))}
      </div>
      <TextField
        label={t("feedback.word", { reason: words })}
        value={note}
        maxLength={2_000}
        onChange={(event) => setNote(event.target.value)}
        className="w-44"
      />
      <Button size="small" look="quiet" onClick={() => void say("right")}>
        ✓ {t("feedback.right")}
      </Button>
      <Button size="small" look="quiet" onClick={() => void say("wrong")}>
        ✗ {t("feedback.wrong")}
      </Button>
    </li>
  );
}
