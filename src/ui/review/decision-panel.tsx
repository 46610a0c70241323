"use client";

import { ArrowRight, Hand } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { InspectionView } from "@/contracts/views/inspection";
import type { ReviewCaseView } from "@/contracts/views/review";
import { isAdvice } from "@/domain/review/decision";
import { SHORTCUTS, useShortcut } from "@/ui/frame/shortcuts";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { Instant } from "@/ui/parts/instant";
import { Kbd } from "@/ui/parts/kbd";
import { DecisionForm } from "./decision-form";
import { IrregularResults } from "./irregular-results";
import { PastDecisions } from "./past-decisions";
import { useClaimRenewal } from "./use-claim-renewal";
import { useNextCase } from "./use-next-case";

interface Props {
  readonly review: ReviewCaseView;
  readonly inspections: readonly InspectionView[];
  /** Whether the reader decides, and takes a case after the other; who advises does not. */
  readonly isOfficer: boolean;
}

/** Claim, decide, go on: what was ruled before stands above, the next case is one key away. */
export function DecisionPanel({ review, inspections, isOfficer }: Props) {
  const t = useTranslations("review");
  const router = useRouter();
  const openNext = useNextCase();
  const [isBusy, setBusy] = useState(false);
  const canDecide = review.state === "open" && (review.claimedByMe || review.outcomes.some(isAdvice));
  const canClaim = isOfficer && review.state === "open" && !review.claimedByMe && review.isPickable;
  useClaimRenewal(review.caseId, review.claimedByMe && review.state === "open");
  const claim = async () => {
    setBusy(true);
    await api(`/reviews/${review.caseId}/claim`, { method: "POST", json: {} }).then(
      () => router.refresh(),
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  useShortcut(SHORTCUTS.review.nextCase, () => {
    if (isOfficer) void openNext();
  });
  useShortcut(SHORTCUTS.review.claim, () => {
    if (canClaim) void claim();
  });
  return (
    <Card id="decision" aria-label={t("decision")} className="self-start lg:sticky lg:top-16">
      <div className="flex items-baseline gap-3">
        <h2 className="text-base font-semibold">{t("decision")}</h2>
        {review.claimedByMe && review.claimedUntil && review.state === "open" ? (
          <span className="ml-auto text-xs text-muted">
            {t("claimedUntil")} <Instant at={review.claimedUntil} look="clock" />
          </span>
        ) : null}
      </div>
      <IrregularResults inspections={inspections} />
      <PastDecisions review={review} />
      {review.state === "decided" ? <p className="font-medium text-green">✓ {t("decided")}</p> : null}
      {canDecide ? <DecisionForm review={review} /> : null}
      {review.state === "open" && !canDecide ? (
        <>
          <p className="text-sm text-muted">
            {review.claimedBy
              ? t("claimedBy", { name: review.claimedBy })
              : t(review.isPickable ? "claimFirst" : "picksNone")}
          </p>
          {canClaim ? (
            <Button disabled={isBusy || review.claimedBy !== null} onClick={() => void claim()}>
              <Hand aria-hidden />
              {t("claim")}
            </Button>
          ) : null}
        </>
      ) : null}
      {isOfficer ? (
        <button
          type="button"
          onClick={() => void openNext()}
          className="inline-flex min-h-7 items-center gap-2 border-t pt-3 text-left text-sm text-accent hover:underline"
        >
          {t("next")}
          <ArrowRight aria-hidden className="size-3.5" />
          <Kbd className="ml-auto">{SHORTCUTS.review.nextCase[0]}</Kbd>
        </button>
      ) : null}
    </Card>
  );
}
