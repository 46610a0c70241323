"use client";

import { Check, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { AeoRowView } from "@/contracts/views/credit";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { ImpactNote } from "./impact-note";
import { ScopeChips } from "./scope-chips";
import { TierBadge } from "./tier-badge";
import { Validity } from "./validity";

interface Props {
  readonly rows: readonly AeoRowView[];
  readonly today: string;
}

/** What one admin proposed and another approves or rejects; it stands on top, because somebody waits for it. */
export function PendingProposals({ rows, today }: Props) {
  return (
    <ul className="flex flex-col gap-2">
      {rows.map((row) => (
        <Proposal key={row.id} row={row} today={today} />
      ))}
    </ul>
  );
}

function Proposal({ row, today }: { readonly row: AeoRowView; readonly today: string }) {
  const t = useTranslations("aeo");
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);
  const rule = async (approve: boolean) => {
    setBusy(true);
    await api(`/aeo/${row.id}/approval`, { method: "POST", json: { approve } }).then(
      () => {
        toast.success(t(approve ? "approved" : "rejected", { holder: row.holder }));
        router.refresh();
      },
      (error: unknown) => toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  return (
    <li className="grid grid-cols-1 items-center gap-x-6 gap-y-2 rounded-md border border-yellow/40 bg-panel px-4 py-3 text-sm lg:grid-cols-[minmax(0,1.4fr)_minmax(0,1.2fr)_minmax(0,1fr)_15rem]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold">{row.holder}</span>
          <TierBadge tier={row.tier} />
        </p>
        <p className="text-xs text-muted">
          <code>{row.aeoCode}</code> · {row.source}
        </p>
      </div>
      <ScopeChips scope={row.scope} />
      <Validity validFrom={row.validFrom} validTo={row.validTo} today={today} />
      <div className="flex flex-wrap items-center gap-2 lg:justify-end">
        <span className="w-full text-xs text-muted lg:text-right">{t("proposedBy", { proposer: row.proposedBy })}</span>
        {row.canApprove ? (
          <>
            <Button size="small" disabled={isBusy} onClick={() => void rule(true)}>
              <Check aria-hidden />
              {t("approve")}
            </Button>
            <Button size="small" look="quiet" disabled={isBusy} onClick={() => void rule(false)}>
              <X aria-hidden />
              {t("reject")}
            </Button>
          </>
        ) : (
          <span className="text-xs font-medium text-yellow">▲ {t("secondPerson")}</span>
        )}
      </div>
      <div className="lg:col-span-4">
        <ImpactNote path={`/aeo/${row.id}/impact`} />
      </div>
    </li>
  );
}
