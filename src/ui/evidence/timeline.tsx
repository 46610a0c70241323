"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { TimelineView, VerificationView } from "@/contracts/views";
import { TimelineList } from "@/ui/evidence/timeline-list";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";

interface Props {
  readonly shipmentId: string;
  readonly timeline: TimelineView;
  readonly documents: readonly { readonly id: string; readonly fileName: string }[];
}

/** Every event in order, and the button that computes the chain again. */
export function Timeline({ shipmentId, timeline, documents }: Props) {
  const t = useTranslations("timeline");
  const [verdict, setVerdict] = useState<VerificationView | null>(null);
  const verify = () =>
    api<VerificationView>(`/shipments/${shipmentId}/timeline/verification`).then(setVerdict, (error: unknown) =>
      toast.error(wordsOf(error)),
    );
  return (
    <div className="max-w-3xl px-4 pt-6 md:px-6">
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <Button look="quiet" onClick={() => void verify()}>
          {t("verify")}
        </Button>
        <p role="status" className={verdict?.valid === false ? "font-medium text-red" : "font-medium text-green"}>
          {verdict?.valid === true
            ? `✓ ${t("valid", { entries: verdict.entries, head: verdict.head.slice(0, 12) })}`
            : null}
          {verdict?.valid === false ? `■ ${t("broken", { at: verdict.brokenAt ?? 0 })}` : null}
        </p>
      </div>
      <TimelineList entries={timeline.entries} documents={documents} />
    </div>
  );
}
