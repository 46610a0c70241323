"use client";

import { Check, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { BenefitPolicyView } from "@/contracts/views/credit-policy";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Badge } from "@/ui/parts/badge";
import { Button } from "@/ui/parts/button";
import { BenefitTable } from "./benefit-table";
import { ImpactNote } from "./impact-note";

const TONES = { proposed: "yellow", approved: "green", rejected: "plain" } as const;
const MARKS = { proposed: "▲", approved: "●", rejected: "–" } as const;

/** The policies of an authority, the newest first; what waits for a second admin can be ruled on here. */
export function BenefitHistory({ policies }: { readonly policies: readonly BenefitPolicyView[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {policies.map((policy) => (
        <Policy key={policy.id} policy={policy} />
      ))}
    </ul>
  );
}

function Policy({ policy }: { readonly policy: BenefitPolicyView }) {
  const t = useTranslations("credit");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const { id, version, effectiveFrom, state, basis, citation, proposedBy, approvedBy, canApprove } = policy;
  const rule = async (approve: boolean) => {
    setBusy(true);
    await api(`/credit/benefits/${id}/approval`, { method: "POST", json: { approve } }).then(
      () => {
        toast.success(t(approve ? "approved" : "rejected"));
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <li className="flex flex-col gap-2 rounded-md border bg-panel px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{t("version", { version })}</span>
        <Badge tone={TONES[state]}>
          <span aria-hidden>{MARKS[state]}</span>
          {t(`state.${state}`)}
        </Badge>
        <span>{t("since", { day: effectiveFrom })}</span>
        <span className="text-xs text-muted">
          {approvedBy
            ? t("byBoth", { proposer: proposedBy, approver: approvedBy })
            : t("byOne", { proposer: proposedBy })}
        </span>
      </div>
      <p className="text-xs text-muted">
        {t(`basis.${basis}`)}: {citation}
      </p>
      {state === "proposed" ? (
        <>
          <BenefitTable tiers={policy.tiers} mutual={policy.mutual} />
          <ImpactNote path={`/credit/benefits/${id}/impact`} />
          {canApprove ? (
            <div className="flex gap-2">
              <Button size="small" disabled={isBusy} onClick={() => void rule(true)}>
                <Check aria-hidden />
                {t("approve")}
              </Button>
              <Button size="small" look="quiet" disabled={isBusy} onClick={() => void rule(false)}>
                <X aria-hidden />
                {t("reject")}
              </Button>
            </div>
          ) : (
            <span className="text-xs font-medium text-yellow">▲ {t("secondPerson")}</span>
          )}
        </>
      ) : null}
    </li>
  );
}
